"""A client among the others of its segment: equal to the slow reference, and never under five."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference_service.as_facts import facts_of
from reference_service.company import Company, Row
from reference_service.relationship import answers
from service_companies import POLICY

from transforms.clients.snapshot import population_of
from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.kpis import compute_all, explained
from transforms.kpis.peer_position import MEASURED, SPECS
from transforms.metrics.kpi import Audience
from transforms.metrics.metric_context import MetricContext
from transforms.tables import TABLES

Q3 = Period.parse("2026-Q3")
NAMES = "ABCDEFGH"


def seats(client: str, used: int | None) -> Row:
    return {
        "usage_id": client,
        "account_id": client,
        "usage_date": date(2026, 9, 30),
        "days": 1,
        "events": 1,
        "active_users": used,
        "seats_paid": 100,
    }


def company(used: dict[str, int | None]) -> Company:
    rows = [seats(client, number) for client, number in used.items() if number is not None]
    return Company({client: client for client in used}, POLICY, usage=rows)


def context_of(of: Company, segments: dict[str, str]) -> MetricContext:
    context = facts_of(of)
    accounts = context.tables["accounts"]
    told = accounts.assign(segment=accounts["account_id"].map(segments))
    tables = {**context.tables.frames, "accounts": TABLES["accounts"].conform(told)}
    return replace(context, tables=CanonicalTables(tables))


def positions(of: Company, segments: dict[str, str]) -> dict[str, Any]:
    context = context_of(of, segments)
    known = replace(context, population=population_of("USD", [context], [Q3]))
    values = compute_all(known, [Q3], ["peer_adoption"])
    return {row.entity_id: row.reason or row.value for row in values.itertuples()}


def slowly(of: Company, segments: dict[str, str], client: str) -> Any:
    found = {other: answers(of, other, Q3)["seats_used"] for other in of.clients}
    own = found[client]
    if own.value is None:
        return own.reason
    if client not in segments:
        return "no_segment"
    others = [
        answer.value
        for other, answer in found.items()
        if other != client and segments.get(other) == segments[client] and answer.value is not None
    ]
    if len(others) < 5:
        return "too_few_clients"
    ahead = sum(2 if other < own.value else 1 if other == own.value else 0 for other in others)
    return round(Fraction(5 * ahead, len(others))) / 10


@pytest.mark.thorough
@settings(deadline=None, max_examples=15)
@given(
    used=st.fixed_dictionaries(
        {name: st.none() | st.sampled_from([10, 30, 30, 70, 100]) for name in NAMES}
    ),
    segments=st.dictionaries(
        st.sampled_from(NAMES), st.sampled_from(["business", "business", "corporate"]), min_size=6
    ),
)
def test_it_equals_the_reference(used: dict[str, int | None], segments: dict[str, str]) -> None:
    of = company(used)
    told = positions(of, segments)
    assert {client: slowly(of, segments, client) for client in of.clients} == told


@pytest.mark.parametrize("place", range(6))
def test_it_comes_out_of_the_clients_own_rows_and_the_snapshot(place: int) -> None:
    six = company({name: 10 * at for at, name in enumerate(NAMES[:6], start=1)})
    long_ago = [row | {"usage_id": "old", "usage_date": date(2026, 7, 1)} for row in six.usage]
    same, client = dict.fromkeys(NAMES, "business"), NAMES[place]
    context = context_of(replace(six, usage=[*six.usage, *long_ago[:1]]), same)
    known = replace(context, population=population_of("USD", [context], [Q3]))
    ours = known.entities[known.entities["entity_id"] == client].reset_index(drop=True)
    (part,) = explained(replace(known, entities=ours), "peer_adoption", Q3)
    own = [row for row in six.usage if row["usage_id"] in set(part.entered["usage_id"])]
    others = [row for row in six.usage if row["account_id"] != client]
    assert [row["account_id"] for row in own] == [client]
    assert slowly(replace(six, usage=[*own, *others]), same, client) == place / 5


def test_no_setting_lets_fewer_than_five_others_be_guessed() -> None:
    five = company({name: 10 * place for place, name in enumerate(NAMES[:5], start=1)})
    easy = replace(five, policy=replace(POLICY, population_minimum_clients=1))
    same = dict.fromkeys(NAMES, "business")
    assert set(positions(easy, same).values()) == {"too_few_clients"}
    six = company({name: 10 * place for place, name in enumerate(NAMES[:6], start=1)})
    assert positions(six, same)["F"] == 1.0
    strict = replace(six, policy=replace(POLICY, population_minimum_clients=6))
    assert set(positions(strict, same).values()) == {"too_few_clients"}


def test_every_position_is_of_a_figure_that_clients_may_see() -> None:
    assert {spec.id for spec in SPECS} == set(MEASURED)
    assert {spec.audience for spec in MEASURED.values()} == {Audience.CLIENT}
