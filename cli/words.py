"""Which language the command line speaks, and the words that several commands share."""

from typing import TYPE_CHECKING

from messages.catalogue import Catalogue, lacking, languages
from messages.errors import CarteraError, worded
from messages.locales import environment_language

if TYPE_CHECKING:
    import pandas as pd


def readers_language(asked: str | None) -> str:
    """The language asked for, else the one of the environment's locale, else English, which
    speaks for a language that has gaps too."""
    found = asked if asked in languages() else environment_language(languages())
    return "en" if lacking(found) else found


def failure(words: Catalogue, error: CarteraError) -> str:
    """What the error stream says of a failure."""
    return f"{words.say('error')} {worded(error, words.language)}"


def reason(words: Catalogue, code: str) -> str:
    """Why a file was not made or a client held back."""
    from expectations import wording  # the words of rules are that room's

    return wording.reason(words, code)


def expected(words: Catalogue, quarantine: "pd.DataFrame") -> list[str]:
    """What would have been right in each of the rows."""
    from expectations.page_fault import expected_words, faults_in

    return [expected_words(words, fault) for fault in faults_in(quarantine)]
