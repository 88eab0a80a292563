"""Columns that need more than one name: states, prices a year, amounts of lines."""

from collections.abc import Callable, Mapping

from sources.proposer.columns import (
    Rule,
    confidence_of,
    constant,
    flagged,
    meanings,
    named_guess,
    own_key,
    understands,
)
from sources.proposer.credits import credited_invoice, given_back, gives_back
from sources.proposer.documents import below_zero, document_kind
from sources.proposer.guesses import Guess, Looked, because
from sources.proposer.intervals import by_interval, percent_off, with_coupon
from sources.proposer.known import Known, hinted, named, share_joined
from sources.proposer.outcomes import opportunity_guesses, ticket_guesses
from sources.proposer.sums import parts_of_total
from sources.proposer.vocabulary import plain, vocabulary
from transforms.core.money import exponent
from transforms.tables import TABLES

Special = Callable[[Looked, Known], list[Guess]]


def _subscriptions(looked: Looked, known: Known) -> list[Guess]:
    return [
        *_subscription_status(looked),
        _trial(looked),
        *(with_coupon(looked, item) for item in _yearly(looked, known)),
    ]


def _subscription_versions(looked: Looked, known: Known) -> list[Guess]:
    """Those of a subscription, whose key comes again."""
    key = own_key(looked, "subscriptions")
    reason = because("versions", column=key)
    keys = [Guess("subscription_id", {"column": key}, 0.85, (reason,))] if key else []
    return [*keys, *_subscriptions(looked, known)]


def _subscription_status(looked: Looked) -> list[Guess]:
    found = named_guess(looked, "subscriptions", TABLES["subscriptions"].by_name["status"])
    if found:
        return [found]
    if ended := flagged(looked, "ended_flag"):
        values = _by_truth(looked, ended, "ended", "active")
        return [
            Guess(
                "status",
                {"column": ended, "values": values},
                0.75,
                (because("flag", column=ended),),
            )
        ]
    if named_end := named_guess(
        looked, "subscriptions", TABLES["subscriptions"].by_name["end_date"]
    ):
        column = named_end.rule["column"]
        rule: Rule = {"column": column, "if_filled": "ended", "if_empty": "active"}
        return [Guess("status", rule, 0.6, (because("filled_means", column=column),))]
    return [constant("status", "active", "no_column", 0.5)]


def _trial(looked: Looked) -> Guess:
    if flag := flagged(looked, "trial_flag"):
        return Guess("is_trial", {"column": flag}, 0.9, (because("flag", column=flag),))
    status = named(looked, vocabulary().names["subscriptions"]["status"])
    words = looked.shapes[status[0]].distinct if status else ()
    trials = {word: True for word in words if plain(word) in _TRIALS}
    if status and trials:
        rule: Rule = {"column": status[0], "values": trials, "otherwise": False}
        return Guess("is_trial", rule, 0.8, (because("trial_words", column=status[0]),))
    return constant("is_trial", False, "no_column")


_TRIALS = frozenset({"trial", "trialing", "in_trial", "prueba", "en_prueba"})


def _yearly(looked: Looked, known: Known) -> list[Guess]:
    each = by_interval(looked)
    monthly = hinted(looked, "monthly")
    if monthly and each and hinted(looked, "unit_amount"):
        # What is over has no monthly amount any more, and had one.
        shape = looked.shapes[monthly]
        has_ended = any(shape.number(word) == 0 for word in shape.distinct)
        return [each] if has_ended else [_monthly(looked, monthly)]
    if monthly:
        return [_monthly(looked, monthly)]
    if yearly := hinted(looked, "yearly"):
        return [Guess("yearly_minor", {"column": yearly}, 0.9, (because("named", column=yearly),))]
    if each:
        return [each]
    return _looked_up_price(looked, known)


def _monthly(looked: Looked, column: str) -> Guess:
    discount = percent_off(looked)
    less: Rule = {"less_percent": [discount]} if discount else {}
    rule = {"column": column, **less, "multiply": 12}
    return Guess("yearly_minor", rule, 0.85, (because("a_month", column=column),))


