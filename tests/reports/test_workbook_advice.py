"""Every number of the recommendation, computed again here by the plain formulas."""

import math
import random
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest
from renewal_clients import costs, golden, request, with_tables

from reports.workbook.compose import compose_workbook
from reports.workbook.formulas.calculation import calculated, named_value, named_values
from reports.workbook.model import Workbook
from reports.workbook.words import WorkbookWords
from transforms.core.policy import ApprovalBand
from transforms.renewals.decision import RenewalDecision
from transforms.renewals.offers import Offer

pytestmark = pytest.mark.thorough

WORDS = {"en": WorkbookWords("en", "en-GB", "EUR"), "es": WorkbookWords("es", "es-ES", "EUR")}


@dataclass(frozen=True)
class Deal:
    """One request; amounts in cents, the whole cost avoidable, the policy's own rates."""

    price: int
    cost: int
    discount: float
    now: float
    then: float
    term: float

    @property
    def margin(self) -> float:
        return (self.price - self.cost) / self.price

    def worth(self, price: float, cost: float, years: int) -> float:
        """NPV over three years at 10 %, once renewed: 3 % uplift and 88 % loyalty after it."""
        total = 0.0
        for year in range(3):
            after = max(0, year - years + 1)
            total += (price * 1.03**after - cost) * 0.88**after / 1.1**year
        return total

    def odds(self, discount: float, years: int) -> float:
        today, then, term = (math.log(p / (1 - p)) for p in (self.now, self.then, self.term))
        slope = max(0.0, (then - today) / self.discount)
        further = (term - today - slope * self.discount) / 2
        return 1 / (1 + math.exp(-(today + slope * discount + further * (years - 1))))

    @property
    def best(self) -> float:
        """The largest expected worth within policy: the contract in force is of two years."""
        steps = [step / 40 for step in range(18)]
        return max(
            self.odds(discount, years) * self.worth(net, self.cost, years)
            for discount in (*steps, self.discount)
            for years in (1, 2, 3)
            for net in (self.price * (1 - discount),)
            if round((net - self.cost) / net, 9) >= 0.4
            and (years < 3 or discount >= 0.025)
            and discount <= max(0.3, math.ceil(round((self.discount + 0.05) * 40, 6)) / 40)
        )


def deals(count: int) -> list[Deal]:
    chance = random.Random(11)
    return [
        Deal(
            price=chance.randrange(1_000_000, 90_000_000),
            cost=chance.randrange(100_000, 700_000),
            discount=round(chance.uniform(0.01, 0.4), 3),
            now=round(chance.uniform(0.3, 0.99), 2),
            then=round(chance.uniform(0.3, 0.99), 2),
            term=round(chance.uniform(0.3, 0.99), 2),
        )
        for _ in range(count)
    ]


def composed(deal: Deal, language: str) -> Workbook:
    asked = request(
        "EUR",
        price_minor=deal.price,
        list_price_minor=deal.price,
        requested_discount=deal.discount,
        renewal_probability=deal.now,
        renewal_probability_discounted=deal.then,
        renewal_probability_term=deal.term,
    )
    client = with_tables(
        golden(language), renewal_requests=asked, costs=costs(deal.cost - 1_000, 1_000, "EUR")
    )
    found = compose_workbook(client).workbook
    assert found is not None
    return found


def said(workbook: Workbook, sheet: str = "summary") -> str:
    cells = workbook.sheet(sheet).cells
    return "\n".join(cell.value for cell in cells if isinstance(cell.value, str))


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("deal", deals(12), ids=str)
def test_the_recommendation_says_what_the_plain_formulas_say(deal: Deal, language: str) -> None:
    words, text = WORDS[language], said(composed(deal, language))
    assert words.money(deal.best) in text
    assert words.money(deal.price * deal.discount) in text
    assert words.money(deal.cost / 0.6) in text
    assert words.percent(deal.margin) in text
    if deal.then <= deal.now:
        assert words.say("advice.basis_level") in text
    bands = {0.1: "account_manager", 0.2: "team_lead", 0.3: "director", 0.4: "revenue_officer"}
    approver = next(name for limit, name in bands.items() if deal.discount <= limit)
    after = (deal.price * (1 - deal.discount) - deal.cost) / (deal.price * (1 - deal.discount))
    expected = words.say(f"approver.{approver if after >= 0.4 else 'finance'}")
    assert expected in text


