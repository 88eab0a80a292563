"""The validation page: what was read, what was kept out, whom that holds, which line to mend."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

import pandas as pd
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from expectations import numerals
from expectations.control_totals import Reconciled, reconcile, total_rows
from expectations.page_controls import controls_shown
from expectations.page_faults import faults_shown
from expectations.page_rules import rules_shown
from expectations.page_states import held_shown, stopped_shown
from messages.catalogue import Catalogue, catalogue
from messages.clause import Clause, named


@dataclass(frozen=True)
class PageFacts:
    """What the page says about its surroundings; everything may be left out."""

    company: str = ""
    period: str = ""
    known_at: date | None = None
    """The day up to which exports had been landed."""
    account_names: Mapping[str, str] = field(default_factory=dict)
    stopped: Mapping[str, Clause] = field(default_factory=dict)
    """What is told of sources that could not be read at all, by source."""


@dataclass(frozen=True)
class TileShown:
    """A count that people ask for first."""

    name: str
    value: str
    note: str


@dataclass(frozen=True)
class HeaderShown:
    """What stands above all: one sentence for everything that happened, in the colour of the
    gravest, and the counts."""

    title: str
    heading: str
    marks: tuple[str, ...]
    colour: str
    verdict: tuple[str, ...]
    tiles: tuple[TileShown, ...]


def validation_page(
    results: pd.DataFrame,
    quarantine: pd.DataFrame,
    controls: pd.DataFrame,
    language: str,
    facts: PageFacts | None = None,
) -> str:
    """One HTML document that needs nothing else, in `en` or `es`.

    `results` has the columns of RESULT_DTYPES, `quarantine` of QUARANTINE_DTYPES and
    `controls` of CONTROL_DTYPES. Where `quarantine` has `is_earlier`, such rows were kept out of
    an earlier delivery than the totals are of, and still are; more columns do not matter.
    """
    words, facts = catalogue(language), facts or PageFacts()
    totals = reconcile(controls)
    return _template().render(
        language=language,
        say=words.say,
        severity_word=lambda severity: words.say(named("severity", severity)),
        page=_header(words, facts, results, quarantine, totals),
        stopped=list(stopped_shown(words, quarantine, facts.stopped)),
        held=held_shown(words, quarantine, facts.account_names),
        faults=faults_shown(words, results, quarantine, facts.account_names),
        controls=controls_shown(words, totals),
        rules=rules_shown(words, results),
    )


@cache
def _template() -> Template:
    """Texts are escaped whatever they hold, and a name that is not handed over is a fault."""
    return Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    ).get_template("page.html")


def _header(
    words: Catalogue,
    facts: PageFacts,
    results: pd.DataFrame,
    quarantine: pd.DataFrame,
    totals: list[Reconciled],
) -> HeaderShown:
    known = facts.known_at and words.say(
        "page-as-known", date=numerals.day(facts.known_at, words.language)
    )
    title = words.say("page-title")
    states = list(_states(facts, quarantine, totals))
    return HeaderShown(
        " · ".join(filter(None, (title, facts.company, facts.period))),
        " ".join(filter(None, (title, facts.period))),
        tuple(filter(None, (facts.company, known))),
        {"untied": "stop", "told": "good", "clean": "good"}.get(states[0], states[0]),
        tuple(words.say(named("page-verdict", state)) for state in states),
        tuple(_tiles(words, results, quarantine, totals)),
    )


def _states(facts: PageFacts, quarantine: pd.DataFrame, totals: list[Reconciled]) -> Iterator[str]:
    """What happened, the gravest first; at least one."""
    found = {*quarantine["severity"], *(["stop"] if facts.stopped else [])}
    untied = not all(item.ties for item in totals)
    if untied:
        yield "untied"
    yield from (state for state in ("stop", "hold", "quarantine") if state in found)
    if not untied and found <= {"warn"}:
        yield "told" if found else "clean"


def _tiles(
    words: Catalogue, results: pd.DataFrame, quarantine: pd.DataFrame, totals: list[Reconciled]
) -> Iterator[TileShown]:
    held = quarantine.loc[quarantine["severity"] == "hold", "account_id"]
    rules = len(set(results["rule"]) | set(quarantine["rule"]))
    earlier = _earlier_rows(quarantine)
    counts = (
        ("rows_read", total_rows(totals, "read"), ""),
        ("rows_loaded", total_rows(totals, "loaded"), ""),
        ("rows_kept_out", total_rows(totals, "quarantined") + earlier, _of_earlier(words, earlier)),
        ("rows_filtered", total_rows(totals, "filtered"), ""),
        ("accounts_held", held[held != ""].nunique(), ""),
        ("rules_broken", quarantine["rule"].nunique(), words.say("page-of-rules", count=rules)),
    )
    for key, count, note in counts:
        name = words.say(named("page", key))
        yield TileShown(name, numerals.count(count, words.language), note)


def _earlier_rows(quarantine: pd.DataFrame) -> int:
    """Rows kept out of earlier deliveries than the newest; one that breaks several rules once."""
    if "is_earlier" not in quarantine:
        return 0
    row = ["source", "source_file", "source_line", "table_name", "raw"]
    is_out = quarantine["is_earlier"] & (quarantine["severity"] == "quarantine")
    return len(quarantine[is_out].drop_duplicates(row))


def _of_earlier(words: Catalogue, count: int) -> str:
    return words.say("page-of-earlier", count=count) if count else ""
