"""Money that is overdue or disputed: whether somebody has to act on it, and how."""

from reports.deck.review.internal_context import InternalContext
from reports.deck.review.matter import Matter, owned
from transforms.clients.judgement import is_mostly, owes_much
from transforms.metrics.kpi import Caveat
from transforms.signals import Severity

_OLD = ("ageing_31_60", "ageing_61_90", "ageing_over_90")
"""What is overdue for more than a month, by age."""


def does_owe_much(context: InternalContext) -> bool:
    """Whether what is overdue weighs against the monthly fee: it comes before every signal."""
    overdue, fee = context.get("overdue_balance"), context.get("mrr")
    return owes_much(overdue.value_minor, fee.value_minor)


def is_much_disputed(context: InternalContext) -> bool:
    """Whether the client disputes most of what it owes, or as much as a month's fee."""
    disputed, balance = context.get("disputed_balance"), context.get("open_balance")
    minor = disputed.value_minor
    is_most = is_mostly(minor, balance.value_minor)
    return is_most or owes_much(minor, context.get("mrr").value_minor)


def is_to_collect(context: InternalContext) -> bool:
    """Whether somebody asks for it: it is much, part of it is older than a month, or nothing else
    is owed."""
    overdue = context.get("overdue_balance").value_minor or 0
    if overdue <= 0:
        return False
    is_old = any((context.get(kpi).value_minor or 0) > 0 for kpi in _OLD)
    balance = context.get("open_balance").value_minor or 0
    return is_old or overdue >= balance > 0 or does_owe_much(context)


def is_doubted(context: InternalContext) -> bool:
    """Whether some of it may have been paid."""
    return context.get("overdue_balance").note == Caveat.PAYMENTS_KEPT_OUT


def collecting(context: InternalContext) -> str:
    """Money is asked for once it is known what the client paid, and not disputed."""
    if is_doubted(context):
        return context.say("brief.check_payments")
    disputed = context.get("disputed_balance")
    if is_all_disputed(context):
        return context.say("overview.settle", {"amount": context.figure(disputed).text})
    return context.say("brief.collect" if disputed.value_minor else "overview.collect")


def is_all_disputed(context: InternalContext) -> bool:
    """Whether the client disputes all that is overdue: as much is disputed, and more than is not
    due yet, so that it cannot be that."""
    kpis = ("overdue_balance", "disputed_balance", "open_balance")
    overdue, disputed, balance = (context.get(kpi).value_minor or 0 for kpi in kpis)
    return disputed == overdue > balance - overdue


def overdue(context: InternalContext) -> Matter:
    """What is overdue, beside the monthly fee."""
    owed, fee = context.get("overdue_balance"), context.get("mrr")
    is_level = owed.value_minor == fee.value_minor
    rule = "_level" if is_level else "" if fee.value_minor else "_alone"
    told = f"signals.overdue_{'doubted' if is_doubted(context) else 'told'}"
    amount = context.figure(owed)
    whole = {"amount": amount.text, "balance": context.text_of(context.get("open_balance"))}
    return Matter(
        Severity.ALERT if does_owe_much(context) else Severity.WATCH,
        context.say("signals.overdue"),
        context.phrase(told, {"amount": amount}),
        (context.say("signals.overdue_of", whole),),
        (collecting(context),),
        *owned(context, ""),
        amount.text,
        context.say(f"overview.owing{rule}", {"fee": context.text_of(fee)}),
        slide="receivables",
    )


def contested(context: InternalContext) -> Matter:
    """What the client disputes, of all that it owes."""
    amount = context.figure(context.get("disputed_balance"))
    whole = {"amount": amount.text, "balance": context.text_of(context.get("open_balance"))}
    settle = context.say("overview.settle", {"amount": amount.text})
    return Matter(
        Severity.WATCH,
        context.say("overview.disputed"),
        context.phrase("signals.disputed_told", {"amount": amount}),
        (context.say("signals.overdue_of", whole),),
        (collecting(context) if is_to_collect(context) else settle,),
        *owned(context, ""),
        amount.text,
        context.say("overview.disputed_lead", {"balance": whole["balance"]}),
        slide="receivables",
    )
