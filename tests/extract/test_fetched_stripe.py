"""Stripe through a server of this machine: whole, paged, killed, resumed, limited and refused."""

import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest
from extract_runs import figures_of, told
from fake_stripe import CUT, KEY
from full_disks import small_disk
from stripe_company import CLIENTS, stripe_lists, write_company, write_exports

from extract.errors import AnswersNotKeptError
from pipeline.fetching.fetching import Surroundings, fetch_feeds
from pipeline.fetching.history import FetchRequest
from pipeline.ingest.check import check_company
from warehouse import open_warehouse

CHECKOUT = Path(__file__).parents[2]


def test_pages_are_landed_as_they_came_and_archived(company, stripe):
    summary = company.fetch()
    assert summary.is_whole
    assert company.ids("customers") == [f"cus_{name}" for name in CLIENTS]
    assert len(list(company.landed[0].glob("stripe/customers-*.json"))) == 2
    for page in company.landed[0].glob("stripe/[a-z]*.json"):
        digest = hashlib.sha256(page.read_bytes()).hexdigest()
        kept = company.settings.archive / digest[:2] / digest
        assert kept.read_bytes() == page.read_bytes()


def test_lines_that_an_invoice_does_not_hold_are_asked_for_by_themselves(company):
    company.fetch()
    assert company.ids("invoice_lines") == [
        *(f"il_Beta_{number}" for number in range(10, 15)),
        *(f"il_Gamma_{number}" for number in range(10, 25)),
    ]


@pytest.mark.thorough
def test_a_fetched_company_has_the_figures_of_its_export_files(company, tmp_path, make_database):
    company.fetch()
    checked = check_company(company.settings)
    assert not checked.stopped
    assert checked.rows_kept_out == 0
    exported = write_company(tmp_path / "exported")
    write_exports(exported, stripe_lists())
    by_api, by_hand = (figures_of(folder, make_database) for folder in (company.folder, exported))
    assert by_api.to_csv() == by_hand.to_csv()
    assert (by_api["value_minor"] == 15_000 - 1_200).any()


@pytest.mark.thorough
def test_a_killed_fetch_goes_on_behind_its_last_page(company, stripe):
    reached, go_on = Event(), Event()

    def held(count: int) -> None:
        if count == 4:
            reached.set()
            go_on.wait(60)

    stripe.on_request = held
    command = [sys.executable, "-m", "cli.main", "fetch", "--company", str(company.folder)]
    process = subprocess.Popen(command, cwd=CHECKOUT, env=os.environ)
    assert reached.wait(120)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert company.landed == []
    before = list(stripe.requests)
    go_on.set()
    stripe.on_request = lambda _: None

    assert company.fetch().is_whole
    after = stripe.requests[len(before) :]
    assert after[0] == before[-1], "it asks for the page that never came"
    assert not set(before[:-1]) & set(after)
    assert company.ids("invoices") == [f"in_{name}" for name in CLIENTS]


def test_a_signal_ends_a_fetch_that_waits_for_an_answer(company, stripe):
    reached, go_on = Event(), Event()

    def held(_: int) -> None:
        reached.set()
        go_on.wait(60)

    stripe.on_request = held
    command = [sys.executable, "-m", "cli.main", "fetch", "--company", str(company.folder)]
    environment = os.environ | {"LC_ALL": "C.UTF-8"}
    with subprocess.Popen(
        command, cwd=CHECKOUT, env=environment, stderr=subprocess.PIPE, text=True
    ) as process:
        assert reached.wait(120)
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=50)  # while the system still does not answer
    go_on.set()
    assert process.returncode == 130
    assert said.splitlines()[-1].startswith("Error: stopped by a signal;")
    assert "Traceback" not in said


def test_a_page_that_was_cut_on_the_disk_is_asked_for_again(company, stripe):
    stripe.refused["charges"] = 403
    company.fetch()
    room = company.folder / "landing" / ".fetching" / "stripe"
    journal = room / "journal.jsonl"
    journal.write_bytes(journal.read_bytes()[:-20])
    (room / "charges-000001.json.part").write_text("{")
    stripe.refused.clear()
    assert company.fetch().is_whole
    assert company.ids("invoice_payments") == [f"inpay_{name}" for name in CLIENTS]
    assert not list(company.landed[0].glob("stripe/*.part"))


def test_a_system_that_is_not_whole_stays_out_of_the_delivery(company, stripe):
    stripe.refused["refunds"] = 403
    summary = company.fetch()
    assert not summary.is_whole
    assert summary.folder is None
    assert company.landed == []
    assert check_company(company.settings).files == 1, "what a person landed, and nothing else"


def test_limits_are_obeyed_and_cut_connections_tried_again(company, stripe):
    stripe.failures = [
        (429, {"Retry-After": "7"}, b"{}"),
        (500, {}, b"oops"),
        CUT,
        (503, {"Retry-After": "Wed, 01 Jan 2020 00:00:00 GMT"}, b""),
    ]
    assert company.fetch().is_whole
    assert company.pauses == [7, 2, 4, 0]
    assert company.ids("customers") == [f"cus_{name}" for name in CLIENTS]


def test_a_longer_pause_than_a_fetch_waits_is_told(company, stripe):
    stripe.failures = [(429, {"Retry-After": "7200"}, b"{}")]
    assert "a pause of 7200 seconds at customers" in told(company)
    assert company.pauses == []


