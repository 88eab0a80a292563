"""The only cells that people edit, each with where its value comes from."""

from dataclasses import replace

from reports.workbook import style as look
from reports.workbook.brief import Brief
from reports.workbook.input_line import ESSENTIAL, InputLine, InputUnit
from reports.workbook.model import Area, InputKind, PrintSetup, Style, Validation
from reports.workbook.page import BuiltSheet, Page

ORDER = 20

_LABEL, _VALUE, _UNIT, _SOURCE, _DAY = range(1, 6)
_HEADER_ROW = 4


def build(brief: Brief) -> BuiltSheet:
    """Inputs by group, with a line that counts the missing ones."""
    words = brief.words
    page = Page(
        "assumptions", brief.titles["assumptions"], look.INPUT_RULE, (2, 58, 17, 13, 66, 13)
    )
    page.put(0, _LABEL, words.say("assumptions.title"), replace(look.TITLE, wrap=False))
    page.heights[0] = 28
    page.put(1, _LABEL, brief.client_line, look.SUBTITLE)
    page.put(2, _LABEL, words.say("common.legend"), look.SUBTITLE)
    _missing_notice(page, brief)
    _header(page, brief)
    row = _HEADER_ROW + 1
    for group in dict.fromkeys(line.group for line in brief.lines):
        row = _group(page, brief, row, group)
    return page.built(
        PrintSetup(
            is_landscape=True,
            area=Area(0, 0, row - 1, _DAY),
            footer=brief.footer,
        ),
        frozen=(_HEADER_ROW + 1, 0),
    )


def _missing_notice(page: Page, brief: Brief) -> None:
    missing = sum(brief.line(key).value is None for key in ESSENTIAL)
    if missing == 0:
        return
    style = replace(look.BANNER, fill=look.AMBER_PALE, colour=look.AMBER)
    page.band(3, _LABEL, _DAY, style)
    page.put(3, _LABEL, brief.words.say("assumptions.missing", count=missing), style)
    page.merge(3, _LABEL, _DAY)
    page.heights[3] = 22


def _header(page: Page, brief: Brief) -> None:
    keys = ("label", "value", "unit", "source", "as_of")
    texts = [brief.words.say(f"assumptions.{key}") for key in keys]
    page.row(_HEADER_ROW, _LABEL, texts, look.HEADER)
    page.restyle(_HEADER_ROW, _VALUE, look.HEADER_RIGHT)
    for column in (_UNIT, _SOURCE, _DAY):
        page.restyle(_HEADER_ROW, column, look.HEADER_AFTER_FIGURE)
    page.heights[_HEADER_ROW] = 20


def _group(page: Page, brief: Brief, row: int, group: str) -> int:
    """One group from its row on; returns the row after it."""
    page.section(row, _LABEL, _DAY, brief.words.say(f"group.{group}"), look.SECTION)
    page.heights[row] = 24
    lines = [line for line in brief.lines if line.group == group]
    for offset, line in enumerate(lines, start=1):
        _line(page, brief, row + offset, line)
    return row + len(lines) + 1


def _line(page: Page, brief: Brief, row: int, line: InputLine) -> None:
    words = brief.words
    is_lacking = line.value is None and line.key in ESSENTIAL
    source = replace(look.SOURCE_CELL, colour=look.AMBER) if line.value is None else None
    page.put(row, _LABEL, words.say(f"input.{line.key}"), look.LABEL)
    page.put(row, _VALUE, _value(brief, line), _value_style(brief, line, is_lacking))
    page.put(row, _UNIT, _unit(brief, line), look.SOURCE_CELL)
    page.put(row, _SOURCE, line.source, source or look.SOURCE_CELL)
    day_style = replace(look.SOURCE_CELL, number_format=look.DAY)
    page.put(row, _DAY, line.as_of, day_style)
    page.name(line.name, row, _VALUE)
    if line.alias:
        page.name(line.alias, row, _VALUE)
    page.validations.append(_validation(brief, line, row))
    page.heights[row] = 26 if len(line.source) > _SOURCE_LINE else 16


_WHOLE = (InputUnit.WHOLE_YEARS, InputUnit.CHOICE, InputUnit.MONTHS)
_SOURCE_LINE = 76
"""Characters of a source that fit one line of its column."""


def _value(brief: Brief, line: InputLine) -> float | int | None:
    if line.unit is not InputUnit.MONEY or line.value is None:
        return line.value
    return brief.major(int(line.value))


def _value_style(brief: Brief, line: InputLine, is_lacking: bool) -> Style:
    style = replace(look.INPUT, number_format=brief.input_format(line.unit))
    return replace(style, fill=look.AMBER_PALE, box=look.RED) if is_lacking else style


def _unit(brief: Brief, line: InputLine) -> str:
    words, currency = brief.words, brief.client.currency
    match line.unit:
        case InputUnit.MONEY:
            return currency
        case InputUnit.SHARE:
            return ""
        case InputUnit.RATE:
            quote = brief.client.policy.reporting_currency
            return words.say("unit.rate", quote=quote, base=currency)
        case _:
            return words.say(f"unit.{line.unit.value}")


def _validation(brief: Brief, line: InputLine, row: int) -> Validation:
    words = brief.words
    minimum, maximum = (_limit(brief, line, limit) for limit in (line.minimum, line.maximum))
    return Validation(
        area=Area(row, _VALUE, row, _VALUE),
        kind=InputKind.WHOLE if line.unit in _WHOLE else InputKind.DECIMAL,
        prompt_title=_short(words.say(f"input.{line.key}")),
        prompt=words.say("assumptions.prompt", minimum=minimum, maximum=maximum),
        error_title=words.say("assumptions.error_title"),
        error=words.say("assumptions.error", minimum=minimum, maximum=maximum),
        minimum=line.minimum,
        maximum=line.maximum,
    )


def _limit(brief: Brief, line: InputLine, limit: float) -> str:
    if line.unit in (InputUnit.SHARE, InputUnit.GROWTH):
        return brief.words.percent(limit)
    return brief.words.number(limit, 0 if limit == int(limit) else 2)


_LONGEST_PROMPT_TITLE = 32


def _short(title: str) -> str:
    return (
        title if len(title) <= _LONGEST_PROMPT_TITLE else title[: _LONGEST_PROMPT_TITLE - 1] + "…"
    )
