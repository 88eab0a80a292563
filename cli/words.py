"""What the command line says, in the reader's language."""

import os
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

LANGUAGES = ("en", "es")


@dataclass(frozen=True)
class Words:
    """One language's sentences by key."""

    language: str
    sentences: dict[str, str]

    def say(self, key: str, **facts: object) -> str:
        """The sentence with its facts filled in."""
        return self.sentences[key].format(**facts)

    def reason(self, code: str) -> str:
        """Why a file was not made or a client held back, in words."""
        from expectations.wording import catalogue  # the words of rules are that room's

        own = self.sentences.get(f"reason_{code}")
        return own or catalogue(self.language).rule(code).name

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
    path = Path(__file__).parent / "locale" / f"{language}.toml"
    return Words(language, tomllib.loads(path.read_text(encoding="utf-8")))


def readers_language(asked: str | None) -> str:
    """The language asked for, else the one of the environment's locale, else English."""
    if asked in LANGUAGES:
        return asked
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if written := os.environ.get(name):
            return "es" if written.lower().startswith("es") else "en"
    return "en"
