"""Every room is declared wherever rooms are named: a new folder cannot be left out of the wheel."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

CHECKOUT = Path(__file__).parents[2]
AUDIT = {"audit"}
"""Typed and kept apart like a room, and no part of what is shipped."""
NOT_SHIPPED = {"benchmarks", "tests"} | AUDIT
ROOMS = {path.parent.name for path in CHECKOUT.glob("*/__init__.py")} - NOT_SHIPPED
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))


def declared(place: str) -> list[str]:
    """The names that a dotted place of pyproject.toml lists."""
    found: Any = PROJECT["tool"]
    for key in place.split("."):
        found = found[key]
    return sorted(found)


@pytest.mark.parametrize(
    ("place", "beside"),
    [
        ("hatch.build.targets.wheel.packages", set()),
        ("basedpyright.include", AUDIT),
        ("importlinter.root_packages", AUDIT),
    ],
)
def test_every_room_is_shipped_typed_and_kept_in_its_place(place: str, beside: set[str]) -> None:
    assert declared(place) == sorted(ROOMS | beside)


@pytest.mark.parametrize("place", ["ruff.lint.isort.known-first-party", "deptry.known_first_party"])
def test_every_package_is_known_as_our_own(place: str) -> None:
    assert declared(place) == sorted(ROOMS | NOT_SHIPPED)


def test_no_two_files_of_tests_share_a_name() -> None:
    """pytest imports them by it, and collects the first alone."""
    names = Counter(path.name for path in (CHECKOUT / "tests").rglob("test_*.py"))
    assert not {name for name, count in names.items() if count > 1}


def test_nothing_is_imported_from_a_conftest() -> None:
    """All of them have that one name: which is meant depends on the folder that was read last."""
    lines = {
        f"{path.name}: {line}"
        for path in (CHECKOUT / "tests").rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if line.startswith(("from conftest", "import conftest"))
    }
    assert not lines
