"""The options of a renewal as the review shows them: one table, and which of them is proposed."""

from collections.abc import Sequence
from dataclasses import replace

from messages.formats import begun
from reports.deck.exhibits.table import ColumnPlan, Entry, Row, TablePlan
from reports.deck.model import Figure
from reports.deck.review.internal_context import InternalContext
from reports.deck.slide_context import Phrase, Tone, Value
from reports.deck.text_model import Align
from reports.deck.view.internal_view import RenewalCase
from transforms.core.money import to_major
from transforms.renewals.approval import FINANCE
from transforms.renewals.offers import Offer, Outcome, Package
from transforms.renewals.opening import opening
from transforms.renewals.scenarios import best

_NAMES = ("offer", "net_price", "margin", "expected", "change", "needed", "approver")
_SHARES = (0.25, 0.12, 0.09, 0.13, 0.13, 0.13, 0.15)
_ALIGNS = (Align.LEFT, *(Align.RIGHT,) * 5, Align.LEFT)


def opening_of(case: RenewalCase) -> Outcome | None:
    """What to open with where nobody asked for a discount and the best offer gives one."""
    return opening(case.outcomes, is_asked=is_asked(case), is_doubted=case.is_doubted)


def is_asked(case: RenewalCase) -> bool:
    """Whether the client wants anything but to renew as it is, by CRM or workbook."""
    return case.request is not None or case.is_more_asked


def proposed(case: RenewalCase) -> Outcome | None:
    """The answer to open with, else the best one."""
    return opening_of(case) or best(case.outcomes)


def advice(context: InternalContext, case: RenewalCase) -> Value:
    """The end of the page's title: what to propose."""
    if (found := proposed(case)) is None:
        return ""
    rule = "advice"
    if found is opening_of(case):
        rule = "advice_unchanged" if found.offer is Offer.AS_IS else "advice_unasked"
    told, share = offer_in_full(context, found), idle_seats(context)
    volume = context.say("renewal.at_seats") if share else ""
    figures = (figure for figure in _figures(context, found) if figure.text in told)
    return context.phrase(
        f"titles.renewal.{rule}",
        {"offer": Phrase(told, "renewal.at_price", tuple(figures)), "volume": volume},
    )


def idle_seats(context: InternalContext) -> str:
    """The share of seats in use where it is so low that fewer may be renewed; else empty."""
    used = context.get("seats_used")
    is_low = used.value is not None and used.value < context.inside.seats_idle
    return context.text_of(used) if is_low else ""


def _figures(context: InternalContext, outcome: Outcome) -> tuple[Figure, ...]:
    """The numbers that an offer may be told with, as the company's policy allows it."""
    price, package = round(outcome.terms.net_price_minor), outcome.terms.package
    years = outcome.terms.years
    major = float(to_major(price, context.formats.currency))
    return (
        Figure(context.formats.money(price), major, table="policy"),
        Figure(context.formats.count(years), years, table="policy"),
        *(
            Figure(printed_share(context, share), share, table="policy")
            for share in (package.discount, package.uplift)
        ),
    )


def offer_in_full(context: InternalContext, outcome: Outcome) -> str:
    """What is offered, with the price of a year: discount, term and uplift of an offer of ours,
    as the renewal workbook's advice has them."""
    price = context.formats.money(round(outcome.terms.net_price_minor))
    values = {"offer": offer_in_short(context, outcome), "price": price}
    return context.say("renewal.at_price", values)


def offer_in_short(context: InternalContext, outcome: Outcome) -> str:
    """The same without the price."""
    name, package = offer_name(context, outcome), outcome.terms.package
    if outcome.offer is Offer.COUNTER:
        return _package(context, package) or name
    is_term = outcome.offer in (Offer.SHORT_TERM, Offer.LONG_TERM)
    return _of_term(context, name, package.discount) if is_term else name


