"""A language of the reports is one of every room."""

import pytest

from cli.words import LANGUAGES, words_in
from expectations.wording import LANGUAGES as PAGE_LANGUAGES
from reports.deck.wording import languages
from transforms.kpis import specs
from transforms.reference.kpi_reference_words import PAGE_WORDS
from transforms.reference.relationship_words import WORDS
from transforms.signals import detectors


@pytest.mark.parametrize("language", languages())
def test_a_language_of_the_reports_is_known_everywhere(language: str) -> None:
    lacking = [
        *([f"cli/locale/{language}.toml"] if language not in LANGUAGES else []),
        *([f"expectations/locale/{language}.toml"] if language not in PAGE_LANGUAGES else []),
        *(f"kpi {spec.id}" for spec in specs().values() if language not in spec.words),
        *(f"signal {found.spec.id}" for found in detectors() if language not in found.spec.words),
        *(["transforms/reference/kpi_reference_words.py"] if language not in PAGE_WORDS else []),
        *(["transforms/reference/relationship_words.py"] if language not in WORDS else []),
    ]
    assert lacking == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_command_line_is_in_every_language(language: str) -> None:
    assert set(words_in("en").sentences) == set(words_in(language).sentences)
