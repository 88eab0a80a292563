"""The validation page: what was read, what was kept out, whom that holds, which line to mend."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pandas as pd

from expectations import numerals
from expectations.control_totals import Reconciled, reconcile, total_rows
from expectations.markup import NO_ATTRIBUTES, Markup, element, joined
from expectations.page_controls import controls_section, tie_badge
from expectations.page_faults import faults_section
from expectations.page_rules import rules_section
from expectations.page_states import held_section, stopped_section
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


def validation_page(
    results: pd.DataFrame,
    quarantine: pd.DataFrame,
    controls: pd.DataFrame,
    language: str,
    facts: PageFacts | None = None,
) -> str:
    """One HTML document that needs nothing else, in `en` or `es`.

    `results` has the columns of RESULT_DTYPES, `quarantine` of QUARANTINE_DTYPES and
    `controls` of CONTROL_DTYPES; more columns do not matter.
    """
    words, facts = catalogue(language), facts or PageFacts()
    totals = reconcile(controls)
    body = element(
        "body",
        NO_ATTRIBUTES,
        element("a", {"class": "skip", "href": "#faults"}, words.say("page-skip")),
        _header(words, facts, results, quarantine, totals),
        element(
            "main",
            NO_ATTRIBUTES,
            stopped_section(words, quarantine, facts.stopped),
            held_section(words, quarantine, facts.account_names),
            faults_section(words, quarantine, facts.account_names),
            controls_section(words, totals),
            rules_section(words, results),
        ),
        element("footer", NO_ATTRIBUTES),
    )
    html = element("html", {"lang": language}, _head(words, facts), body)
    return f"<!DOCTYPE html>\n{html}\n"


def _head(words: Catalogue, facts: PageFacts) -> Markup:
    style = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
    title = " · ".join(filter(None, (words.say("page-title"), facts.company, facts.period)))
    return element(
        "head",
        NO_ATTRIBUTES,
        Markup('<meta charset="utf-8">'),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        element("title", NO_ATTRIBUTES, title),
        element("style", NO_ATTRIBUTES, Markup(style)),
    )


def _header(
    words: Catalogue,
    facts: PageFacts,
    results: pd.DataFrame,
    quarantine: pd.DataFrame,
    totals: list[Reconciled],
) -> Markup:
    known = facts.known_at and words.say(
        "page-as-known", date=numerals.day(facts.known_at, words.language)
    )
    marks = [element("span", NO_ATTRIBUTES, text) for text in (facts.company, known) if text]
    internal = element("span", {"class": "internal"}, words.say("page-internal"))
    title = " ".join(filter(None, (words.say("page-title"), facts.period)))
    return element(
        "header",
        NO_ATTRIBUTES,
        element("p", {"class": "eyebrow"}, *marks, internal),
        element("h1", NO_ATTRIBUTES, title),
        _verdict(words, facts, quarantine, totals),
        _tiles(words, results, quarantine, totals),
        element("p", {"class": "tie"}, tie_badge(words, totals)) if totals else Markup(),
    )


def _verdict(
    words: Catalogue, facts: PageFacts, quarantine: pd.DataFrame, totals: list[Reconciled]
) -> Markup:
    """One sentence for everything that happened, in the colour of the gravest."""
    states = list(_states(facts, quarantine, totals))
    sentences = (
        element("p", NO_ATTRIBUTES, words.say(named("page-verdict", state))) for state in states
    )
    colour = {"untied": "stop", "told": "good", "clean": "good"}.get(states[0], states[0])
    return element("div", {"class": f"verdict {colour}"}, *sentences)


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
) -> Markup:
    def counted(value: int) -> str:
        return numerals.count(value, words.language)

    held = quarantine.loc[quarantine["severity"] == "hold", "account_id"]
    broken = quarantine["rule"].nunique()
    rules = len(set(results["rule"]) | set(quarantine["rule"]))
    of_rules = words.say("page-of-rules", count=rules)
    tiles = [
        ("rows_read", counted(total_rows(totals, "read")), ""),
        ("rows_loaded", counted(total_rows(totals, "loaded")), ""),
        ("rows_kept_out", counted(total_rows(totals, "quarantined")), ""),
        ("rows_filtered", counted(total_rows(totals, "filtered")), ""),
        ("accounts_held", counted(held[held != ""].nunique()), ""),
        ("rules_broken", counted(broken), of_rules),
    ]
    return element("dl", {"class": "tiles"}, *(_tile(words, *tile) for tile in tiles))


def _tile(words: Catalogue, key: str, value: str, note: str) -> Markup:
    return element(
        "div",
        NO_ATTRIBUTES,
        element("dt", NO_ATTRIBUTES, words.say(named("page", key))),
        element("dd", NO_ATTRIBUTES, joined(value, element("small", NO_ATTRIBUTES, note))),
    )