def _looked_up_price(looked: Looked, known: Known) -> list[Guess]:
    """The price of the plan, where the file of plans has a monthly one."""
    plans = known.keys.get("products")
    price = hinted(plans.looked, "monthly") if plans else ""
    name = lookup_name(looked, known, "products")
    if not price or not name:
        return []
    discount = hinted(looked, "discount_percent")
    less: Rule = {"less_percent": [discount]} if discount else {}
    rule = {"column": f"{name}.{price}", **less, "multiply": 12}
    file = plans.looked.name if plans else ""
    return [Guess("yearly_minor", rule, 0.75, (because("price_of", column=price, file=file),))]


def lookup_name(looked: Looked, known: Known, table: str) -> str:
    """What the columns of the other table's file are called here; empty where none is joined."""
    key = known.keys.get(table)
    column = named(looked, vocabulary().key_names(table))
    if key is None or column is None or key.looked is looked or not key.is_unique:
        return ""
    if key.looked.is_part or {column[0], key.column} & made_of_others(looked, key.looked):
        return ""
    if share_joined(looked, column[0], key) < 0.5:
        return ""
    return looked.plain[column[0]].removesuffix("_id").removeprefix("id_")


def made_of_others(*files: Looked) -> set[str]:
    """Columns that only looking made; no export has them to look things up by."""
    return {name for item in files for name, _ in item.sample.joined}


def lookup_of(looked: Looked, known: Known, table: str) -> Mapping[str, str] | None:
    """The lookup that `lookup_name` needs."""
    key, name = known.keys.get(table), lookup_name(looked, known, table)
    column = named(looked, vocabulary().key_names(table))
    if key is None or column is None or not name:
        return None
    return {"name": name, "file": key.looked.name, "column": column[0], "key": key.column}


def line_amount(looked: Looked, known: Known, unit: str = "unit_price") -> Guess | None:
    """Price times quantity; the price may stand in the products' file."""
    quantity, price = hinted(looked, "quantity"), hinted(looked, unit)
    name = lookup_name(looked, known, "products")
    shape = looked.shapes[price] if price else None
    if not price and name:
        products = known.keys["products"].looked
        found = hinted(products, unit)
        price, shape = (f"{name}.{found}", products.shapes[found]) if found else ("", None)
    if not price or not quantity or shape is None:
        return None
    digits = exponent(known.company.currency or "EUR")
    rounded: Rule = {"round": "half_even"} if shape.decimals > digits else {}
    rule = {"column": price, "times": [quantity], **rounded}
    return Guess("net_minor", rule, 0.8, (because("times", price=price, quantity=quantity),))


def _invoices(looked: Looked, known: Known) -> list[Guess]:
    kind, amounts = document_kind(looked), _invoice_amounts(looked, known)
    tax = named_guess(looked, "invoices", TABLES["invoices"].by_name["tax_minor"])
    if tax and all(item.column != "tax_minor" for item in amounts):
        amounts = [*amounts, tax]
    credited = credited_invoice(looked, own_key(looked, "invoices"))
    return [*below_zero(looked, kind, amounts), _invoice_status(looked), kind, *credited]


def _invoice_amounts(looked: Looked, known: Known) -> list[Guess]:
    table = TABLES["invoices"].by_name
    total = named_guess(looked, "invoices", table["total_minor"])
    net = named_guess(looked, "invoices", table["net_minor"])
    tax = named_guess(looked, "invoices", table["tax_minor"])
    if summed := parts_of_total(looked, total, net, tax):
        return summed
    if total and net:
        return [net, total]
    if total and tax:
        rule: Rule = {"column": total.rule["column"], "minus": [tax.rule["column"]]}
        return [Guess("net_minor", rule, 0.8, (because("total_less_tax"),)), total]
    if total:
        return [Guess("net_minor", total.rule, 0.65, (because("one_amount"),)), total]
    if net and tax:
        rule = {"column": net.rule["column"], "plus": [tax.rule["column"]]}
        return [net, Guess("total_minor", rule, 0.8, (because("net_and_tax"),))]
    alone = net or line_amount(looked, known)
    if alone is None:
        return []
    return [alone, Guess("total_minor", alone.rule, 0.65, (because("one_amount"),))]


