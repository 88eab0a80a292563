"""Whatever goes wrong at a vendor's, of every system it is one sentence, and nothing is lost."""

import sqlite3
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from every_system import (
    VENDORS,
    Failing,
    Vendor,
    always_the_first,
    answered_by,
    asks_for,
    first_streams,
    pages_of,
)
from extract_runs import FetchingCompany
from fake_stripe import CUT, Answer

from extract.check import faults
from extract.client import TRIES, Client
from extract.errors import FetchError
from extract.fetch import Order, fetch
from extract.grammar import Stream, System
from extract.systems import system_names
from messages.errors import worded

pytestmark = pytest.mark.thorough


def refused(stream: Stream, target: str) -> Answer | None:
    """The key may not read this list."""
    return (403, {}, b"{}") if asks_for(stream, target) else None


PAGED = [vendor.name for vendor in VENDORS if vendor.paged]


@dataclass
class Tried:
    """A system that is fetched again and again into one folder."""

    vendor: Vendor
    failing: Failing
    system: System
    folder: Path
    pauses: list[float] = field(default_factory=list)

    def told(self) -> str:
        """The one sentence of why it is not whole; empty where it is. Spanish has it, too."""
        with Client(self.system, self.vendor.secrets, self.pauses.append) as client:
            try:
                fetch(self.system, client, self.folder, Order())
            except FetchError as error:
                said, dicho = (worded(error.clause, language) for language in ("en", "es"))
                assert said != dicho
                assert self.system.title in said
                assert self.system.title in dicho
                assert ("https://" in said) == ("https://" in dicho)
                return said
        return ""

    def checked(self) -> list[str]:
        """What a check of the key tells."""
        with Client(self.system, self.vendor.secrets, self.pauses.append) as client:
            return [worded(error.clause, "en") for error in faults(self.system, client)]

    @property
    def first(self) -> str:
        return self.system.streams[0].name

    def fail(self, answers: Iterable[Answer]) -> None:
        """The first list answers so at first."""
        given, stream = iter(answers), self.system.streams[0]

        def fails(target: str) -> Answer | None:
            return next(given, None) if asks_for(stream, target) else None

        self.failing.fails = fails


@pytest.fixture
def tried(request, tmp_path: Path) -> Iterator[Tried]:
    vendor = next(item for item in VENDORS if item.name == request.param)
    with answered_by(vendor) as failing:
        yield Tried(vendor, failing, vendor.at(failing.address), tmp_path / "system")


every_system = pytest.mark.parametrize("tried", [vendor.name for vendor in VENDORS], indirect=True)
paged_ones = pytest.mark.parametrize("tried", PAGED, indirect=True)


def test_no_system_is_left_out():
    assert {vendor.name for vendor in VENDORS} == {*system_names(), "erp"}


@every_system
def test_each_list_that_may_not_be_read_is_told_with_its_right_and_the_next_fetch_goes_on(
    tried: Tried,
):
    for stream in first_streams(tried.system):
        tried.failing.fails = partial(refused, stream)
        said = tried.told()
        assert f"the key may not read {stream.name};" in said
        assert f"“{stream.scope}” at {tried.system.console}" in said
    tried.failing.fails = lambda _: None
    assert tried.told() == ""
    asked = Counter(target for target in tried.failing.answered if "/jobs/query/" not in target)
    assert {target for target, times in asked.items() if times > 1} == set(), "what came is kept"


@every_system
def test_a_check_says_which_right_is_missing_of_which_list(tried: Tried):
    assert tried.checked() == []
    reached = [
        stream
        for stream in first_streams(tried.system)
        if any(asks_for(stream, target) for target in tried.failing.answered)
    ]
    lines = {"invoice_lines", "credit_note_lines"}
    assert {item.name for item in first_streams(tried.system)} - {
        item.name for item in reached
    } <= lines, "there are none where the first invoice holds all of its own"
    for stream in reached:
        tried.failing.fails = partial(refused, stream)
        (said,) = tried.checked()
        assert f"the key may not read {stream.name};" in said
        assert f"“{stream.scope}” at {tried.system.console}" in said