def test_bundled_concessions_count_as_discount_and_cost() -> None:
    workbook = composed(Deal(12_000_000, 4_800_000, 0.08, 0.85, 0.92, 0.9), "en")
    typed = calculated(workbook, {"in_concessions": 6_000})
    requested = list(Offer).index(Offer.AS_REQUESTED)

    def of(book: Workbook, measure: str) -> object:
        return named_values(book, f"sc_{measure}")[requested]

    assert of(workbook, "approver") == "Account manager"
    assert of(typed, "list_discount") == pytest.approx(0.13)
    assert of(typed, "approver") == "Team lead"
    assert of(typed, "contribution") == pytest.approx(120_000 * 0.92 - 48_000 - 0.35 * 6_000)


def test_concessions_that_the_request_names_are_taken_over() -> None:
    asked = request("EUR", requested_discount=0.08, concessions_minor=600_000)
    workbook = compose_workbook(with_tables(golden(), renewal_requests=asked)).workbook
    assert workbook is not None
    requested = list(Offer).index(Offer.AS_REQUESTED)
    assert named_value(workbook, "in_concessions") == 6_000
    assert named_values(workbook, "sc_list_discount")[requested] == pytest.approx(0.13)
    assert named_values(workbook, "sc_approver")[requested] == "Team lead"


def test_the_policy_of_the_settings_decides_who_approves() -> None:
    client = golden()
    bands = (ApprovalBand(0.05, "key_account_desk"), ApprovalBand(1.0, "board"))
    renewal = replace(client.policy.renewal, bands=bands, reason_codes=("merger",))
    found = compose_workbook(
        replace(client, policy=replace(client.policy, renewal=renewal))
    ).workbook
    assert found is not None
    assert named_values(found, "sc_approver")[:2] == ("key account desk", "board")
    assert named_values(found, "pol_reason") == ("merger",)


def test_a_large_deal_goes_one_tier_up() -> None:
    client = golden()
    renewal = replace(client.policy.renewal, escalation_deal_minor=12_000_000)
    found = compose_workbook(
        replace(client, policy=replace(client.policy, renewal=renewal))
    ).workbook
    assert found is not None
    assert named_values(found, "sc_approver")[1] == "Team lead"
    assert "one tier up for the size of the deal" in said(found)


def test_a_decision_without_its_reason_code_is_pointed_at() -> None:
    workbook = composed(Deal(12_000_000, 4_800_000, 0.08, 0.85, 0.92, 0.9), "en")
    decided = calculated(workbook, {"dec_decision": "As is"})
    lacking = "The decision lacks its reason code"
    notes = [str(cell.value) for cell in decided.sheet("approvals").cells if cell.formula]
    assert any(lacking in note for note in notes)
    assert named_value(decided, "dec_decision") == "As is"


@pytest.mark.parametrize(
    ("language", "states"),
    [
        ("en", ("Nothing recorded, nothing approved", "Recorded by Ana Ruiz", "; not approved.")),
        ("es", ("Nada registrado, nada aprobado", "Registrada por Ana Ruiz", "; sin aprobar.")),
    ],
)
def test_a_recorded_decision_is_told_and_is_never_called_approved(
    language: str, states: tuple[str, str, str]
) -> None:
    client = golden(language)
    typed = RenewalDecision(
        client_id=client.client_id,
        renewal_date=date(2027, 1, 1),
        edition_id="0" * 16,
        inputs={},
        decision=Offer.AS_IS,
        reason="price_pressure",
        requested_by="Luis Peña",
        decided_by="Finanzas",
        signed_by="Ana Ruiz",
        signed_on="2026-10-02",
        imported_by="aruiz",
        imported_at=datetime(2026, 10, 3, tzinfo=UTC),
        sha256="0" * 64,
    )
    before, after = (
        said(found, "approvals")
        for item in (client, replace(client, decision=typed))
        if (found := compose_workbook(item).workbook)
    )
    assert states[0] in before
    assert states[0] not in after
    assert states[1] in after
    assert states[2] in after


def test_sentences_round_ties_as_the_cells_beside_them() -> None:
    assert WORDS["es"].money(6_797_250) == "67.973\u00a0EUR"
    assert WORDS["en"].percent(0.2845) == "28.5%"
    assert WORDS["en"].number(2.665) == "2.67"


def test_numbers_in_sentences_are_written_as_the_company_writes_them() -> None:
    client = replace(golden("es"), locale="es-ES", home_locale="es-MX")
    workbook = compose_workbook(client).workbook
    assert workbook is not None
    assert workbook.locale == "es-MX"
    assert "+4,682" in said(workbook)
    assert "4.682" not in said(workbook)


def test_amounts_of_hundreds_are_told_without_cents() -> None:
    words = WorkbookWords("en", "en-US", "USD")
    assert words.money(41_815) == "418\N{NO-BREAK SPACE}USD"
    assert words.money(1_250) == "12.50\N{NO-BREAK SPACE}USD"