def test_what_fails_again_and_again_is_told_and_kept(company, stripe):
    stripe.failures = [(500, {}, b"")] * 6
    assert "stopped answering at customers (status 500)" in told(company)
    assert company.fetch().is_whole


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (401, "refuses the key"),
        (403, "give it the right “Charges and Refunds: Read” at https://dashboard.stripe.com"),
        (404, "knows no refunds (/v1/refunds)"),
        (400, "refuses to list refunds (status 400)"),
    ],
)
def test_a_refusal_is_one_sentence_with_the_vendors_page(company, stripe, status, sentence):
    stripe.refused["refunds"] = status
    said = told(company)
    assert sentence in said
    assert "https://dashboard.stripe.com/apikeys" in said


def test_a_key_that_nobody_set_is_asked_for(company, monkeypatch):
    monkeypatch.delenv("CARTERA_STRIPE_KEY")
    assert "CARTERA_STRIPE_KEY is not set" in told(company)


def test_a_key_may_stand_in_a_file_that_only_its_owner_reads(company, monkeypatch, tmp_path):
    file = tmp_path / "key"
    file.write_text(f"{KEY}\n")
    monkeypatch.delenv("CARTERA_STRIPE_KEY")
    monkeypatch.setenv("CARTERA_STRIPE_KEY_FILE", str(file))
    file.chmod(0o644)
    assert "others than its owner may read it" in told(company)
    file.chmod(0o600)
    assert company.fetch().is_whole
    file.unlink()
    assert "cannot be used: no such file" in told(company)


def test_a_key_is_read_anew_by_each_fetch(company, monkeypatch, tmp_path):
    file = tmp_path / "key"
    file.write_text("rk_withdrawn")
    file.chmod(0o600)
    monkeypatch.delenv("CARTERA_STRIPE_KEY")
    monkeypatch.setenv("CARTERA_STRIPE_KEY_FILE", str(file))
    assert "refuses the key" in told(company)
    file.write_text(KEY)
    assert company.fetch().is_whole, "nothing was started anew"


def test_a_key_may_be_in_a_store_of_whoever_runs_us(company, monkeypatch):
    monkeypatch.delenv("CARTERA_STRIPE_KEY")
    settings, asked = company.settings, []

    def store(variable: str) -> str:
        asked.append(variable)
        return KEY

    with open_warehouse(settings.warehouse_url) as warehouse:
        around = Surroundings(store=store)
        assert fetch_feeds(settings, warehouse, FetchRequest(), around).is_whole
    assert asked == ["CARTERA_STRIPE_KEY"]


def test_the_key_is_in_nothing_that_is_kept_or_told(company, stripe, caplog):
    caplog.set_level("DEBUG")
    stripe.refused["refunds"] = 401
    said = told(company)
    stripe.refused.clear()
    company.fetch()
    kept = [path.read_bytes() for path in company.folder.rglob("*") if path.is_file()]
    database = company.settings.warehouse_url.removeprefix("sqlite:///")
    kept.append("".join(sqlite3.connect(database).iterdump()).encode())
    assert KEY not in said
    assert KEY not in caplog.text
    assert not any(KEY.encode() in content for content in kept)


def test_a_key_is_not_sent_in_the_clear(company):
    settings = company.folder / "cartera.toml"
    settings.write_text(settings.read_text().replace("http://127.0.0.1", "http://stripe.example"))
    assert "would send the key unencrypted" in told(company)


def test_an_answer_of_another_form_is_told(company, stripe):
    stripe.failures = [(200, {}, b'{"items": []}')]
    assert "there is no list at data" in told(company)
    stripe.failures = [(200, {}, b"<html>")]
    assert "it is no JSON" in told(company)


def test_a_page_that_names_itself_ends_the_fetch(company, stripe):
    answer = b'{"data": [{"id": "cus_1"}], "has_more": true}'
    stripe.failures = [(200, {}, answer)] * 3
    assert "repeats the same page of customers" in told(company)


def test_the_same_minute_holds_two_deliveries(company):
    company.fetch()
    company.fetch()
    assert len(company.landed) == 2


def test_a_delivery_that_a_kill_left_unnamed_is_landed_first(company):
    company.fetch()
    (landed,) = company.landed
    room = company.folder / "landing" / ".fetching"
    landed.replace(room / f"delivery-{landed.name}")
    company.fetch()
    assert len(company.landed) == 2
    assert landed.is_dir()


@pytest.mark.thorough
def test_a_landing_disk_that_fills_up_is_told_and_the_next_fetch_goes_on(company, stripe, tmp_path):
    with small_disk(tmp_path / "disk") as disk:
        landing = disk.place / "landing"
        company.folder.joinpath("landing").rename(tmp_path / "earlier")
        company.folder.joinpath("landing").symlink_to(landing)
        shutil.copytree(tmp_path / "earlier", landing)
        stripe.on_request = lambda count: disk.leave(4) if count == 4 else None
        with pytest.raises(AnswersNotKeptError, match=r"no space left.*make room there"):
            company.fetch()
        assert company.landed == []
        disk.make_room()
        stripe.on_request = lambda _: None
        before = list(stripe.requests)
        assert company.fetch().is_whole
        assert not set(before[:2]) & set(stripe.requests[len(before) :])
        assert company.ids("invoices") == [f"in_{name}" for name in CLIENTS]
