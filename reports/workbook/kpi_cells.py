"""Stored figures as cells hold and show them."""

from collections.abc import Iterable

from messages.catalogue import catalogue
from messages.clause import named
from reports.workbook import style as look
from reports.workbook.brief import Brief
from reports.workbook.model import Scalar
from transforms.kpis import specs
from transforms.metrics.kpi import Caveat, KpiValue, Unit


def kpi_name(brief: Brief, kpi: str) -> str:
    """The figure's name in the workbook's language."""
    return specs()[kpi].name(brief.words.language)


TOLD_BELOW = (Caveat.FEW_JOIN, Caveat.PAYMENTS_KEPT_OUT)
"""What is said under a list of figures of those that it holds of: rows are missing in them."""


def caveat_text(caveat: Caveat, kpis: Iterable[str], language: str) -> str:
    """What must be said of some figures."""
    names = ", ".join(specs()[kpi].name(language) for kpi in kpis)
    return f"{names}: {catalogue(language).say(named('caveat', caveat))}"


def kpi_cell(brief: Brief, figure: KpiValue) -> Scalar:
    """The number, money in major units; what stands for none where there is none."""
    if figure.number is None:
        return brief.words.absent
    if figure.unit is Unit.MONEY:
        return brief.major(int(figure.number))
    return figure.number


def kpi_format(brief: Brief, figure: KpiValue) -> str:
    """The number format of the figure's unit."""
    match figure.unit:
        case Unit.MONEY:
            return brief.exact_money
        case Unit.RATIO:
            return brief.percent
        case Unit.COUNT:
            return look.COUNT
        case Unit.DAYS:
            return f'0" {brief.words.say("unit.days")}"'
        case Unit.HOURS:
            return f'0.0" {brief.words.say("unit.hours")}"'
        case _:
            return "0"


def explain_command(brief: Brief, kpi: str) -> str:
    """What to type for the figure's arithmetic and the rows behind it."""
    return f"cartera explain {brief.client.client_id} {kpi} --period {brief.client.period}"
