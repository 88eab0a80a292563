"""What rules are called and what they expect, in the languages of the validation page."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from expectations.check import Check

_FOLDER = Path(__file__).parent / "locale"
LANGUAGES = tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@dataclass(frozen=True)
class RuleWords:
    """A rule for people: its name, why it is there, and the clause of what was expected."""

    name: str
    why: str
    expected: str


@dataclass(frozen=True)
class Catalogue:
    """One language's wording."""

    language: str
    rules: Mapping[str, RuleWords]
    severities: Mapping[str, str]
    severity_effects: Mapping[str, str]
    outcomes: Mapping[str, str]
    tables: Mapping[str, str]
    page: Mapping[str, str]
    clauses: Mapping[str, str]
    """Clauses of reading, as patterns, and how they are said; none where they are said as is."""
    told: Mapping[str, str]
    """Sentences about sources and files, in the same way."""

    def clause(self, told: str) -> str:
        """What reading expected, in this language; empty where it has no words for it."""
        for pattern, said in self.clauses.items():
            if found := re.fullmatch(pattern, told):
                return said.format(*found.groups())
        return ""

    def sentence(self, told: str) -> str:
        """What was told of a source or a file, in this language; as it is where it has no words
        for it. What stands before the first colon names the place."""
        for pattern, said in self.told.items():
            if found := re.fullmatch(rf"((?:.+?: )?){pattern}", told, re.DOTALL):
                place, *facts = found.groups()
                return place + said.format(*map(self._fact, facts))
        return told

    def _fact(self, told: str) -> str:
        """A table, a rule or a clause inside of a sentence."""
        rules = {words.name.lower(): rule for rule, words in catalogue("en").rules.items()}
        if told in rules:
            return self.rule(rules[told]).name.lower()
        return self.clause(told) or self.table(told)

    def rule(self, rule: str) -> RuleWords:
        """A rule's words; one the catalogue lacks is shown by its id."""
        return self.rules.get(rule) or RuleWords(rule.replace("_", " ").capitalize(), "", "")

    def table(self, name: str) -> str:
        """A canonical table's name in words."""
        return self.tables.get(name, name)


@cache
def catalogue(language: str) -> Catalogue:
    """The wording in `en` or `es`."""
    words = tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    return Catalogue(
        language,
        {rule: RuleWords(**entry) for rule, entry in words["rules"].items()},
        words["severities"],
        words["severity_effects"],
        words["outcomes"],
        words["tables"],
        words["page"],
        words["clauses"],
        words["told"],
    )


def expected_clause(check: Check, language: str) -> str:
    """One clause: what would have been right."""
    words = catalogue(language)
    details = dict(check.details)
    if "target" in details:
        details["target"] = words.table(details["target"])
    return words.rule(check.rule).expected.format(**details)
