"""Notices as rooms and mailboxes receive them, and what is said where they do not."""

import json
from pathlib import Path
from typing import Any

import pytest
from receivers import mail_server, make_certificate, webhook

from delivery.errors import NotTakenError, OpenPasswordError, WebhookAddressError
from delivery.mail import MailServer
from delivery.notice import Notice
from delivery.security import Security
from delivery.webhooks import slack, teams

NOTICE = Notice("Norte, 2026-Q3: 2 files", ("Café <!channel> & [Co](https://evil.example)",), "k1")


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("delivery.patience._PAUSES_SECONDS", (0.0, 0.0))


def server_at(port: int, security: Security = Security.NONE, password: str = "") -> MailServer:
    user = "cartera" if password else ""
    return MailServer("127.0.0.1", port, security, "cartera@norte.example", user, password)


def test_teams_gets_an_adaptive_card_whose_texts_are_no_markup() -> None:
    with webhook() as hook:
        teams(hook.address).send(NOTICE)
    (message,) = hook.taken
    assert message["type"] == "message"
    (attachment,) = message["attachments"]
    assert attachment["contentType"] == "application/vnd.microsoft.card.adaptive"
    card = attachment["content"]
    assert (card["type"], card["version"]) == ("AdaptiveCard", "1.4")
    assert [(block["type"], block["inlines"][0]["type"]) for block in card["body"]] == [
        ("RichTextBlock", "TextRun")
    ] * 2
    texts = [block["inlines"][0]["text"] for block in card["body"]]
    assert texts == [NOTICE.title, *NOTICE.lines]


def test_slack_gets_blocks_of_plain_text() -> None:
    with webhook() as hook:
        slack(hook.address).send(Notice("<!channel> & co", NOTICE.lines))
    (message,) = hook.taken
    assert message["text"] == "&lt;!channel&gt; &amp; co"
    assert [block["type"] for block in message["blocks"]] == ["header", "section"]
    assert {block["text"]["type"] for block in message["blocks"]} == {"plain_text"}
    assert message["blocks"][1]["text"]["text"] == NOTICE.lines[0]


def test_what_a_room_would_refuse_as_too_long_is_cut_and_marked() -> None:
    with webhook() as hook:
        slack(hook.address).send(Notice("t" * 500, tuple("l" * 5000 for _ in range(90))))
    blocks = hook.taken[0]["blocks"]
    assert len(blocks) <= 50
    assert len(blocks[0]["text"]["text"]) == 150
    assert max(len(block["text"]["text"]) for block in blocks) <= 3000
    assert blocks[-1]["text"]["text"] == "…"


@pytest.mark.parametrize("letter", ["l", "ñ", "😀"])
def test_teams_gets_some_of_each_line_where_all_of_it_would_be_too_long(letter: str) -> None:
    """Teams takes 28 KB a message."""
    lines = tuple(f"{number} {letter * 2000}" for number in range(40))
    with webhook() as hook:
        teams(hook.address).send(Notice(letter * 500, lines))
        teams(hook.address).send(Notice("t", ("a" * 2000,)))
    (long, short) = hook.taken
    assert len(json.dumps(long)) <= 28_000
    texts = [block["inlines"][0]["text"] for block in card_of(long)["body"]]
    assert [text.split()[0] for text in texts[1:]] == [str(number) for number in range(40)]
    assert {text[-1] for text in texts} == {"…"}
    assert card_of(short)["body"][1]["inlines"][0]["text"] == "a" * 2000


def card_of(message: dict[str, Any]) -> dict[str, Any]:
    (attachment,) = message["attachments"]
    return attachment["content"]


def test_a_room_that_is_busy_is_asked_again() -> None:
    with webhook(503, 429) as hook:
        slack(hook.address).send(NOTICE)
    assert len(hook.taken) == 1


@pytest.mark.parametrize("status", [400, 404, 302])
def test_a_room_that_refuses_is_told_without_its_address(status: int) -> None:
    with webhook(status) as hook, pytest.raises(NotTakenError, match=f"status {status}") as caught:
        slack(hook.address).send(NOTICE)
    assert hook.taken == []
    assert "secret-part" not in str(caught.value)


