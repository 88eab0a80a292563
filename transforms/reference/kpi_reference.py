"""The KPI dictionary as a page: every definition that is in force, in words people read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from messages.catalogue import Catalogue, catalogue
from messages.clause import named
from transforms.core.policy import Policy
from transforms.kpis import families
from transforms.metrics.kpi import Caveat, KpiSpec, Missing
from transforms.reference.policy_settings import settings_of


@dataclass(frozen=True)
class _Page:
    """The page in one language."""

    words: Catalogue

    def say(self, message: str) -> str:
        return self.words.say(message)

    def lines(self) -> Iterator[str]:
        yield from (
            f"# {self.say('dictionary-title')}",
            "",
            self.say("dictionary-introduction"),
            "",
        )
        yield from self._contents()
        for family in families():
            for spec in family.specs:
                yield from self._figure(spec)
        yield from self._settings()
        yield from self._reasons()
        yield from self._caveats()

    def _contents(self) -> Iterator[str]:
        yield from _table_head(
            self.say("dictionary-figure"), self.say("dictionary-id"), self.say("dictionary-unit")
        )
        for family in families():
            for spec in family.specs:
                name = spec.name(self.words.language)
                unit = self.say(named("unit", spec.unit))
                yield f"| [{name}](#{spec.id}) | `{spec.id}` | {unit} |"
        yield ""

    def _figure(self, spec: KpiSpec) -> Iterator[str]:
        name = spec.name(self.words.language)
        definition = spec.definition(self.words.language)
        yield from (f'<a id="{spec.id}"></a>', "", f"## {name}", "", definition, "")
        for label, text in self._facts(spec).items():
            yield f"- {label}: {text}"
        yield ""

    def _facts(self, spec: KpiSpec) -> Mapping[str, str]:
        say = self.say
        grains = [say(named("grain", grain)) for grain in spec.grains]
        return {
            say("dictionary-id"): f"`{spec.id}`",
            say("dictionary-unit"): say(named("unit", spec.unit)),
            say("dictionary-roll-up"): say(named("roll-up", spec.roll_up)),
            say("dictionary-periods"): ", ".join(grains),
            say("dictionary-better"): say(named("direction", spec.direction)),
            say("dictionary-audience"): say(named("audience", spec.audience)),
            say("dictionary-feeds"): ", ".join(f"`{feed}`" for feed in spec.feeds)
            or say("dictionary-no-feed"),
            say("dictionary-authority"): self._authority(spec.authority),
            say("dictionary-version"): str(spec.version),
        }

    def _authority(self, written: str) -> str:
        """A proper name as it is; a practice in words."""
        message = named("authority", *written.split())
        return self.words.say(message) if self.words.has(message) else written

    def _settings(self) -> Iterator[str]:
        yield from (
            f"## {self.say('dictionary-settings-title')}",
            "",
            self.say("dictionary-settings-introduction"),
            "",
        )
        yield from _table_head(
            self.say("dictionary-setting"),
            self.say("dictionary-default"),
            self.say("dictionary-meaning"),
        )
        for key, value in settings_of(Policy()).items():
            yield f"| `{key}` | {value} | {self.say(named('setting', *key.split('.')))} |"
        yield ""

    def _reasons(self) -> Iterator[str]:
        yield from (
            f"## {self.say('dictionary-reasons-title')}",
            "",
            self.say("dictionary-reasons-introduction"),
            "",
        )
        yield from _table_head(self.say("dictionary-reason"), self.say("dictionary-meaning"))
        for reason in Missing:
            yield f"| `{reason}` | {self.say(named('missing', reason))} |"
        yield ""

    def _caveats(self) -> Iterator[str]:
        yield from (
            f"## {self.say('dictionary-caveats-title')}",
            "",
            self.say("dictionary-caveats-introduction"),
            "",
        )
        yield from _table_head(self.say("dictionary-caveat"), self.say("dictionary-meaning"))
        for caveat in Caveat:
            yield f"| `{caveat}` | {self.say(named('caveat', caveat))} |"


def reference_page(language: str) -> str:
    """Markdown with every KPI's definition; raises MessageError for an unknown language."""
    return "\n".join(_Page(catalogue(language)).lines()) + "\n"


def _table_head(*titles: str) -> tuple[str, str]:
    return f"| {' | '.join(titles)} |", "|---" * len(titles) + "|"
