"""A language has words for every figure."""

import pytest

from messages.catalogue import languages
from transforms.kpis import specs


@pytest.mark.parametrize("language", languages())
def test_every_figure_has_words_in_every_language(language: str) -> None:
    assert [spec.id for spec in specs().values() if language not in spec.words] == []
