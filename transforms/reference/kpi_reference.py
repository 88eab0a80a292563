"""The KPI dictionary as a page: every definition that is in force, in words people read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from transforms.core.policy import Policy
from transforms.kpis import families
from transforms.metrics.kpi import Caveat, KpiSpec, Missing
from transforms.reference.kpi_reference_words import PAGE_WORDS, PageWords
from transforms.reference.policy_words import SAID, settings_of


@dataclass(frozen=True)
class _Page:
    """The page in one language."""

    language: str
    words: PageWords

    def lines(self) -> Iterator[str]:
        yield from (f"# {self.words.title}", "", self.words.introduction, "")
        yield from self._contents()
        for family in families():
            for spec in family.specs:
                yield from self._figure(spec)
        yield from self._settings()
        yield from self._reasons()
        yield from self._caveats()

    def _contents(self) -> Iterator[str]:
        yield from _table_head(self.words.figure, self.words.id, self.words.unit)
        for family in families():
            for spec in family.specs:
                name = spec.words[self.language].name
                unit = self.words.units[spec.unit]
                yield f"| [{name}](#{spec.id}) | `{spec.id}` | {unit} |"
        yield ""

    def _figure(self, spec: KpiSpec) -> Iterator[str]:
        said = spec.words[self.language]
        yield from (f'<a id="{spec.id}"></a>', "", f"## {said.name}", "", said.definition, "")
        for label, text in self._facts(spec).items():
            yield f"- {label}: {text}"
        yield ""

    def _facts(self, spec: KpiSpec) -> Mapping[str, str]:
        words = self.words
        return {
            words.id: f"`{spec.id}`",
            words.unit: words.units[spec.unit],
            words.roll_up: words.roll_ups[spec.roll_up],
            words.periods: ", ".join(words.grains[grain] for grain in spec.grains),
            words.better: words.directions[spec.direction],
            words.audience: words.audiences[spec.audience],
            words.feeds: ", ".join(f"`{feed}`" for feed in spec.feeds) or words.no_feed,
            words.authority: words.authorities.get(spec.authority, spec.authority),
            words.version: str(spec.version),
        }

    def _settings(self) -> Iterator[str]:
        yield from (f"## {self.words.settings_title}", "", self.words.settings_introduction, "")
        yield from _table_head(self.words.setting, self.words.default, self.words.meaning)
        for key, value in settings_of(Policy()).items():
            yield f"| `{key}` | {value} | {SAID[key][self.language == 'es']} |"
        yield ""

    def _reasons(self) -> Iterator[str]:
        yield from (f"## {self.words.reasons_title}", "", self.words.reasons_introduction, "")
        yield from _table_head(self.words.reason, self.words.meaning)
        for reason in Missing:
            yield f"| `{reason}` | {self.words.reasons[reason]} |"
        yield ""

    def _caveats(self) -> Iterator[str]:
        yield from (f"## {self.words.caveats_title}", "", self.words.caveats_introduction, "")
        yield from _table_head(self.words.caveat, self.words.meaning)
        for caveat in Caveat:
            yield f"| `{caveat}` | {self.words.caveats[caveat]} |"


def reference_page(language: str) -> str:
    """Markdown with every KPI's definition, in `en` or `es`; KeyError for any other language."""
    return "\n".join(_Page(language, PAGE_WORDS[language]).lines()) + "\n"


def _table_head(*titles: str) -> tuple[str, str]:
    return f"| {' | '.join(titles)} |", "|---" * len(titles) + "|"