@every_system
@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (401, "refuses the key: it is wrong, has expired or was withdrawn; make a new one at {}."),
        (404, "check at {} that the account has them"),
        (400, "(status 400); check the account at {}"),
    ],
)
def test_a_refusal_is_one_sentence_with_the_vendors_page(tried: Tried, status, sentence):
    tried.fail([(status, {}, b'{"error": "said by the vendor"}')] * 2)
    said = tried.told()
    assert sentence.format(tried.system.console) in said
    assert "said by the vendor" not in said
    assert tried.pauses == [], "asking again would not help"


@every_system
def test_limits_are_obeyed_and_what_may_heal_is_asked_again(tried: Tried):
    tried.fail([(429, {"Retry-After": "7"}, b"{}"), (500, {}, b"oops"), CUT, (503, {}, b"")])
    assert tried.told() == ""
    assert tried.pauses[:4] == [7, 2, 4, 8]


@every_system
def test_a_longer_pause_than_a_fetch_waits_is_told(tried: Tried):
    tried.fail([(429, {"Retry-After": "7200"}, b"{}")])
    said = tried.told()
    assert f"a pause of 7200 seconds at {tried.first}; what came is kept" in said
    assert tried.pauses == []


@every_system
@pytest.mark.parametrize(
    ("answer", "problem"),
    [((500, {}, b""), "status 500"), (CUT, "the connection was cut")],
    ids=["500", "cut"],
)
def test_what_fails_again_and_again_is_told_and_healed_by_the_next_fetch(
    tried: Tried, answer, problem
):
    tried.fail([answer] * TRIES)
    assert f"stopped answering at {tried.first} ({problem}); what came is kept" in tried.told()
    assert tried.pauses == [1, 2, 4, 8, 16]
    assert tried.told() == ""


@every_system
@pytest.mark.parametrize("content", [b"<html>", b"{}", b'"x"'])
def test_an_answer_of_another_form_is_told(tried: Tried, content):
    tried.fail([(200, {}, content)])
    said = tried.told()
    assert f"answers {tried.first} in another form than before (" in said
    assert "nothing of it was delivered" in said
    assert tried.told() == "", "the next fetch asks for it again"


@every_system
def test_no_secret_is_in_anything_that_is_kept_told_or_logged(tried: Tried, caplog):
    caplog.set_level("DEBUG")
    tried.fail([(403, {}, b"{}"), (401, {}, b"{}")])
    said = [tried.told(), tried.told(), tried.told(), caplog.text]
    said += [path.read_text() for path in tried.folder.rglob("*") if path.is_file()]
    assert said[2] == "", "whole in the end"
    for secret in tried.vendor.secrets.values():
        assert not [text for text in said if secret in text or b64encode_of(secret) in text]


def b64encode_of(secret: str) -> str:
    """How the header of basic authentication with this secret begins."""
    return b64encode(f"{secret}:".encode())[:20].decode()


@paged_ones
def test_a_page_that_comes_without_end_is_told(tried: Tried):
    stream = tried.system.stream(tried.vendor.paged)
    tried.failing.fails = always_the_first(tried.failing, stream)
    assert f"repeats the same page of {stream.name} without end" in tried.told()


@paged_ones
def test_a_cut_between_two_pages_asks_for_the_second_alone(tried: Tried):
    stream, seen = tried.system.stream(tried.vendor.paged), []

    def fails(target: str) -> Answer | None:
        if not pages_of(stream, target):
            return None
        seen.append(target)
        return CUT if len(seen) > 1 else None

    tried.failing.fails = fails
    assert "the connection was cut" in tried.told()
    first, *_ = seen
    tried.failing.fails = lambda _: None
    tried.failing.answered.clear()
    assert tried.told() == ""
    assert first not in tried.failing.answered


with_token = pytest.mark.parametrize(
    "tried",
    [item.name for item in VENDORS if item.at("http://127.0.0.1").access.token],
    indirect=True,
)


def token_answers(tried: Tried, *answers: Answer) -> None:
    given = iter(answers)
    token = tried.system.access.token
    assert token
    path = token.path
    tried.failing.fails = lambda target: next(given, None) if target == path else None