def offering(context: InternalContext, outcome: Outcome) -> str:
    """What is done with an answer that needs approval: "offer a discount of …"."""
    package, offer = outcome.terms.package, outcome.offer
    is_ours = offer in (Offer.COUNTER, Offer.SHORT_TERM, Offer.LONG_TERM)
    if not is_ours or package.uplift > 0:
        is_act = offer in (Offer.AS_IS, Offer.AS_REQUESTED)
        told = {"offer": offer_in_short(context, outcome)}
        return told["offer"] if is_act else context.say("renewal.offering", told)
    values = {
        "share": printed_share(context, package.discount),
        "years": context.formats.count(package.years),
    }
    if package.discount > 0:
        rule = "offering_both" if package.years > 1 else "offering_discount"
        return context.say(f"renewal.{rule}", values)
    if package.years > 1:
        return context.say("renewal.offering_term", values)
    return context.say("renewal.offer_as_is")


def printed_share(context: InternalContext, share: float) -> str:
    """A share that somebody agrees on: 7.5 % with its decimal, 5 % without one."""
    return context.formats.percent(share, 0 if round(100 * share, 1).is_integer() else 1)


def offer_name(context: InternalContext, outcome: Outcome) -> str:
    """An answer's name inside a sentence."""
    years = context.formats.count(outcome.terms.years)
    return context.say(f"renewal.offer_{outcome.offer}", {"years": years})


def options(context: InternalContext, case: RenewalCase) -> TablePlan:
    """The answers: the one to open with, then the best first."""
    found = _sorted(_ranked(_without_opening(case)), opening_of(case))
    asked = [item for item in case.outcomes if item.offer is Offer.AS_REQUESTED]
    kept = (at for at, item in enumerate(found) for one in asked if _is_same(item, one))
    return TablePlan(
        context.say("renewal.table"),
        context.say("renewal.alt"),
        tuple(
            ColumnPlan(context.say(f"renewal.{name}"), share, align)
            for name, share, align in zip(_NAMES, _SHARES, _ALIGNS, strict=True)
        ),
        tuple(_option(context, item, case) for item in found),
        kept=next(kept, None),
    )


def _without_opening(case: RenewalCase) -> list[Outcome]:
    """Each package once; what to open with stands before the ranks."""
    first, found = opening_of(case), _distinct(case.outcomes)
    return [replace(item, rank=None) if _is_same(item, first) else item for item in found]


def _is_same(item: Outcome, other: Outcome | None) -> bool:
    return other is not None and item.terms.package == other.terms.package


def _sorted(found: Sequence[Outcome], first: Outcome | None) -> list[Outcome]:
    """What to open with, the best; then what is not proposed, by what it is worth."""

    def place(item: Outcome) -> tuple[bool, bool, float]:
        worth = item.expected_npv_minor or 0.0
        return not _is_same(item, first), item.rank is None, item.rank or -worth

    return sorted(found, key=place)


def notes(context: InternalContext, case: RenewalCase) -> str:
    """How the expected worth is reckoned, what breaks even, and the limit, where there is one."""
    return f"{reckoned(context, case)} {_limit(context, case)}"


def reckoned(context: InternalContext, case: RenewalCase) -> str:
    """How an option's expected NPV comes from its price, so that it can be worked out again."""
    course = case.course
    values = {
        "years": context.formats.count(course.horizon_years),
        "rate": printed_share(context, course.discount_rate),
        "later": context.formats.percent(course.later_probability),
    }
    return context.say("renewal.note_npv", values)


def _limit(context: InternalContext, case: RenewalCase) -> str:
    limit = next((item for item in case.outcomes if item.offer is Offer.WALK_AWAY), None)
    if limit is None:
        return context.say("renewal.note")
    price = context.formats.money(round(limit.terms.net_price_minor))
    return context.say("renewal.note_limit", {"price": price})


