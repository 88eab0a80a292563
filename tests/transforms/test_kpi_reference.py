"""The KPI dictionary says everything about every figure, in both languages, and is current."""

from pathlib import Path

import pytest

from transforms.core.periods import Grain
from transforms.core.policy import Policy
from transforms.kpis import specs
from transforms.metrics.kpi import Audience, Direction, Missing, RollUp, Unit
from transforms.reference.kpi_reference import reference_page
from transforms.reference.kpi_reference_words import PAGE_WORDS
from transforms.reference.policy_words import SAID, settings_of

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(("language", "name"), [("en", "kpis.md"), ("es", "kpis.es.md")])
def test_the_committed_page_is_current(language: str, name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == reference_page(language), (
        f"docs/{name} is behind the definitions: write reference_page({language!r}) into it"
    )


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_figure_is_defined_in_sentences(language: str) -> None:
    for spec in specs().values():
        said = spec.words[language]
        assert not said.name[0].islower(), spec.id
        assert said.definition.endswith("."), spec.id
        assert f'<a id="{spec.id}"></a>' in reference_page(language)


def test_no_two_figures_share_a_name() -> None:
    for language in PAGE_WORDS:
        names = [spec.words[language].name for spec in specs().values()]
        assert len(names) == len(set(names))


@pytest.mark.parametrize("language", ["en", "es"])
def test_there_is_a_word_for_everything(language: str) -> None:
    words = PAGE_WORDS[language]
    assert set(words.reasons) == set(Missing)
    assert set(words.units) == set(Unit)
    assert set(words.roll_ups) == set(RollUp)
    assert set(words.grains) == set(Grain)
    assert set(words.directions) == set(Direction)
    assert set(words.audiences) == set(Audience)


def test_every_setting_is_explained_with_its_default() -> None:
    assert set(settings_of(Policy())) == set(SAID)
    assert "| `relationship.weak_points` | 45 |" in reference_page("en")
    assert "| `signals.use_fall` | 0.15 |" in reference_page("es")


def test_authorities_without_a_proper_name_are_translated() -> None:
    for spec in specs().values():
        is_named = spec.authority[:1].isupper()
        assert is_named or spec.authority in PAGE_WORDS["es"].authorities, spec.id