@with_token
def test_a_token_that_is_limited_or_fails_is_waited_for(tried: Tried):
    token_answers(tried, (429, {"Retry-After": "9"}, b"{}"), (503, {}, b""), CUT)
    assert tried.told() == ""
    assert tried.pauses[:3] == [9, 2, 4]


@with_token
@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ((400, {}, b'{"error": "invalid_client"}'), "refuses the key"),
        ((401, {}, b"{}"), "refuses the key"),
        ((403, {}, b"{}"), "refuses the key"),
        ((200, {}, b"{}"), "refuses the key"),
        ((200, {}, b"<html>"), "answers token in another form than before (it is no JSON)"),
    ],
)
def test_a_token_that_is_not_given_is_one_sentence(tried: Tried, answer, sentence):
    token_answers(tried, answer)
    assert sentence in tried.told()


@with_token
def test_a_token_that_is_never_given_is_told_and_healed(tried: Tried):
    token_answers(tried, *[(500, {}, b"")] * TRIES)
    assert f"stopped answering at {tried.first} (status 500)" in tried.told()
    assert tried.told() == ""


DATABASE = """\
system = "ledger"
title = "Ledger"
mapping = "ledger"
console = "the ledger's administrator"

[access]
secrets = { url = "CARTERA_LEDGER_DATABASE" }
database = "url"

[[streams]]
name = "orders"
query = "SELECT * FROM orders"
scope = "SELECT on orders"
"""


@dataclass(frozen=True)
class WholeCompany:
    company: FetchingCompany
    servers: Mapping[str, Failing]


@pytest.fixture
def whole_company(tmp_path: Path, make_database, monkeypatch) -> Iterator[WholeCompany]:
    """A company that fetches from every system, and from a database of its own."""
    monkeypatch.setenv("CARTERA_WAREHOUSE__URL", make_database("sqlite"))
    settings = '[company]\nname = "C"\nreporting_currency = "USD"\n[[sources]]\n'
    settings += 'mapping = "stripe_api"\n[[fetch.systems]]\nsystem = "ledger.toml"\n'
    (tmp_path / "ledger.toml").write_text(DATABASE)
    with sqlite3.connect(tmp_path / "ledger.db") as database:
        database.execute("CREATE TABLE orders (id INTEGER)")
    monkeypatch.setenv("CARTERA_LEDGER_DATABASE", f"sqlite:///{tmp_path / 'ledger.db'}")
    with ExitStack() as stack:
        servers = {}
        for vendor in VENDORS:
            servers[vendor.name] = failing = stack.enter_context(answered_by(vendor))
            system = vendor.at(failing.address)
            (tmp_path / f"{vendor.name}.toml").write_text(vendor.description)
            settings += vendor.settings(failing.address)
            for name, variable in system.access.secrets.items():
                monkeypatch.setenv(variable, vendor.secrets[name])
        (tmp_path / "cartera.toml").write_text(settings)
        yield WholeCompany(FetchingCompany(tmp_path), servers)


def test_one_that_fails_stays_out_of_the_delivery_and_all_others_are_in_it(whole_company):
    company, servers = whole_company.company, whole_company.servers
    every = {*servers, "ledger"}
    for vendor in VENDORS:
        last = first_streams(vendor.at("http://127.0.0.1"))[-1]
        servers[vendor.name].fails = lambda target, s=last: (
            (403, {}, b"{}") if asks_for(s, target) else None
        )
        summary = company.fetch(is_full=True)
        servers[vendor.name].fails = lambda _: None
        (said,) = [worded(told, "en") for feed in summary.feeds for told in feed.missing]
        assert f"the key may not read {last.name};" in said
        assert {path.name for path in company.landed[-1].iterdir()} == every - {vendor.name}
        waiting = company.folder / "landing" / ".fetching" / vendor.name
        assert (waiting / "journal.jsonl").is_file(), "what came of it waits for the next fetch"
    with sqlite3.connect(company.folder / "ledger.db") as database:
        database.execute("DROP TABLE orders")
    summary = company.fetch(is_full=True)
    (said,) = [worded(told, "en") for feed in summary.feeds for told in feed.missing]
    assert "Ledger does not understand the query of orders" in said
    assert {path.name for path in company.landed[-1].iterdir()} == every - {"ledger"}
