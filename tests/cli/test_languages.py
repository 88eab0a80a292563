"""A language is one of every room."""

import pytest

from messages.catalogue import languages
from transforms.kpis import specs
from transforms.reference.kpi_reference_words import PAGE_WORDS
from transforms.reference.relationship_words import WORDS
from transforms.signals import detectors


@pytest.mark.parametrize("language", languages())
def test_a_language_is_known_everywhere(language: str) -> None:
    lacking = [
        *(f"kpi {spec.id}" for spec in specs().values() if language not in spec.words),
        *(f"signal {found.spec.id}" for found in detectors() if language not in found.spec.words),
        *(["transforms/reference/kpi_reference_words.py"] if language not in PAGE_WORDS else []),
        *(["transforms/reference/relationship_words.py"] if language not in WORDS else []),
    ]
    assert lacking == []
