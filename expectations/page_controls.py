"""The section of the page about control totals."""

from expectations import numerals
from expectations.control_totals import Reconciled, Tally, by_file
from expectations.markup import (
    NO_ATTRIBUTES,
    Markup,
    element,
    head,
    joined,
    number_cell,
    number_head,
    path,
    row,
    table,
)
from expectations.wording import table_name
from messages.catalogue import Catalogue
from messages.clause import named


def controls_section(words: Catalogue, totals: list[Reconciled]) -> Markup:
    """What was read by file, table and currency, and that it ties."""
    title = element("h2", NO_ATTRIBUTES, words.say("page-controls-heading"))
    intro = element("p", {"class": "intro"}, words.say("page-controls-intro"))
    if not totals:
        nothing = element("p", {"class": "empty"}, words.say("page-controls-none"))
        return element("section", NO_ATTRIBUTES, title, nothing)
    content = element("div", {"class": "card"}, _table(words, totals))
    heading = element("div", {"class": "heading"}, title, tie_badge(words, totals))
    return element("section", {"id": "controls"}, heading, intro, content)


def tie_badge(words: Catalogue, totals: list[Reconciled]) -> Markup:
    """Whether everything that was read is accounted for."""
    wrong = sum(not item.ties for item in totals)
    if not wrong:
        return element("span", {"class": "badge good"}, "✓ ", words.say("page-all-tie"))
    text = words.say("page-some-differ", count=numerals.count(wrong, words.language))
    return element("span", {"class": "badge stop"}, "✗ ", text)


def _table(words: Catalogue, totals: list[Reconciled]) -> Markup:
    outcomes = _outcomes_shown(totals)
    heads = (
        *(head(words.say(named("page", key))) for key in ("table", "currency")),
        *(number_head(words.say(named("outcome", outcome))) for outcome in outcomes),
        head(words.say("page-check")),
    )
    rows = [
        line
        for name, items in by_file(totals)
        for line in (_file_row(name, len(heads)), *(_row(words, item, outcomes) for item in items))
    ]
    return table(words.say("page-controls-heading"), heads, rows)


def _outcomes_shown(totals: list[Reconciled]) -> tuple[str, ...]:
    """A stopped source is rare: its column is there only when there is one."""
    always = ("read", "loaded", "quarantined", "filtered")
    stopped = any(item.by_outcome["stopped"].rows for item in totals)
    return (*always, "stopped") if stopped else always


def _file_row(name: str, columns: int) -> Markup:
    spanning = {"colspan": str(columns), "scope": "rowgroup"}
    return element("tr", {"class": "file"}, element("th", spanning, path(name)))


def _row(words: Catalogue, item: Reconciled, outcomes: tuple[str, ...]) -> Markup:
    cells = [_tally(words, item, outcome, item.by_outcome[outcome]) for outcome in outcomes]
    name = table_name(words, item.table)
    return row(name, item.currency or "–", *cells, _check(words, item))


def _tally(words: Catalogue, item: Reconciled, outcome: str, tally: Tally) -> Markup:
    if not tally.rows and outcome != "read":
        return number_cell("–")
    amount = _amount(words, item, tally.amount_minor)
    filters = ", ".join(item.filters) if outcome == "filtered" else ""
    notes = [element("small", NO_ATTRIBUTES, note) for note in (amount, filters) if note]
    return number_cell(joined(numerals.count(tally.rows, words.language), *notes))


def _amount(words: Catalogue, item: Reconciled, minor: int | None) -> str:
    return "" if minor is None else numerals.money(minor, item.currency, words.language)


def _check(words: Catalogue, item: Reconciled) -> Markup:
    if item.ties:
        return element("span", {"class": "badge good"}, "✓ ", words.say("page-ties"))
    text = words.say(
        "page-differs",
        rows=item.missing_rows,
        amount=numerals.money(item.missing_minor, item.currency, words.language),
    )
    return element("span", {"class": "badge stop"}, "✗ ", text)