def _distinct(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Each package once: where nothing was asked for, to accept it is to renew unchanged. The
    limit is no package of its own."""
    found: dict[Package, Outcome] = {}
    for item in outcomes:
        if item.offer is not Offer.WALK_AWAY:
            found.setdefault(item.terms.package, item)
    return list(found.values())


def _ranked(found: Sequence[Outcome]) -> list[Outcome]:
    """The ranks among what is shown, without the gaps that packages left that stand once."""
    ranks = [item.rank for item in found if item.rank]
    return [
        replace(item, rank=1 + sum(rank < item.rank for rank in ranks)) if item.rank else item
        for item in found
    ]


def _named(context: InternalContext, item: Outcome, case: RenewalCase) -> str:
    """The answer with its rank; of ours what it is, and of one without a rank why."""
    name = offer_name(context, item)
    if item.offer in (Offer.SHORT_TERM, Offer.LONG_TERM):
        name = _of_term(context, name, item.terms.package.discount)
    if item.offer is Offer.COUNTER and opening_of(case) is not None:
        name = context.say("renewal.offer_fallback")
    if item.offer is Offer.COUNTER and (what := _package(context, item.terms.package)):
        name = context.say("renewal.ours", {"offer": name, "what": what})
    name = begun(name)
    if item.rank:
        return f"{item.rank} · {name}"
    if _is_same(item, opening_of(case)):
        return context.say("renewal.opens_with", {"offer": name})
    if item.bar is None:
        return name
    why = context.say(f"renewal.bar_{item.bar}")
    return context.say("renewal.barred", {"offer": name, "why": why})


def _of_term(context: InternalContext, name: str, discount: float) -> str:
    """A longer term with what is given for it."""
    share = printed_share(context, discount)
    rule = "renewal.term_at" if discount > 0 else "renewal.term_alone"
    return context.say(rule, {"offer": name, "share": share})


def _package(context: InternalContext, package: Package) -> str:
    """What we offer in a few words: discount, term, yearly uplift."""
    told: list[str] = []
    if package.discount > 0:
        share = {"share": printed_share(context, package.discount)}
        told.append(context.say("renewal.ours_discount", share))
    if package.years > 1:
        told.append(context.words.count("renewal.ours_years", package.years))
    if package.uplift > 0:
        told.append(
            context.say("renewal.ours_uplift", {"share": printed_share(context, package.uplift)})
        )
    return context.formats.items(told)


def _option(context: InternalContext, item: Outcome, case: RenewalCase) -> Row:
    absent, first = context.say("absent"), opening_of(case)
    is_first = _is_same(item, first) if first else item.rank == 1
    margin = absent if item.margin is None else context.formats.percent(item.margin, 1)
    margin_tone = Tone.BAD if not item.is_above_floor else None
    return (
        Entry(_named(context, item, case), bold=is_first),
        Entry(context.formats.money(round(item.terms.net_price_minor)), bold=is_first),
        Entry(margin, margin_tone, bold=is_first),
        Entry(_money(context, item.expected_npv_minor), bold=is_first),
        Entry("" if item.offer is Offer.AS_IS else signed_money(context, item.change_minor)),
        Entry(_chances(context, item, case)),
        Entry(approver_of(context, item)),
    )


def _money(context: InternalContext, minor: float | None) -> str:
    return context.say("absent") if minor is None else context.formats.money(round(minor))


def signed_money(context: InternalContext, minor: float | None) -> str:
    """An amount with a plus where it is one."""
    text = _money(context, minor)
    return f"+{text}" if minor is not None and round(minor) > 0 else text


def _chances(context: InternalContext, item: Outcome, case: RenewalCase) -> str:
    """The probability of renewal that an answer is reckoned with, and the one at which it would
    be worth as much as renewing unchanged, both over the same years."""
    assumed, worth = item.terms.probability, item.expected_npv_minor
    if not assumed or worth is None:
        return context.say("absent")
    told = context.formats.percent(assumed)
    unchanged = next(found for found in case.outcomes if found.offer is Offer.AS_IS)
    if item.terms.package == unchanged.terms.package:
        return told
    if_taken = worth / assumed
    needed = (unchanged.expected_npv_minor or 0.0) / if_taken if if_taken > 0 else 2.0
    never = context.say("renewal.never")
    return f"{told} / {context.formats.percent(needed) if needed <= 1 else never}"


def approver_of(context: InternalContext, item: Outcome) -> str:
    """Who has to approve an option, by title."""
    approver = _titled(context, item.approval.approver)
    if not item.approval.joins_finance:
        return approver
    finance = _titled(context, FINANCE)
    return context.say("renewal.approver_joined", {"approver": approver, "finance": finance})


def _titled(context: InternalContext, approver: str) -> str:
    key = f"approvers.{approver}"
    return context.say(key) if context.words.has(key) else approver.replace("_", " ")
