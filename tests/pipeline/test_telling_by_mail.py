"""Rooms that are mailboxes: `[notify.mail] to` is told of a run's start, end, failure and delay."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from receivers import Post, mail_server

from messages.catalogue import catalogue
from messages.errors import worded
from pipeline.ingest.awaited import AwaitedFile, Look
from pipeline.ingest.ingest import NothingLandedError
from pipeline.notices.telling import Telling
from pipeline.notices.trial import try_each
from pipeline.outcome import ClientOutcome, RunSummary
from pipeline.secrets import no_store
from pipeline.settings import Settings, load_settings
from transforms.core.periods import Period

KNOWN = datetime(2026, 10, 1, tzinfo=UTC)
PERIOD = Period.parse("2026-Q3")
ROOMS = ["data@norte.example", "finance@norte.example"]


@pytest.fixture
def post() -> Iterator[Post]:
    with mail_server() as server:
        yield server


@pytest.fixture
def settings(company: Path, post: Post, make_database: Callable[[str], str]) -> Settings:
    """A company whose cartera.toml names two mailboxes, and nobody else."""
    said = f"""
[notify.mail]
host = "127.0.0.1"
port = {post.port}
security = "none"
sender = "cartera@norte.example"
to = {ROOMS}
"""
    with (company / "cartera.toml").open("a", encoding="utf-8") as file:
        file.write(said)
    return replace(load_settings(company), warehouse_url=make_database("sqlite"))


def told(post: Post) -> tuple[str, str]:
    """Subject and text of the newest news, which each mailbox got alike."""
    letters: list[EmailMessage] = post.letters[-len(ROOMS) :]
    assert [letter["To"] for letter in letters] == ROOMS
    (said,) = {(letter["Subject"], letter.get_content()) for letter in letters}
    return said


def summary(*clients: ClientOutcome) -> RunSummary:
    return RunSummary(
        clients=clients, portfolio=None, briefs=(), failures=(), run_id="r", period=PERIOD,
        known_at=KNOWN, deliveries=(), quarantined=(), stopped=frozenset(), manifest=Path("m"),
        validation_page=Path("v"), late=("stripe/*",),
    )  # fmt: skip


def test_mailboxes_learn_of_start_end_and_failure(settings: Settings, post: Post) -> None:
    company, telling = settings.company.name, Telling(settings, str(PERIOD), no_store)
    telling.start()
    assert told(post)[0] == f"{company}: empezó la ejecución de 2026-Q3"
    held = ClientOutcome("1", "Norte", "Ana", None, held=("quarantined_money",))  # type: ignore[arg-type]
    assert telling.end(summary(held)).untold == ()
    subject, text = told(post)
    assert subject.startswith(f"{company}, 2026-Q3: 0 archivos escritos")
    assert "Norte está retenido: se apartó demasiado importe facturado" in text
    assert "stripe/*" in text
    assert text.splitlines()[-1].startswith("Siguiente paso:")
    with pytest.raises(NothingLandedError), telling.failures():
        raise NothingLandedError("landing/")
    assert "ponga ahí los archivos de un mes" in told(post)[1]
    with pytest.raises(ZeroDivisionError), telling.failures():
        _ = 1 / 0
    assert "ZeroDivisionError" in told(post)[1]
    assert len(post.letters) == 4 * len(ROOMS)


def test_mailboxes_learn_once_of_what_is_late(settings: Settings, post: Post) -> None:
    late = Look(PERIOD, KNOWN, True, (AwaitedFile("stripe/*", None),))
    post.refused = frozenset(ROOMS[1:])
    (untold,) = Telling(settings, str(PERIOD), no_store).late(late)
    assert ROOMS[1] in worded(untold, "en")
    post.refused = frozenset()
    for _ in range(2):
        assert Telling(settings, str(PERIOD), no_store).late(late) == []
    subject, text = told(post)
    assert subject.endswith("hay exportaciones de 2026-Q3 con retraso")
    assert "stripe/*" in text
    assert len(post.letters) == len(ROOMS)


def test_a_trial_goes_to_each_mailbox(settings: Settings, post: Post) -> None:
    tried = try_each(settings, catalogue("en"))
    assert [(item.way, item.why) for item in tried] == [(room, None) for room in ROOMS]
    assert "trial of Cartera's notices" in told(post)[0]
