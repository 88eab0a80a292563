"""The reasons of guesses, in the reader's language."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sources.proposer.guesses import Evidence


@dataclass(frozen=True)
class Wording:
    """One language's sentences by key."""

    sentences: dict[str, str]

    def say(self, key: str, /, **facts: object) -> str:
        return self.sentences[key].format(**facts)

    def tell(self, evidence: Evidence) -> str:
        """A reason in words, on one line."""
        said = self.sentences[evidence.key].format(**dict(evidence.facts))
        return " ".join(said.split())


@cache
def wording(language: str) -> Wording:
    """The sentences of a language, es or en."""
    path = Path(__file__).with_name("wording.toml")
    return Wording(tomllib.loads(path.read_text(encoding="utf-8"))[language])
