"""Who is told of what: rooms of runs, managers of their own files, each once."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Self

import pytest
from receivers import Post, mail_server, webhook

from messages.clause import clause
from messages.errors import worded
from pipeline.failures import Failure
from pipeline.ingest.awaited import AwaitedFile, Look
from pipeline.ingest.ingest import NothingLandedError
from pipeline.notices.links import KEY_VARIABLE, LASTS, opened
from pipeline.notices.managers import tell_managers
from pipeline.notices.telling import Telling
from pipeline.notices.trial import tell_again, try_each
from pipeline.outcome import ClientOutcome, RunSummary
from pipeline.secrets import SecretFileError, SecretMissingError, no_store, secret
from pipeline.settings import Settings
from pipeline.settings_section import Mail, Notify, Occasion
from pipeline.state import company_state
from transforms.core.periods import Period
from warehouse import (
    ArtifactRecord,
    ClientSummary,
    NoticeRecord,
    RunState,
    Subject,
    Warehouse,
    open_warehouse,
)
from warehouse.portal.records import Person
from warehouse.portal.store import open_portal_store

KNOWN = datetime(2026, 10, 1, tzinfo=UTC)
PERIOD = "2026-Q3"


def summary_of(client_id: str, manager: str, email: str) -> ClientSummary:
    return ClientSummary(
        PERIOD, client_id, f"Client {client_id}", manager, email, True, None, "", None, None, "",
        (), (), KNOWN, "e",
    )  # fmt: skip


def publish(warehouse: Warehouse, subject: Subject, kind: str, version: int = 1) -> str:
    run_id = warehouse.start_run(PERIOD, KNOWN)
    path = f"{PERIOD}/{subject.name}-{kind}-v{version}"
    warehouse.register_artifact(
        ArtifactRecord(run_id, subject, PERIOD, kind, "es", version, path, "s", 1, path)
    )
    warehouse.finish_run(run_id, RunState.PUBLISHED)
    return path


@pytest.fixture
def settings(warehouse_url: str, on_warehouse: Callable[[str], Settings]) -> Settings:
    return on_warehouse(warehouse_url)


@pytest.fixture
def warehouse(settings: Settings) -> Iterator[Warehouse]:
    """Two managers with a client each, and another client that is nobody's."""
    with open_warehouse(settings.warehouse_url) as opened:
        opened.save_summaries(
            [
                summary_of("1", "Ana", "ana@norte.example"),
                summary_of("2", "Bea", "bea@norte.example"),
                summary_of("3", "", ""),
            ]
        )
        yield opened


def mailed(settings: Settings, post: Post, **more: object) -> Settings:
    """Settings by which managers are told over that server."""
    mail = Mail(host="127.0.0.1", port=post.port, security="none", sender="c@norte.example")
    return replace(settings, notify=Notify(mail=mail, managers=True, **more))


def test_each_manager_is_told_of_their_own_new_files_once(
    settings: Settings, warehouse: Warehouse
) -> None:
    with mail_server() as post:
        own = mailed(settings, post)
        publish(warehouse, Subject.client("1"), "qbr")
        publish(warehouse, Subject.client("1"), "renewal")
        publish(warehouse, Subject.client("2"), "qbr")
        publish(warehouse, Subject.client("3"), "qbr")
        publish(warehouse, Subject.manager("Ana"), "brief")
        publish(warehouse, Subject.portfolio(), "portfolio")
        for _ in range(2):
            tell_managers(own, warehouse, PERIOD, no_store)
        assert [letter["To"] for letter in post.letters] == [
            "ana@norte.example",
            "bea@norte.example",
        ]
        text = post.letters[0].get_content()
        assert "Client 1: revisión, versión 1 (2026-Q3/1-qbr-v1)" in text
        assert "Su resumen de cartera, versión 1" in text
        assert "Client 2" not in text
        publish(warehouse, Subject.client("1"), "qbr", 2)
        tell_managers(own, warehouse, PERIOD, no_store)
    (news,) = post.letters[2:]
    assert (news["To"], "versión 2" in news.get_content()) == ("ana@norte.example", True)
    assert "renewal" not in news.get_content()


