"""A schedule that counts in another zone than its company is told."""

from types import SimpleNamespace
from typing import Any

import pytest

from messages.errors import worded

pytestmark = pytest.mark.thorough  # imports Prefect


def schedule(zone: str | None, *, active: bool = True) -> SimpleNamespace:
    return SimpleNamespace(active=active, schedule=SimpleNamespace(timezone=zone))


@pytest.mark.parametrize(
    ("schedules", "told"),
    [
        ([schedule("Europe/Madrid")], []),
        ([schedule(None)], []),
        ([schedule("UTC", active=False)], []),
        ([schedule("UTC"), schedule("Europe/Madrid")], ["UTC"]),
    ],
)
def test_each_other_zone_is_one_sentence(
    schedules: list[SimpleNamespace], told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows import zones

    class Client:
        def __enter__(self) -> Any:
            return self

        def __exit__(self, *_: object) -> None: ...

        def read_deployment(self, _: object) -> SimpleNamespace:
            return SimpleNamespace(schedules=schedules)

    monkeypatch.setattr(zones, "get_client", lambda **_: Client())
    monkeypatch.setattr(zones, "deployment", SimpleNamespace(id="1"))
    found = [worded(clause, "en") for clause in zones.misread_zones("Europe/Madrid")]
    assert [
        f"time zone {zone}, cartera.toml in Europe/Madrid" in line
        for zone, line in zip(told, found, strict=True)
    ] == [True] * len(told)
