"""A company that publishes files and brings them to where its settings say."""

from dataclasses import dataclass, replace

from deliveries import OCTOBER

from messages.errors import worded
from pipeline.delivering.deliver import deliver
from pipeline.publishing.kept import keep
from pipeline.settings import Settings
from pipeline.settings_section import Delivering
from warehouse import ArtifactRecord, Subject, Warehouse

PERIOD = "2026-Q3"


@dataclass
class House:
    """Its settings, its warehouse, and how often it delivered."""

    settings: Settings
    warehouse: Warehouse
    runs: int = 0

    def publish(self, kind: str, version: int, content: bytes) -> str:
        """The path of a file in the output place, whose bytes are in the archive."""
        run_id = self.warehouse.start_run(PERIOD, OCTOBER)
        copy = keep(self.settings.archive, kind, content)
        path = f"{PERIOD}/acme-1/{kind}-v{version}.pptx"
        self.warehouse.register_artifact(
            ArtifactRecord(
                run_id, Subject.client("1"), PERIOD, kind, "es", version, path, copy.sha256, 1, path
            )
        )
        return path

    def deliver(self, address: str, **more: object) -> list[str]:
        """A run's delivery to one place; what it could not bring."""
        return self._delivered(
            replace(self.settings, deliver=(Delivering(to=address, **more),))  # type: ignore[arg-type]
        )

    def deliver_as_set(self) -> list[str]:
        """A run's delivery to where cartera.toml says; what it could not bring."""
        return self._delivered(self.settings)

    def _delivered(self, settings: Settings) -> list[str]:
        self.runs += 1
        manifest = self.settings.output / PERIOD / f"manifest-{self.runs}.json"
        manifest.parent.mkdir(parents=True, exist_ok=True)
        manifest.write_text("{}")
        told = deliver(settings, self.warehouse, PERIOD, manifest)
        return [worded(each, "en") for each in told]