def test_a_crash_before_it_is_written_down_sends_the_same_letter_again(
    settings: Settings, warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(warehouse, Subject.client("1"), "qbr")
    with mail_server() as post:
        own = mailed(settings, post)
        with monkeypatch.context() as broken, pytest.raises(KeyboardInterrupt):
            broken.setattr(Warehouse, "add_notice", _killed)
            tell_managers(own, warehouse, PERIOD, no_store)
        tell_managers(own, warehouse, PERIOD, no_store)
        tell_managers(own, warehouse, PERIOD, no_store)
    first, again = post.letters
    assert first["Message-ID"] == again["Message-ID"]


def _killed(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_letter_that_is_not_taken_is_told_and_sent_with_the_next_run(
    settings: Settings, warehouse: Warehouse
) -> None:
    publish(warehouse, Subject.client("1"), "qbr")
    with mail_server(refused=frozenset({"ana@norte.example"})) as post:
        telling = Telling(mailed(settings, post), PERIOD, no_store)
        telling.managers(warehouse)
    (untold,) = telling.untold()
    assert worded(untold, "en").startswith(
        "Notice to ana@norte.example not taken: the mail server does not know the recipient"
    )
    (shown,) = company_state(settings).untold
    assert (shown.way, shown.occasion) == ("ana@norte.example", "files")
    with mail_server() as post:
        (sent,) = tell_again(mailed(settings, post))
    assert (sent.way, sent.why, len(post.letters)) == ("ana@norte.example", None, 1)


def test_what_nobody_took_is_shown_though_the_clock_was_set_back_in_the_midst_of_its_run(
    settings: Settings, warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(warehouse, Subject.client("3"), "qbr")
    (run,) = warehouse.runs()
    monkeypatch.setattr("warehouse.registry.runs.datetime", _Earlier)
    warehouse.finish_run(run.run_id, RunState.PUBLISHED)
    an_hour_before = run.started_at - timedelta(minutes=59)
    warehouse.add_notice(NoticeRecord(an_hour_before, PERIOD, "files", "ana@norte.example", "why"))
    (shown,) = company_state(settings).untold
    assert shown.at == an_hour_before


class _Earlier(datetime):
    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        return super().now(tz) - timedelta(hours=1)


def test_what_is_told_again_uses_the_store_of_secrets_that_it_is_given(
    settings: Settings, warehouse: Warehouse
) -> None:
    publish(warehouse, Subject.client("1"), "qbr")
    with mail_server() as post:
        own = mailed(settings, post, portal="https://c.example")
        tell_again(own, {KEY_VARIABLE: "of the store"}.__getitem__)
    (letter,) = post.letters
    assert "https://c.example/link/" in letter.get_content()


def test_addresses_of_the_settings_win_and_links_lead_to_the_portal(
    settings: Settings, warehouse: Warehouse
) -> None:
    publish(warehouse, Subject.client("1"), "qbr")
    with mail_server() as post:
        own = mailed(
            settings, post, addresses={"Ana": "other@norte.example"}, portal="https://c.example/"
        )
        tell_managers(own, warehouse, PERIOD, no_store)
    (letter,) = post.letters
    assert letter["To"] == "other@norte.example"
    assert "(https://c.example/clients/1)" in letter.get_content()


def test_a_manager_reads_the_language_that_they_chose_in_the_portal(
    settings: Settings, warehouse: Warehouse
) -> None:
    publish(warehouse, Subject.client("1"), "qbr")
    store = open_portal_store(settings.warehouse_url)
    store.save_person(Person("ana@norte.example", "Ana", frozenset({"manager"}), "en", "x"))
    store.close()
    with mail_server() as post:
        tell_managers(mailed(settings, post), warehouse, PERIOD, no_store)
    assert "1 new file for you" in post.letters[0]["Subject"]


def outcome(name: str, *held: str) -> ClientOutcome:
    return ClientOutcome("1", name, "Ana", None, held=held)  # type: ignore[arg-type]


def summary(*clients: ClientOutcome, failures: tuple[Failure, ...] = ()) -> RunSummary:
    return RunSummary(
        clients=clients, portfolio=None, briefs=(), failures=failures, run_id="r",
        period=Period.parse(PERIOD), known_at=KNOWN, deliveries=(), quarantined=(),
        stopped=frozenset({"usage"}), manifest=Path("m"), validation_page=Path("v"),
        late=("stripe/*",),
    )  # fmt: skip


def test_rooms_learn_of_start_end_and_failure(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with webhook() as hook:
        monkeypatch.setenv("CARTERA_SLACK_WEBHOOK", hook.address)
        own = replace(settings, notify=Notify(slack=True))
        telling = Telling(own, PERIOD, no_store)
        telling.start()
        fault = Failure(Subject.client("1"), "brief-text", "KeyError", ("a.py:1 f",))
        end = telling.end(summary(outcome("Norte", "quarantined_money"), failures=(fault,)))
        with pytest.raises(NothingLandedError), telling.failures():
            raise NothingLandedError("landing/")
        with pytest.raises(ZeroDivisionError), telling.failures():
            _ = 1 / 0
    started, ended, failed, broken = (
        [block["text"]["text"] for block in message["blocks"]] for message in hook.taken
    )
    company = settings.company.name
    assert started == [f"{company}: empezó la ejecución de 2026-Q3"]
    assert ended[0].startswith(f"{company}, 2026-Q3: 0 archivos escritos")
    held = "Norte está retenido: se apartó demasiado importe facturado para confiar en el resto."
    assert ended[1] == held
    assert "stripe/*" in ended[2] and "usage" in ended[3] and "KeyError" in ended[4]
    assert ended[-1].startswith("Siguiente paso:")
    assert "ponga ahí los archivos de un mes" in failed[1]
    assert "ZeroDivisionError" in broken[1]
    assert end.untold == ()


def test_a_run_that_is_tried_again_began_once_and_tells_what_it_could_not_fetch(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    unfetched = (clause("fetch-key-refused", system="Stripe", console="https://x.example"),)
    with webhook() as hook:
        monkeypatch.setenv("CARTERA_SLACK_WEBHOOK", hook.address)
        telling = Telling(replace(settings, notify=Notify(slack=True)), PERIOD, no_store)
        telling.start()
        telling.start()
        telling.end(replace(summary(), unfetched=unfetched))
    _, ended = hook.taken
    assert any("Stripe rechaza" in block["text"]["text"] for block in ended["blocks"])


def test_only_the_occasions_that_are_asked_for_are_told(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with webhook() as hook:
        monkeypatch.setenv("CARTERA_TEAMS_WEBHOOK", hook.address)
        own = replace(settings, notify=Notify(teams=True, occasions=(Occasion.END,)))
        telling = Telling(own, PERIOD, no_store)
        telling.start()
        assert telling.end(summary()).untold == ()
    assert len(hook.taken) == 1


def test_late_files_are_told_once_by_each_way(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = replace(settings, notify=Notify(teams=True, slack=True))
    late = Look(Period.parse(PERIOD), KNOWN, True, (AwaitedFile("stripe/*", None),))
    remark = clause("schedule-zone-differs", schedule="UTC", company="Europe/Madrid")
    with webhook() as hook:
        monkeypatch.setenv("CARTERA_SLACK_WEBHOOK", hook.address)
        assert Telling(own, PERIOD, no_store).late(replace(late, is_due=False)) == []
        for _ in range(2):
            (untold,) = Telling(own, PERIOD, no_store, (remark,)).late(late)
            assert "CARTERA_TEAMS_WEBHOOK is not set" in worded(untold, "en")
        (said,) = hook.taken
        monkeypatch.setenv("CARTERA_TEAMS_WEBHOOK", hook.address)
        for _ in range(2):
            assert Telling(own, PERIOD, no_store).late(late) == []
        assert len(hook.taken) == 2
    title, what, then, remarked = (block["text"]["text"] for block in said["blocks"])
    assert title.endswith("hay exportaciones de 2026-Q3 con retraso")
    assert "stripe/*" in what
    assert then.startswith("Siguiente paso:")
    assert "zona horaria UTC, cartera.toml en Europe/Madrid" in remarked


def test_a_room_that_cannot_be_told_costs_nothing_and_is_told(settings: Settings) -> None:
    own = replace(settings, notify=Notify(teams=True, slack=True))
    telling = Telling(own, PERIOD, {"CARTERA_SLACK_WEBHOOK": "no-address"}.get)  # type: ignore[arg-type]
    with open_warehouse(settings.warehouse_url) as opened:
        opened.start_run(PERIOD, KNOWN)
    untold = [worded(each, "en") for each in telling.end(summary()).untold]
    assert untold[0].startswith("Notice to Microsoft Teams not taken: CARTERA_TEAMS_WEBHOOK is not")
    assert untold[1].startswith("Notice to Slack not taken: its webhook is no address that starts")
    assert "no-address" not in " ".join(untold)
    assert [item.way for item in company_state(settings).untold] == ["Slack", "Microsoft Teams"]


def test_a_fault_of_ours_in_the_words_costs_no_run(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.notices.telling.ended", lambda *_: 1 / 0)
    telling = Telling(replace(settings, notify=Notify(teams=True)), PERIOD, no_store)
    (untold,) = telling.end(summary()).untold
    assert "a fault in Cartera (ZeroDivisionError)" in worded(untold, "en")


def test_a_trial_goes_each_way(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    from messages.catalogue import catalogue

    with webhook() as hook, mail_server() as post:
        monkeypatch.setenv("CARTERA_TEAMS_WEBHOOK", hook.address)
        own = mailed(settings, post, teams=True, slack=True)
        tried = try_each(own, catalogue("en"))
    assert [(item.way, item.why is None) for item in tried] == [
        ("Microsoft Teams", True),
        ("Slack", False),
        ("c@norte.example", True),
    ]
    assert "trial of Cartera's notices" in post.letters[0]["Subject"]


def test_secrets_come_from_the_environment_a_closed_file_or_a_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = {"CARTERA_X": "kept"}.get
    assert secret("CARTERA_X", store) == "kept"  # type: ignore[arg-type]
    path = tmp_path / "secret"
    path.write_text("filed\n")
    monkeypatch.setenv("CARTERA_X_FILE", str(path))
    path.chmod(0o640)
    with pytest.raises(SecretFileError, match="others than its owner may read it"):
        secret("CARTERA_X", no_store)
    path.chmod(0o600)
    assert secret("CARTERA_X", no_store) == "filed"
    monkeypatch.setenv("CARTERA_X", "said")
    assert secret("CARTERA_X", no_store) == "said"
    monkeypatch.delenv("CARTERA_X")
    monkeypatch.setenv("CARTERA_X_FILE", str(tmp_path / "none"))
    with pytest.raises(SecretFileError, match="no such file"):
        secret("CARTERA_X", no_store)
    monkeypatch.delenv("CARTERA_X_FILE")
    with pytest.raises(SecretMissingError, match="CARTERA_X is not set"):
        secret("CARTERA_X", no_store)


def test_a_letter_holds_links_of_its_readers_own_where_there_is_a_key(
    settings: Settings, warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KEY_VARIABLE, "the key of links")
    with mail_server() as post:
        publish(warehouse, Subject.client("1"), "qbr")
        own = mailed(settings, post, portal="https://portal.example")
        tell_managers(own, warehouse, PERIOD, no_store)
        text = post.letters[0].get_content()
    token = text.split("https://portal.example/link/")[1].split(")")[0]
    link = opened(token, "the key of links")
    assert link is not None
    assert (link.path, link.email) == ("/clients/1", "ana@norte.example")
    left = link.ends_at - datetime.now(UTC)
    assert timedelta(hours=47) < left <= LASTS