def _invoice_status(looked: Looked) -> Guess:
    found = named_guess(looked, "invoices", TABLES["invoices"].by_name["status"])
    if flag := "" if found else flagged(looked, "paid_flag"):
        rule: Rule = {"column": flag, "values": _by_truth(looked, flag, "paid", "open")}
        return Guess("status", rule, 0.75, (because("flag", column=flag),))
    return found or constant("status", "issued", "no_column")


def _by_truth(looked: Looked, flag: str, yes: object, no: object) -> Rule:
    """What words of a column of truths stand for."""
    words = looked.shapes[flag].distinct
    return {word: yes if word.casefold() in _TRUE else no for word in words}


_TRUE = {"true", "1", "yes", "y", "si", "sí", "s", "x"}


def _invoice_lines(looked: Looked, known: Known) -> list[Guess]:
    amount = named_guess(looked, "invoice_lines", TABLES["invoice_lines"].by_name["net_minor"])
    cost = line_amount(looked, known, "unit_cost")
    found = [item for item in [amount or line_amount(looked, known) or _total(looked)] if item]
    if cost:
        found.append(Guess("cost_minor", cost.rule, 0.75, cost.evidence))
    return found


def _total(looked: Looked) -> Guess | None:
    """The total of a line, where nothing beside it is called tax."""
    columns = TABLES["invoices"].by_name
    total = named_guess(looked, "invoices", columns["total_minor"])
    if total is None or named_guess(looked, "invoices", columns["tax_minor"]):
        return None
    return Guess("net_minor", total.rule, 0.65, total.evidence)


def _payments(looked: Looked, known: Known) -> list[Guess]:
    kind = hinted(looked, "payment_kind")
    made = _payment_of_file(looked)
    if kind and understands("payments", "payment_kind", looked.shapes[kind]):
        values = meanings("payments", "payment_kind", looked.shapes[kind].distinct)
        rule: Rule = {"column": kind, "values": values}
        made = [Guess("payment_kind", rule, 0.85, (because("status_words", column=kind),))]
    status = named_guess(looked, "payments", TABLES["payments"].by_name["status"])
    if flag := "" if status else flagged(looked, "failed_flag"):
        failed: Rule = {"column": flag, "values": _by_truth(looked, flag, "failed", "succeeded")}
        status = Guess("status", failed, 0.75, (because("flag", column=flag),))
    return [*made, status or constant("status", "succeeded", "no_column", 0.55)]


def _payment_of_file(looked: Looked) -> list[Guess]:
    """Payments, unless the file's name says that all of them went back."""
    if not gives_back(looked, "refund"):
        return [constant("payment_kind", "payment", "no_column")]
    amount = named_guess(looked, "payments", TABLES["payments"].by_name["amount_minor"])
    amounts = given_back(looked, [amount] if amount else [])
    return [constant("payment_kind", "refund", "file_name", 0.75), *amounts]


def _fx_rates(looked: Looked, known: Known) -> list[Guess]:
    columns = TABLES["fx_rates"].by_name
    names = ("base_currency", "quote_currency")
    return [item for name in names if (item := named_guess(looked, "fx_rates", columns[name]))]


def _products(looked: Looked, known: Known) -> list[Guess]:
    is_plan = bool(hinted(looked, "monthly")) or any(
        "plan" in said for said in looked.plain.values()
    )
    recurring = constant("is_recurring", is_plan, "plans" if is_plan else "goods")
    if monthly := hinted(looked, "monthly"):
        rule: Rule = {"column": monthly, "multiply": 12}
        return [
            Guess("list_price_minor", rule, 0.8, (because("a_month", column=monthly),)),
            recurring,
        ]
    return [recurring]


def _surveys(looked: Looked, known: Known) -> list[Guess]:
    score = named(looked, vocabulary().names["surveys"]["score"])
    if score is None:
        return []
    kind = survey_kind(looked, score[0])
    if not kind:
        return []
    found = [constant("survey_kind", kind, "scale", 0.75)]
    if kind == "csat":
        found.append(_content(looked, score[0]))
    return found


