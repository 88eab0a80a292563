"""Notices to rooms: Microsoft Teams and Slack, each by the webhook that the room's owner made.

Texts go as plain ones: a client called `<!channel>` or `[here](…)` calls nobody and links nowhere.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from delivery.errors import WebhookAddressError, connection_fault
from delivery.notice import Notice
from delivery.patience import patiently
from messages.clause import Clause, clause

TEAMS, SLACK = "Microsoft Teams", "Slack"
_SECONDS = 10
_BUSY = (408, 425, 429, 500, 502, 503, 504)
_LONGEST_TITLE, _MOST_LINES = 150, 40
_LONGEST_LINES = (2900, 1400, 700, 350, 150, 60, 30)
"""Of each line so many characters, the most of them with which a room takes all of it."""
_MOST_BYTES_OF_TEAMS = 28_000
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class Webhook:
    """A room that takes notices: its product's name, its secret address, how it wants them."""

    name: str
    address: str
    payload: Callable[[Notice], dict[str, Any]]
    most_bytes: int | None = None
    """Of a whole message; None where only its parts have limits."""

    def send(self, notice: Notice) -> None:
        """Raises NotTakenError where it is not taken after three tries."""
        body = self._body(notice)
        patiently(lambda: _posted(self.address, body))

    def _body(self, notice: Notice) -> bytes:
        """With as much of each line as the room takes."""
        body = b""
        for longest in _LONGEST_LINES:
            body = json.dumps(self.payload(_shortened(notice, longest))).encode()
            if self.most_bytes is None or len(body) <= self.most_bytes:
                break
        return body


def teams(address: str) -> Webhook:
    """A channel or chat, by the address of a workflow that posts what is sent to it."""
    return Webhook(TEAMS, _checked(address), _card, _MOST_BYTES_OF_TEAMS)


def slack(address: str) -> Webhook:
    """A channel, by the address of an incoming webhook."""
    return Webhook(SLACK, _checked(address), _blocks)


def _checked(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise WebhookAddressError from error
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
    if not (is_safe and parts.hostname):
        raise WebhookAddressError
    return address


def _card(notice: Notice) -> dict[str, Any]:
    """An Adaptive Card as a message of Teams; text runs are the elements that read no markup."""
    style = {"size": "Medium", "weight": "Bolder"}
    card = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "msteams": {"width": "Full"},
        "body": [_runs(notice.title, style), *(_runs(line, {}) for line in notice.lines)],
    }
    kind = "application/vnd.microsoft.card.adaptive"
    attachment = {"contentType": kind, "contentUrl": None, "content": card}
    return {"type": "message", "attachments": [attachment]}


def _runs(text: str, style: dict[str, str]) -> dict[str, Any]:
    return {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": text, **style}]}


def _blocks(notice: Notice) -> dict[str, Any]:
    """Blocks of plain text. The text beside them, for small screens, is read as markup."""
    sections = [{"type": "section", "text": _plain(line)} for line in notice.lines if line]
    escaped = notice.title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return {
        "text": escaped,
        "blocks": [{"type": "header", "text": _plain(notice.title)}, *sections],
    }


def _plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text, "emoji": False}


def _shortened(notice: Notice, longest: int) -> Notice:
    """Rooms refuse what is too long: the rest is left out, with a mark that it was."""
    lines = [_cut(line, longest) for line in notice.lines]
    kept = lines if len(lines) <= _MOST_LINES else [*lines[: _MOST_LINES - 1], "…"]
    return Notice(_cut(notice.title, _LONGEST_TITLE), tuple(kept), notice.key)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


class _NoRedirect(HTTPRedirectHandler):
    """What was meant for one address is not handed to another."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


def _posted(address: str, body: bytes) -> tuple[Clause | None, bool]:
    """Why it was not taken, and whether that may heal by itself."""
    request = Request(address, body, {"Content-Type": "application/json"}, method="POST")  # noqa: S310 checked
    try:
        with build_opener(_NoRedirect).open(request, timeout=_SECONDS):
            return None, False
    except HTTPError as error:
        error.close()
        return clause("notice-answered", status=error.code), error.code in _BUSY
    except URLError as error:
        reason = error.reason if isinstance(error.reason, OSError) else error
        return connection_fault(reason), True
    except OSError as error:
        return connection_fault(error), True