def test_a_room_that_is_away_is_told_after_three_tries() -> None:
    with pytest.raises(NotTakenError, match="connection refused"):
        teams("http://127.0.0.1:9/hook").send(NOTICE)


@pytest.mark.parametrize(
    "address", ["http://example.com/hook", "ftp://x", "not-one", "https://[", ""]
)
def test_an_address_that_is_no_webhook_is_refused_and_not_said(address: str) -> None:
    with pytest.raises(WebhookAddressError) as caught:
        teams(address)
    assert not address or address not in str(caught.value)


def test_a_mail_has_its_words_and_an_id_that_is_the_same_when_it_is_sent_again() -> None:
    with mail_server() as post:
        server_at(post.port).send("ana@norte.example", NOTICE)
        server_at(post.port).send("ana@norte.example", NOTICE)
        server_at(post.port).send("ana@norte.example", Notice("Other"))
    first, second, other = post.letters
    assert first["Subject"] == NOTICE.title
    assert NOTICE.lines[0] in first.get_content()
    assert first["Message-ID"] == second["Message-ID"] == "<k1@norte.example>"
    assert other["Message-ID"] != first["Message-ID"]
    assert first["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.SSL])
def test_mail_goes_encrypted_with_a_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, security: Security
) -> None:
    certificate = make_certificate(tmp_path / "both.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with mail_server(certificate, is_ssl=security is Security.SSL) as post:
        server_at(post.port, security, "right").send("ana@norte.example", NOTICE)
        with pytest.raises(NotTakenError, match="refuses the user or the password") as caught:
            server_at(post.port, security, "wrong-one").send("ana@norte.example", NOTICE)
    assert len(post.letters) == 1
    assert "wrong-one" not in str(caught.value)


def test_a_certificate_that_nobody_vouches_for_is_not_believed(tmp_path: Path) -> None:
    with (
        mail_server(make_certificate(tmp_path / "both.pem")) as post,
        pytest.raises(NotTakenError, match="nobody vouches for its certificate"),
    ):
        server_at(post.port, Security.STARTTLS, "right").send("ana@norte.example", NOTICE)
    assert post.letters == []


def test_a_server_without_encryption_is_not_given_mail_that_wants_it() -> None:
    with (
        mail_server() as post,
        pytest.raises(NotTakenError, match="does not offer it that way"),
    ):
        server_at(post.port, Security.STARTTLS).send("ana@norte.example", NOTICE)
    assert post.letters == []


def test_a_password_is_not_sent_in_clear() -> None:
    with pytest.raises(OpenPasswordError, match=r"to mail\.example in clear"):
        MailServer("mail.example", 25, Security.NONE, "a@b.example", "cartera", "right")
    assert "right" not in repr(server_at(25, password="right"))


def test_a_recipient_that_the_server_does_not_know_is_told() -> None:
    with (
        mail_server(refused=frozenset({"nobody@norte.example"})) as post,
        pytest.raises(NotTakenError, match="does not know the recipient"),
    ):
        server_at(post.port).send("nobody@norte.example", NOTICE)


def test_a_mail_server_that_is_busy_is_asked_again_and_one_that_refuses_is_not() -> None:
    with mail_server() as post:
        post.answers = ["451 later", "421 closing"]
        server_at(post.port).send("ana@norte.example", NOTICE)
        assert (len(post.letters), post.answers) == (1, [])
        post.answers = ["554 no", "250 not asked again"]
        with pytest.raises(NotTakenError, match="status 554"):
            server_at(post.port).send("ana@norte.example", NOTICE)
        assert post.answers == ["250 not asked again"]
    with pytest.raises(NotTakenError, match="connection refused"):
        server_at(post.port).send("ana@norte.example", NOTICE)


def test_an_address_that_carries_more_than_an_address_is_no_recipient() -> None:
    with mail_server() as post, pytest.raises(NotTakenError, match="no e-mail address"):
        server_at(post.port).send("ana@norte.example\nBcc: x@evil.example", NOTICE)
    assert post.letters == []
