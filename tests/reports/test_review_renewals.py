"""The review of an account on its renewal: when it opens, what became of it, its options."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from client_spec import POLICY
from clients import QUARTER, Client, client_file, reviewed_client
from test_deck_review import cells, review_of, slide_of, texts_of
from test_review_urgency import in_english, inside, known, page, review

from reports.brand import inches
from reports.client import ClientFile
from reports.deck.exhibits.table import whole_table
from reports.deck.internal_slides import overview, standing
from reports.deck.review.matters import matters
from reports.deck.review.renewal_options import (
    approver_of,
    offering,
    options,
    printed_share,
    proposed,
)
from reports.deck.review.signal_matters import approving
from reports.deck.slide_context import Headline
from transforms.clients.relationship import Component
from transforms.core.canonical import CanonicalTables
from transforms.signals import discount_asked

pytestmark = pytest.mark.thorough


def test_a_renewal_that_is_far_says_when_its_negotiation_opens_and_what_will_renew() -> None:
    soon = replace(POLICY, renewal=replace(POLICY.renewal, window_days=30))
    slide = slide_of(review_of(client_file(Client(reviewed=True, policy=soon))), "renewal")
    assert slide.rule == "titles.renewal.far"
    assert cells(slide)[1][0] == "Plataforma"
    assert (
        "descuento pedido; la negociación se abre el 2 de diciembre de 2026, en 62\u00a0días"
        in slide.title
    )


def agreed_on(client: ClientFile, *, data_date: date, **known: object) -> ClientFile:
    """The client with one contract that says this, as known on a later day."""
    rows = client.tables.rows("contracts").head(1).assign(**known)
    return replace(
        client, data_date=data_date, tables=CanonicalTables({**client.tables, "contracts": rows})
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", "la negociación se abrió el 6 de julio de 2026 y el preaviso vence el 3 de octubre"),
        (
            "en",
            "negotiation opened on July 6, 2026; notice deadline October 3, 2026, in 2\u00a0days",
        ),
    ],
)
def test_whether_a_negotiation_has_opened_is_told_as_of_the_data(language: str, words: str) -> None:
    """A quarter that is reported late: what lay ahead at its end has begun."""
    period = QUARTER.previous
    client = client_file(Client(reviewed=True))
    late = replace(
        client,
        kpis=replace(client.kpis, needed=None),
        period=period,
        language=language,
        locale=locale_of(language),
    )
    ends = {"start_date": pd.Timestamp(2025, 1, 1), "end_date": pd.Timestamp(2027, 1, 1)}
    client = agreed_on(late, data_date=date(2026, 10, 1), notice_days=90, **ends)
    slide = slide_of(review_of(client), "renewal")
    assert slide.rule == "titles.renewal.far"
    assert words in slide.title


def locale_of(language: str) -> str:
    return {"es": "es-MX", "en": "en-US"}[language]


@pytest.mark.parametrize(
    ("today", "is_followed", "is_auto_renewed", "rule"),
    [
        (date(2026, 12, 1), True, True, "settled"),
        (date(2026, 12, 1), False, True, "rolled"),
        (date(2026, 12, 1), False, False, "ended"),
        (date(2026, 10, 2), True, True, "signed"),
    ],
)
def test_a_renewal_that_is_settled_or_past_says_what_became_of_it(
    today: date, is_followed: bool, is_auto_renewed: bool, rule: str
) -> None:
    ends = {"start_date": pd.Timestamp(2025, 10, 10), "end_date": pd.Timestamp(2026, 10, 10)}
    client = agreed_on(
        reviewed_client(),
        data_date=today,
        is_auto_renewed=is_auto_renewed,
        **ends,
    )
    if is_followed:
        one = client.tables["contracts"]
        following = one.assign(
            contract_id="next",
            start_date=ends["end_date"],
            end_date=pd.Timestamp(2027, 10, 10),
            status=None,
        )
        both = pd.concat([one, following.astype(one.dtypes)])
        client = replace(client, tables=CanonicalTables({**client.tables, "contracts": both}))
    review = review_of(client)
    slide = slide_of(review, "renewal")
    assert slide.rule == f"titles.renewal.{rule}"
    assert cells(slide)[0][0] == "Suscripción"
    summary = texts_of(slide_of(review, "overview"))
    assert ("Renovado" in summary) is (rule == "settled")
    assert not any(text == "Mejor propuesta" for text in summary)


def test_options_stand_by_their_rank_and_the_limit_under_them() -> None:
    slide = slide_of(review_of(reviewed_client()), "renewal")
    first = [row[0].replace("\u00a0", " ") for row in cells(slide)[1:]]
    ranks = [int(name[0]) for name in first if name[0].isdigit()]
    assert ranks == sorted(ranks)
    assert all(name[0].isdigit() for name in first[: len(ranks)])
    assert not any("límite" in name for name in first)
    assert any("Precio límite: $" in text for text in texts_of(slide))
    assert any("Plazo de 2 años " in name and " descuento" in name for name in first)


def test_a_client_that_left_has_no_renewal_before_it_though_its_contract_runs() -> None:
    client = reviewed_client()
    ended = {"end_date": pd.Timestamp(2026, 6, 1), "status": "canceled"}
    tables = client.tables.map(
        lambda name, frame: frame.assign(**ended) if name == "subscriptions" else frame
    )
    gone = replace(client, tables=tables)
    assert not gone.dossier.status.is_active
    assert gone.dossier.status.renewal_date is not None
    names = [{slide.name for slide in review_of(item).slides} for item in (client, gone)]
    assert ["renewal" in told for told in names] == [True, False]


def test_the_step_on_a_discount_names_who_approves_the_option_that_is_proposed() -> None:
    context = inside()
    case = context.inside.renewal
    (asked,) = [item for item in context.inside.signals if item.kind == discount_asked.SPEC.id]
    assert case is not None
    option = proposed(case)
    assert option is not None
    said = approving(context, asked)
    assert approver_of(context, option) in said
    assert offering(context, option) in said
    assert any(said in item.steps for item in matters(context, 3))


def test_a_change_of_the_margin_has_its_direction() -> None:
    client = known(reviewed_client(), contribution_margin=0.4)
    for told, verb in ((client, "El margen de contribución baja al 40"),):
        assert page(review(told), "margin").title.startswith(verb)
    assert "falls to 40" in page(review(in_english(client)), "margin").title
    more = known(reviewed_client(), contribution_margin=0.99)
    assert page(review(more), "margin").title.startswith("El margen de contribución sube al 99")


def test_an_amount_of_nothing_gives_way_to_what_unused_seats_cost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(overview, "idle_cost", lambda _: "$9")
    figures = known(reviewed_client(), overdue_balance=0, disputed_balance=90_000).kpis
    told = {item.label: item.value for item in overview._money(inside(figures=figures)).facts}
    assert "Vencido" not in told and "En disputa" in told
    assert "Licencias sin uso, al año" in told


@pytest.mark.parametrize(
    ("other", "words"),
    [((Component.SERVICE,), "otra forma de puntuar Servicio"), ((), "varios componentes")],
)
def test_a_score_that_cannot_be_compared_names_what_is_measured_otherwise(
    other: tuple[Component, ...], words: str
) -> None:
    context = inside()
    relationship = replace(
        context.inside.relationship, change=2.0, is_comparable=False, other=other
    )
    context = replace(context, inside=replace(context.inside, relationship=relationship))
    found = standing.headline(context, ())
    assert isinstance(found, Headline) and words in found.title.text


def test_a_share_that_somebody_agrees_on_has_a_decimal_where_it_needs_one() -> None:
    context = inside()
    told = [printed_share(context, share) for share in (0.05, 0.075, 0.1, 0.15)]
    assert told == ["5%", "7.5%", "10%", "15%"]


def test_what_the_client_asked_for_stands_among_the_options_however_little_room_there_is() -> None:
    context = inside()
    case = context.inside.renewal
    assert case is not None
    plan, area = options(context, case), context.brand.body
    asked = context.say("renewal.offer_as_requested")
    full = [row[0].text for row in plan.rows]
    assert plan.kept is not None and asked in full[plan.kept].lower() and plan.kept > 2
    for height in (1.4, 1.8, 2.2):
        (table,) = whole_table(context, plan, replace(area, height=inches(height)))
        shown = [row.cells[0].body.text.lower() for row in table.rows]
        assert any(asked in name for name in shown) and "más" in shown[-1]
        assert len(shown) < len(full)
