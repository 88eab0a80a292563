"""What decks say: the messages whose ids start with `deck-`, by dotted keys.

The key `titles.usage.bad` is the message `deck-titles-usage-bad`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from messages.catalogue import Shown, catalogue
from messages.clause import named
from messages.regions import said_locally


@dataclass(frozen=True)
class Wording:
    """The words of one language, as the country of a locale has them where one is said."""

    language: str
    locale: str = ""

    def has(self, key: str) -> bool:
        return catalogue(self.language).has(_message(key))

    def say(self, key: str, values: Mapping[str, str | Shown] | None = None) -> str:
        """The text of a key with its values put in; raises MessageError."""
        told = values or {}
        said = catalogue(self.language).say(_message(key), **told)
        return said_locally(self.locale, said, told.values())

    def count(self, key: str, number: int, values: Mapping[str, str] | None = None) -> str:
        """The form that a number takes; `n` shows the number where `values` does not say."""
        texts = dict(values or {})
        return self.say(key, {**texts, "n": Shown(number, texts.get("n", str(number)))})


def _message(key: str) -> str:
    return named("deck", *key.split("."))
