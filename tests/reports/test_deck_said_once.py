"""Value, goals, commitments and investment: each sentence is true of what stands under it."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from clients import QUARTER, full_client

from reports.brand import shipped_brand
from reports.deck.chain.links import chain
from reports.deck.compose import context_of
from reports.deck.exhibits import credit_notes, invoiced_tables
from reports.deck.exhibits.renewal_tile import renewal_tile
from reports.deck.model import Table, TextBox
from reports.deck.slide_context import Headline, SlideContext
from reports.deck.slides import commitments, delivery, goals, investment, value
from reports.deck.story_cards import worth_of
from reports.deck.view.client_view_build import seen
from transforms.billing.invoiced_parts import BillingAccount, InvoicedPart
from transforms.clients.aims import Commitment, Goal, Worth
from transforms.core.rates import Rates
from transforms.service.delivery_tasks import DueTask

NOBREAK = str.maketrans("\u00a0", " ")


def desk(figures: dict[tuple[str, str], float] | None = None, **changes: object) -> SlideContext:
    """The full client in English; some of its figures and what it is shown changed."""
    client = full_client()
    values = dict(client.kpis.values)
    for (kpi, period), number in (figures or {}).items():
        found = values[kpi, period]
        is_money = found.value_minor is not None or kpi == "invoiced_amount"
        changed = {"value_minor": round(number)} if is_money else {"value": number}
        values[kpi, period] = replace(found, reason=None, **changed)  # pyright: ignore
    view = seen(replace(client, kpis=replace(client.kpis, values=values))).view
    view = replace(view, language="en", locale="en-US", **changes)
    return context_of(view, shipped_brand())


def title(found: object) -> str:
    assert isinstance(found, Headline)
    return found.title.text.translate(NOBREAK)


def goal(text: str, hours: float | None, major: int | None, actual: float = 5) -> Goal:
    minor = None if major is None else 100 * major
    return Goal(text, "days", 4, actual, "down", Worth(hours, minor, "MXN"))


def said(rule_and_values: tuple[str, object], context: SlideContext) -> str:
    rule, values = rule_and_values
    return context.say(f"meaning.{rule}", values).translate(NOBREAK)  # pyright: ignore


def test_value_that_fell_says_what_there_was_before() -> None:
    aims = (goal("Faster close", 60, None), goal("Less paper", 36, None))
    now, before = ("value_hours", str(QUARTER)), ("value_hours", str(QUARTER.previous))
    client = full_client()
    book = dict(client.kpis.values)
    hours = replace(book[now], value=96.0, value_minor=None, reason=None)
    none = replace(book["value_money", str(QUARTER)], value=None, value_minor=None)
    for earlier, tail in ((306.0, ", down from 306 h in Q2 2026"), (96.0, "")):
        values = {
            **book,
            now: hours,
            before: replace(hours, period=QUARTER.previous, value=earlier),
            ("value_money", str(QUARTER)): none,
        }
        read = replace(client, kpis=replace(client.kpis, values=values))
        view = replace(seen(read).view, language="en", locale="en-US", goals=aims)
        told = title(value.headline(context_of(view, shipped_brand()), ()))
        assert told == f"You confirmed 96 h saved in Q3 2026{tail}"


def test_hours_and_money_each_have_their_largest_gain() -> None:
    context = desk(goals=(goal("Faster close", 60, None), goal("Less paper", 36, 900)))
    more = desk(goals=(*context.view.goals, goal("Fewer calls", 5, None)))
    assert said(value._meaning(more), more) == (
        "Largest confirmed gains, in money and in hours: “Less paper” (36 h and MX$900) and "
        "“Faster close” (60 h)."
    )
    even = desk(goals=(goal("Faster close", 60, None), goal("Less paper", 60, None)))
    assert "contribute the same: 60 h each" in said(value._meaning(even), even)
    unvalued = replace(goal("Fewer calls", None, None), worth=None)
    without = desk(goals=(*even.view.goals, unvalued))
    assert said(value._meaning(without), without).startswith("2 of your 3 goals have a value")
    third = goal("Fewer calls", 5, None)
    tied = desk(goals=(*even.view.goals, third))
    assert said(value._meaning(tied), tied).startswith("“Faster close” and “Less paper” contribute")


def valued(hours: float, before: float, goals: tuple[Goal, ...], language: str) -> SlideContext:
    """A client that confirmed so many hours, and no money."""
    client, sums = full_client(), {}
    for period, number in ((QUARTER, hours), (QUARTER.previous, before)):
        found = replace(client.kpis.get("value_hours", QUARTER), period=period, reason=None)
        sums["value_hours", str(period)] = replace(found, value=number, value_minor=None)
        none = replace(client.kpis.get("value_money", QUARTER), value=None, value_minor=None)
        sums["value_money", str(period)] = replace(none, period=period)
    read = replace(client, kpis=replace(client.kpis, values={**client.kpis.values, **sums}))
    locale = {"en": "en-US", "es": "es-MX"}[language]
    view = replace(seen(read).view, language=language, locale=locale, goals=goals)
    return context_of(view, shipped_brand())


PAIR = (goal("Faster close", 60, None), goal("Less paper", None, 900))


@pytest.mark.parametrize(
    ("language", "hours", "before", "words"),
    [
        ("en", 60, 30, "Hours saved: 60 h, up from 30 h in Q2 2026."),
        ("es", 60, 30, "Horas ahorradas: 60 h, frente a 30 h en el T2 2026."),
        ("en", 60, 60, "Your 2 goals have a value confirmed by your team."),
        ("es", 60, 60, "Sus 2 objetivos tienen un valor confirmado por su equipo."),
    ],
)
def test_beside_a_table_of_all_gains_the_strip_tells_what_the_table_does_not(
    language: str, hours: float, before: float, words: str
) -> None:
    context = valued(hours, before, PAIR, language)
    assert said(value._meaning(context), context) == words
    some = valued(60, 60, (*PAIR, replace(PAIR[0], worth=None)), language)
    assert said(value._meaning(some), some).startswith("2 ")


@pytest.mark.parametrize(
    ("language", "one", "all_of", "card"),
    [
        ("en", "Why did “Faster close” bring", "Why did your goals bring", "down from 180 h in"),
        ("es", "¿Por qué «Faster close» aportó", "¿Por qué sus objetivos", "T2 2026, 180 h"),
    ],
)
def test_value_that_fell_much_is_asked_about_and_answered_on_every_page(
    language: str, one: str, all_of: str, card: str
) -> None:
    for aims, words in ((PAIR, one), ((PAIR[0], goal("Less paper", 36, None)), all_of)):
        context = valued(60, 180, aims, language)
        before = tuple(replace(aim, worth=Worth(90, 900, "MXN")) for aim in aims)
        before = before if words == all_of else before[:1]
        context = replace(context, view=replace(context.view, goals_before=before))
        found = value.headline(context, ())
        assert isinstance(found, Headline)
        page = value.compose(context, found, (found,))[0]
        texts = [item.body.text for item in page.elements if isinstance(item, TextBox)]
        assert any(words in text for text in texts)
        links = {link.rule: link for link in chain(context, (found,))}
        assert "180" in links["value"].effect and "180" in links["value"].finding.text
        hours = replace(context.view, goals=aims[:1])
        lead = worth_of(replace(context, view=hours), ())
        assert card in lead.lead.translate(NOBREAK) and lead.tone is None
    steady = valued(150, 180, PAIR, language)
    assert "value" not in {link.rule for link in chain(steady, (found,))}


def test_hours_are_told_by_the_goals_name_alone() -> None:
    context = desk(goals=(goal("Unplanned stops on the line", 210, None),))
    assert [fact.label for fact in worth_of(context, ()).facts] == ["Unplanned stops on the line"]


def test_the_card_of_money_tells_the_hours_too() -> None:
    context = desk(goals=(goal("Faster close", 60, None), goal("Less paper", 36, 900)))
    facts = {fact.label: fact.value for fact in worth_of(context, ()).facts}
    assert facts["Hours saved"].translate(NOBREAK) == "96 h"


def test_a_miss_of_less_is_better_is_over_its_target() -> None:
    over, under = goal("Close", None, None), Goal("Coaches", "count", 15, 12, "up")
    for aim, told in ((over, "1 day over"), (under, "3 short of")):
        context = desk(goals=(replace(aim, worth=None),))
        assert said(goals._meaning(context, "goals.none", ()), context).endswith(
            f"is {told} its target."
        )
    assert "misses its target" in title(goals.headline(desk(goals=(over,)), ()))


def promise(state: str, side: str = "us", due: date | None = date(2026, 8, 1)) -> Commitment:
    return Commitment("2026-Q3", f"Task {state}", "A", side, due, state, "", "", "")


@pytest.mark.parametrize(
    ("states", "told"),
    [
        (
            ("done", "done", "moved", "dropped"),
            "2 of 4 commitments are closed (1 postponed and 1 withdrawn); "
            "still to do: “Task moved”",
        ),
        (
            ("done", "done", "moved", "open"),
            "2 of 4 commitments are closed (1 open and 1 postponed); "
            "the longest overdue is “Task open”",
        ),
        (("done", "done", "open"), "2 of 3 commitments are closed; still to do: “Task open”"),
        (("moved",), "The quarter’s commitment was postponed: “Task moved”"),
        (("done", "done"), "Both commitments for the quarter are closed"),
    ],
)
def test_every_commitment_of_the_table_is_counted_in_its_state(
    states: tuple[str, ...], told: str
) -> None:
    context = desk(commitments=tuple(map(promise, states)))
    found = title(commitments.headline(context, ()))
    assert found.replace("Only ", "") == told


def test_the_earliest_of_what_is_open_leads() -> None:
    later, first = promise("open"), replace(promise("open", due=date(2026, 7, 3)), text="First")
    found = title(commitments.headline(desk(commitments=(later, first)), ()))
    assert "“First”" in found and "“Task open”" not in found


def test_our_own_lapse_is_no_question_to_the_client() -> None:
    context = desk()
    for side, rule in (("us", "commitments.ours"), ("client", "commitments.theirs")):
        due = (promise("done"), promise("done"), promise("open", side))
        found = commitments.headline(
            replace(context, view=replace(context.view, commitments=due)), ()
        )
        assert isinstance(found, Headline)
        assert commitments._asked(found, due) == rule


def parts(**majors: tuple[int, int, int]) -> tuple[InvoicedPart, ...]:
    """So much of each product in the first month of the last three quarters."""
    quarters = [QUARTER.shift(step).months[0] for step in (-2, -1, 0)]
    return tuple(
        InvoicedPart(month, name, 100 * major)
        for name, sums in majors.items()
        for month, major in zip(quarters, sums, strict=True)
        if major
    )


@pytest.mark.parametrize(
    ("sums", "told"),
    [
        ((1000, 800, 1000), "MX$1,000 invoiced in Q3 2026: back to the level of Q1 2026"),
        ((1000, 1300, 1000), "MX$1,000 invoiced in Q3 2026: back to the level of Q1 2026"),
        ((800, 800, 1000), "MX$1,000 invoiced in Q3 2026, 25% more than in Q2 2026"),
        (
            (1000, 960, 1000),
            "MX$1,000 invoiced in Q3 2026, +4.2% on Q2 2026; the whole increase (MX$40) "
            "comes from Users",
        ),
        ((1000, 1000, 1004), "MX$1,004 invoiced in Q3 2026, stable against Q2 2026 (+0.4%)"),
        ((1000, 500, -390), "Credit notes of MX$390 in Q3 2026 (Users); no new invoices"),
    ],
)
def test_the_title_on_invoices_tells_a_rebound_and_a_step_that_is_seen(
    sums: tuple[int, int, int], told: str
) -> None:
    context = desk(
        {
            ("invoiced_amount", str(QUARTER)): 100 * sums[2],
            ("invoiced_amount", str(QUARTER.previous)): 100 * sums[1],
        },
        invoiced=(*parts(Users=sums), *parts(Core=(1, 1, 1))),
    )
    assert title(investment.headline(context, ())).startswith(told)


def test_a_year_that_is_invoiced_is_no_quarter_of_nothing() -> None:
    plain = desk()
    fee = 12 * (plain.get("mrr").value_minor or 0) // 100
    context = desk(
        {("invoiced_amount", str(QUARTER)): 0}, invoiced=parts(Users=(fee, fee // 10, 0))
    )
    told = title(investment.headline(context, ()))
    assert told.startswith("MX$") and " invoiced in twelve months (" in told
    assert told.endswith("January 2026 and April 2026); no invoices in Q3 2026")


def test_invoices_of_a_year_are_no_steps_from_month_to_month() -> None:
    april, may, june = QUARTER.previous.months
    fee = 12 * (desk().get("mrr").value_minor or 0)
    for now, is_step in ((0, False), (100, True)):
        invoiced = (
            InvoicedPart(april, "Users", fee),
            InvoicedPart(may, "Users", fee // 10),
            InvoicedPart(june, "Users", fee // 10),
        )
        context = desk({("invoiced_amount", str(QUARTER)): now}, invoiced=invoiced)
        found = investment.headline(context, ())
        assert isinstance(found, Headline)
        page = investment.compose(context, found, ())[0]
        noted = " ".join(item.body.text for item in page.elements if isinstance(item, TextBox))
        assert ("less in Users" in noted) is is_step


def test_a_contract_that_has_ended_is_not_called_none() -> None:
    view = desk().view
    assert view.renewal is not None
    ended = replace(view.renewal, day=view.data_date - timedelta(days=92), basis="contract")
    context = desk(renewal=ended)
    assert investment.meaning_rule(context) == "investment.lapsed"
    assert renewal_tile(context).label == "Contract ended"
    assert renewal_tile(desk()).label == "Renewal date"


def test_what_was_bought_without_subscription_has_no_renewal() -> None:
    view = desk().view
    assert view.renewal is not None
    guessed = replace(view.renewal, basis="inferred")
    without = desk(renewal=guessed, subscriptions=(), agreements=())
    assert investment.meaning_rule(without) == "investment.open"
    assert investment.meaning_rule(desk(renewal=guessed)) == "investment.inferred"


def test_a_fee_names_what_is_invoiced_beside_it() -> None:
    held = desk().view.subscriptions
    assert held
    monthly = [
        InvoicedPart(month, name, 100)
        for month in QUARTER.months
        for name in (held[0].product, "Priority Support")
    ]
    once = InvoicedPart(QUARTER.months[0], "Training", 100)
    context = desk(invoiced=(*monthly, once))
    assert "excluding Priority Support)" in investment._until(context)["fee"]
    without = desk(invoiced=(*monthly[::2], once))
    assert "excluding" not in investment._until(without)["fee"]


def test_accounts_in_several_currencies_add_up_in_the_decks() -> None:
    month = QUARTER.months[0].start
    rates = Rates({("average", "EUR", "MXN", f"{month:%Y-%m}"): Decimal(20)})
    pairs = (("Aurora", "MXN", 100_000), ("Aurora Iberia", "EUR", 5_000))
    accounts = [
        BillingAccount(name, "", code, ((code, minor),), ((month, code, minor),))
        for name, code, minor in pairs
    ]
    converted = [item.shown_in(rates, "MXN") for item in accounts]
    assert [item.shown_minor for item in converted] == [100_000, 100_000]
    context = desk()
    rows = invoiced_tables._accounts_plan(context, converted, 2).rows
    assert [row[2].text for row in rows] == ["MX$1,000", "MX$1,000", "MX$2,000"]
    assert len(invoiced_tables._accounts_plan(context, accounts, 2).rows[0]) == 2, (
        "a rate is missing"
    )
    assert accounts[1].shown_in(Rates({}), "MXN").shown_minor is None


@pytest.mark.parametrize(("milestones", "starts"), [(0, "Not shown: "), (1, "Milestones are in")])
def test_tasks_that_a_long_list_leaves_out_are_counted(milestones: int, starts: str) -> None:
    day = date(2026, 8, 3)
    tasks = tuple(
        DueTask(f"Task {n}", "Launch", n < milestones, day, day, 4 if n == 40 else 0, "")
        for n in range(60)
    )
    context = desk(due_tasks=tasks)
    found = delivery.headline(context, ())
    assert isinstance(found, Headline)
    (page,) = delivery.compose(context, found, ())
    (table,) = (item for item in page.elements if isinstance(item, Table))
    names = [row.cells[0].body.text for row in table.rows[1:]]
    assert names[:2] == ["Task 40", "Task 0"]
    told = [
        item.body.text
        for item in page.elements
        if isinstance(item, TextBox) and item.body.text.startswith(starts)
    ]
    assert len(told) == 1
    assert f"{60 - len(names)} more tasks, all delivered on time" in told[0]


def test_a_quarter_of_credit_notes_says_when_they_were_issued_and_what_the_year_comes_to() -> None:
    context = desk(
        {("invoiced_amount", str(QUARTER)): -39_000},
        invoiced=parts(Users=(1000, 500, -390)),
        agreements=(),
        subscriptions=(),
        renewal=None,
    )
    found = investment.headline(context, ())
    assert isinstance(found, Headline)
    page = investment.compose(context, found, (found,))[0]
    texts = [item.body.text for item in page.elements if isinstance(item, TextBox)]
    shown = " ".join(texts).translate(NOBREAK)
    assert "Issued in July" in shown and "no reason" not in shown
    assert "The credit notes were issued in July. Net of them, MX$1,110 was invoiced" in shown
    assert "no contract" not in shown
    bare = replace(context.view, invoiced=parts(Users=(0, 0, -390)))
    assert "Net of" not in str(credit_notes.credits_told(replace(context, view=bare)))
