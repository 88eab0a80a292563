"""Every room is declared wherever rooms are named: a new folder cannot be left out of the wheel."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

CHECKOUT = Path(__file__).parents[2]
NOT_SHIPPED = {"benchmarks", "tests"}
ROOMS = {path.parent.name for path in CHECKOUT.glob("*/__init__.py")} - NOT_SHIPPED
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))


def declared(place: str) -> list[str]:
    """The names that a dotted place of pyproject.toml lists."""
    found: Any = PROJECT["tool"]
    for key in place.split("."):
        found = found[key]
    return sorted(found)


@pytest.mark.parametrize(
    "place",
    ["hatch.build.targets.wheel.packages", "basedpyright.include", "importlinter.root_packages"],
)
def test_every_room_is_shipped_typed_and_kept_in_its_place(place: str) -> None:
    assert declared(place) == sorted(ROOMS)


@pytest.mark.parametrize("place", ["ruff.lint.isort.known-first-party", "deptry.known_first_party"])
def test_every_package_is_known_as_our_own(place: str) -> None:
    assert declared(place) == sorted(ROOMS | NOT_SHIPPED)
