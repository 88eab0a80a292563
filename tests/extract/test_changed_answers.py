"""An answer that changed at the vendor's is one sentence, and never an end that came too early."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from every_system import VENDORS, Failing, answered_by, key_of
from fake_stripe import Answer

from extract.client import Client
from extract.errors import FetchError
from extract.fetch import Order, fetch
from messages.errors import worded
from pipeline.ingest.check import check_company

NOT_WHERE = "it says that there is more, and not where: there is nothing at {})"
Change = Callable[[dict[str, Any]], None]


def lose_next_page(document: dict[str, Any]) -> None:
    document["meta"] = {"has_more": True, "after_cursor": None}


def lose_cursor(document: dict[str, Any]) -> None:
    del document["after_cursor"]


def rename_id(records: str, name: str) -> Change:
    def change(document: dict[str, Any]) -> None:
        for record in document[records]:
            record["renamed"] = record.pop(name)

    return change


def clear(records: str, become: object = ()) -> Change:
    return lambda document: document.update({records: become})


def lose_fields(document: dict[str, Any]) -> None:
    del document["fields"]


def changed(vendor: Failing, key: str, path: str, change: Change) -> None:
    """What is asked for at a path is answered otherwise from now on."""

    def fails(target: str) -> Answer | None:
        if not target.partition("?")[0].endswith(path):
            return None
        status, headers, content = vendor.fake.answer(target, key)
        document = json.loads(content)
        change(document)
        return status, headers, json.dumps(document).encode()

    vendor.fails = fails


@pytest.mark.parametrize(
    ("name", "path", "change", "stream", "problem"),
    [
        ("stripe", "/customers", rename_id("data", "id"), "customers", NOT_WHERE.format("id")),
        ("stripe", "/customers", clear("data"), "customers", NOT_WHERE.format("id")),
        ("stripe", "/invoices", rename_id("data", "id"), "invoices", NOT_WHERE.format("id")),
        (
            "zendesk",
            "/organizations",
            lose_next_page,
            "organizations",
            NOT_WHERE.format("meta.after_cursor"),
        ),
        ("zendesk", "/cursor.json", lose_cursor, "tickets", NOT_WHERE.format("after_cursor")),
        ("asana", "/projects", rename_id("data", "gid"), "projects", "its records have no gid"),
        ("zoom", "/users", rename_id("users", "id"), "users", "its records have no id"),
        ("salesforce", "/Account/describe", clear("fields"), "Account", "its records have no Id"),
        ("salesforce", "/Account/describe", lose_fields, "Account", "described: 'fields'"),
        ("hubspot", "/companies", clear("results", {}), "companies", "no list at results"),
    ],
)
def test_a_list_that_changed_is_told_and_not_cut_short(
    tmp_path: Path, name, path, change, stream, problem
):
    vendor = next(item for item in VENDORS if item.name == name)
    with answered_by(vendor) as failing:
        changed(failing, key_of(failing), path, change)
        system = vendor.at(failing.address)
        with (
            Client(system, vendor.secrets, lambda _: None) as client,
            pytest.raises(FetchError) as told,
        ):
            fetch(system, client, tmp_path / "system", Order())
    said = worded(told.value.clause, "en")
    assert f"{system.title} answers {stream} in another form than before (" in said
    assert problem in said


@pytest.mark.thorough
def test_a_field_that_is_gone_is_one_sentence_for_all_pages_of_its_list(company, stripe):
    stripe.lists["invoices"] = [
        {name: value for name, value in item.items() if name != "total"}
        for item in stripe.lists["invoices"]
    ]
    company.fetch()
    (told,) = check_company(company.settings).stopped
    assert worded(told, "en") == (
        "stripe invoices-*.json: columns missing: total. Map them in mappings/stripe_api.toml."
    )