def _content(looked: Looked, score: str) -> Guess:
    """From which mark on somebody is content; beyond five the scale is for a person to say."""
    largest = looked.shapes[score].largest
    lowest = 0 if looked.shapes[score].has_zero else 1
    if largest <= 5:
        rule: Rule = {"column": score, "true_from": 4, "scale": [lowest, 5]}
        return Guess("is_positive", rule, 0.7, (because("four_of_five", column=score),))
    highest = next((end for end in (7, 10, 100) if largest <= end), int(largest))
    rule = {"column": score, "true_from": -(-4 * highest // 5), "scale": [lowest, highest]}
    return Guess("is_positive", rule, 0.3, (because("scale_unsaid", column=score, most=largest),))


_OF_EFFORT = {"ces", "effort", "esfuerzo"}
_OF_CONTENT = {"csat", "satisfaction", "satisfaccion"}


def survey_kind(looked: Looked, score: str) -> str:
    """From the file's name, else from the scale: up to five is satisfaction. None of a survey of
    effort, which is neither."""
    name = {*plain(looked.sample.stem).split("_"), *looked.plain[score].split("_")}
    if name & _OF_EFFORT:
        return ""
    if "nps" in name or name & _OF_CONTENT:
        return "nps" if "nps" in name else "csat"
    return "csat" if looked.shapes[score].largest <= 5 else "nps"


def _usage(looked: Looked, known: Known) -> list[Guess]:
    when = named(looked, vocabulary().names["usage"]["usage_date"])
    counted = named_guess(looked, "usage", TABLES["usage"].by_name["events"])
    found = [] if counted else [constant("events", 1, "row_is_event", 0.65)]
    is_month = bool(when and looked.plain[when[0]].endswith(("month", "mes")))
    is_week = bool(when and looked.plain[when[0]].endswith(("week", "semana")))
    days, reason = (30, "months") if is_month else (7, "weeks") if is_week else (1, "days")
    found.append(constant("days", days, reason, 0.65))
    if when and is_month:
        rule: Rule = {"column": when[0], "day": "first_of_month"}
        found.append(Guess("usage_date", rule, 0.75, (because("months"),)))
    return found


def _meetings(looked: Looked, known: Known) -> list[Guess]:
    status = named(looked, ("status", "estado"))
    held = {
        word: True
        for word in (looked.shapes[status[0]].distinct if status else ())
        if plain(word) in {"completed", "held", "realizada", "celebrada", "completada"}
    }
    with_client = constant("is_with_client", True, "no_column", 0.55)
    if status and held:
        rule: Rule = {"column": status[0], "values": held, "otherwise": False}
        return [
            Guess("is_held", rule, 0.75, (because("status_words", column=status[0]),)),
            with_client,
        ]
    if flag := flagged(looked, "held_flag"):
        return [
            Guess("is_held", {"column": flag}, 0.8, (because("flag", column=flag),)),
            with_client,
        ]
    return [constant("is_held", True, "no_column", 0.5), with_client]


def _targets(looked: Looked, known: Known) -> list[Guess]:
    """Of managers or of accounts, whichever's key the file holds."""
    for table, kind in (("managers", "manager"), ("accounts", "client")):
        column = named(looked, vocabulary().key_names(table))
        key = known.keys.get(table)
        if column and key and share_joined(looked, column[0], key) >= 0.5:
            reason = because("joins", share="100%", file=key.looked.name, column=key.column)
            when = named(looked, vocabulary().names["targets"]["period"])
            period: list[Guess] = []
            if when and looked.shapes[when[0]].is_date:
                rule: Rule = {"column": when[0], "period": "month"}
                period = [Guess("period", rule, 0.85, (because("months"),))]
            return [
                constant("entity_type", kind, "targets_of"),
                Guess("entity_id", {"column": column[0]}, confidence_of(column[1]), (reason,)),
                *period,
                constant("metric", "recognised_revenue", "revenue_target", 0.6),
            ]
    return []


SPECIAL: Mapping[str, Special] = {
    "subscriptions": _subscriptions,
    "subscription_versions": _subscription_versions,
    "invoices": _invoices,
    "invoice_lines": _invoice_lines,
    "payments": _payments,
    "products": _products,
    "opportunities": opportunity_guesses,
    "tickets": ticket_guesses,
    "surveys": _surveys,
    "usage": _usage,
    "meetings": _meetings,
    "targets": _targets,
    "fx_rates": _fx_rates,
}
"""What a table's columns need beyond names; a table that is not here needs no more."""
