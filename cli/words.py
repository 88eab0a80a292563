"""What the command line says, in the reader's language."""

import os
import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from numbers import Integral
from pathlib import Path
from typing import TYPE_CHECKING

from transforms.core.counted import Counted

if TYPE_CHECKING:
    import pandas as pd

_FOLDER = Path(__file__).parent / "locale"
LANGUAGES = tuple(sorted(path.stem for path in _FOLDER.glob("??.toml")))


@dataclass(frozen=True)
class Words:
    """One language's sentences by key."""

    language: str
    sentences: dict[str, str]
    failures: dict[str, str] = field(default_factory=dict)
    """Sentences of failures, as patterns, and how they are said; none where they are said as is."""
    facts: dict[str, str] = field(default_factory=dict)
    """Words and clauses inside of them, in the same way."""

    def say(self, key: str, **facts: object) -> str:
        """The sentence with its facts filled in; words beside a number take its form."""
        counted = {
            name: Counted(int(fact)) if isinstance(fact, Integral) else fact
            for name, fact in facts.items()
        }
        return self.sentences[key].format(**counted)

    def reason(self, code: str) -> str:
        """Why a file was not made or a client held back, in words."""
        from expectations.wording import catalogue  # the words of rules are that room's

        own = self.sentences.get(f"reason_{code}")
        return own or catalogue(self.language).rule(code).name

    def failure(self, sentence: str) -> str:
        """What a failure says, in words; a line without words stays as it is."""
        if not self.failures:
            return sentence
        return "\n".join(self._failure(line) for line in sentence.split("\n"))

    def _failure(self, line: str) -> str:
        for pattern, said in self.failures.items():
            if found := re.fullmatch(pattern, line):
                return said.format(*map(self._fact, found.groups()))
        return self.told(line)

    def _fact(self, told: str) -> str:
        for pattern, said in self.facts.items():
            if found := re.fullmatch(pattern, told):
                return said.format(*found.groups())
        return told

    def told(self, sentence: str) -> str:
        """What reading an export told, in words."""
        from expectations.wording import catalogue

        return catalogue(self.language).sentence(sentence)

    def expected(self, quarantine: "pd.DataFrame") -> list[str]:
        """What would have been right in each of the rows, in words."""
        from expectations.page_fault import expected_words, faults_in
        from expectations.wording import catalogue

        said = catalogue(self.language)
        return [expected_words(said, fault) for fault in faults_in(quarantine)]


@cache
def words_in(language: str) -> Words:
    """The catalogue of a language."""
    sentences = tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    translated = _FOLDER / f"{language}_failures.toml"  # they are written in English
    failures = tomllib.loads(translated.read_text("utf-8")) if translated.exists() else {}
    return Words(language, sentences, **failures)


def readers_language(asked: str | None) -> str:
    """The language asked for, else the one of the environment's locale, else English."""
    if asked in LANGUAGES:
        return asked
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if written := os.environ.get(name):
            return next((known for known in LANGUAGES if written.lower().startswith(known)), "en")
    return "en"
