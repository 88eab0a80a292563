"""The KPI dictionary says everything about every figure, in both languages, and is current."""

from pathlib import Path

import pytest

from messages.catalogue import catalogue, languages
from messages.clause import named
from transforms.core.periods import Grain
from transforms.core.policy import Policy
from transforms.kpis import specs
from transforms.metrics.kpi import Audience, Caveat, Direction, Missing, RollUp, Unit
from transforms.reference.kpi_reference import reference_page
from transforms.reference.policy_settings import settings_of

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(("language", "name"), [("en", "kpis.md"), ("es", "kpis.es.md")])
def test_the_committed_page_is_current(language: str, name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == reference_page(language), (
        f"docs/{name} is behind the definitions: write reference_page({language!r}) into it"
    )


@pytest.mark.parametrize("language", languages())
def test_every_figure_is_defined_in_sentences(language: str) -> None:
    for spec in specs().values():
        assert not spec.name(language)[0].islower(), spec.id
        assert spec.definition(language).endswith("."), spec.id
        assert f'<a id="{spec.id}"></a>' in reference_page(language)


def test_no_two_figures_share_a_name() -> None:
    for language in languages():
        names = [spec.name(language) for spec in specs().values()]
        assert len(names) == len(set(names))


@pytest.mark.parametrize("language", languages())
def test_there_is_a_word_for_everything(language: str) -> None:
    kinds = {
        "missing": Missing,
        "unit": Unit,
        "roll-up": RollUp,
        "grain": Grain,
        "direction": Direction,
        "audience": Audience,
        "caveat": Caveat,
        "setting": [key.replace(".", "-") for key in settings_of(Policy())],
    }
    words = catalogue(language)
    for kind, things in kinds.items():
        assert [thing for thing in things if not words.has(named(kind, thing))] == [], kind


def test_every_setting_is_explained_with_its_default() -> None:
    assert "| `relationship.weak_points` | 45 |" in reference_page("en")
    assert "| `signals.use_fall` | 0.15 |" in reference_page("es")


def test_authorities_without_a_proper_name_are_translated() -> None:
    for spec in specs().values():
        is_named = spec.authority[:1].isupper()
        message = named("authority", *spec.authority.split())
        assert is_named or catalogue("es").has(message), spec.id
