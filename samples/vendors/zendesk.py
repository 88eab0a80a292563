"""Zendesk's incremental ticket export: pages of API objects with their metric sets."""

import json
from datetime import datetime
from pathlib import Path

from samples.days import business_minutes, to_utc
from samples.records.book import Book
from samples.records.service import Ticket

TICKETS_A_PAGE = 1000
COMPLAINT_FIELD = 4410000000001
CATEGORY_FIELD = 4410000000002
_API = "https://lumbrera.zendesk.com/api/v2"


class ZendeskExport:
    """Pages `tickets-0001.json`, …; each holds up to a thousand tickets, one a line."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._page: list[str] = []
        self._pages = 0
        folder.mkdir(parents=True, exist_ok=True)

    def write_book(self, book: Book) -> None:
        """One client's tickets."""
        for ticket in book.tickets:
            self._page.append(json.dumps(_ticket(ticket), ensure_ascii=False))
            if len(self._page) == TICKETS_A_PAGE:
                self._flush("false")

    def close(self) -> None:
        """Write the last page."""
        self._flush("true")

    def _flush(self, end_of_stream: str) -> None:
        self._pages += 1
        body = ",\n".join(self._page)
        text = (
            f'{{"tickets":[\n{body}\n],"count":{len(self._page)},'
            f'"end_of_stream":{end_of_stream},"end_time":1790834400}}\n'
        )
        path = self._folder / f"tickets-{self._pages:04d}.json"
        path.write_text(text, encoding="utf-8", newline="\n")
        self._page = []


def _stamp(local: datetime | None) -> str | None:
    return None if local is None else f"{to_utc(local):%Y-%m-%dT%H:%M:%SZ}"


def _minutes(start: datetime, end: datetime | None) -> dict[str, int | None]:
    if end is None:
        return {"calendar": None, "business": None}
    calendar = int((end - start).total_seconds()) // 60
    return {"calendar": calendar, "business": business_minutes(start, end)}


def _ticket(ticket: Ticket) -> dict[str, object]:
    updated = ticket.solved_at or ticket.replied_at or ticket.created_at
    tags = [ticket.category, *(["complaint"] if ticket.is_complaint else [])]
    return {
        "url": f"{_API}/tickets/{ticket.ticket_id}.json",
        "id": ticket.ticket_id,
        "via": {"channel": "email"},
        "created_at": _stamp(ticket.created_at),
        "updated_at": _stamp(updated),
        "type": "incident" if ticket.priority in ("urgent", "high") else "question",
        "subject": ticket.subject,
        "priority": ticket.priority,
        "status": ticket.state,
        "requester_id": ticket.requester_id,
        "organization_id": ticket.account.organization_id,
        "tags": tags,
        "custom_fields": [
            {"id": COMPLAINT_FIELD, "value": ticket.is_complaint},
            {"id": CATEGORY_FIELD, "value": ticket.category},
        ],
        "satisfaction_rating": None,
        "metric_set": {
            "ticket_id": ticket.ticket_id,
            "reply_time_in_minutes": _minutes(ticket.created_at, ticket.replied_at),
            "full_resolution_time_in_minutes": _minutes(ticket.created_at, ticket.solved_at),
            "solved_at": _stamp(ticket.solved_at),
        },
    }
