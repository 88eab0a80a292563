"""No module needs itself, however far around: each can be read, moved and tested after what it
imports. Imports under TYPE_CHECKING and inside functions count."""

import tomllib
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

CHECKOUT = Path(__file__).parents[2]
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
ROOMS = PROJECT["tool"]["importlinter"]["root_packages"]


def circle_in(graph: grimp.ImportGraph) -> list[str]:
    """The modules of one circle, the first again at the end; empty where there is none."""
    imports = {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return error.args[1]
    return []


def test_no_module_of_any_room_imports_itself_around_others() -> None:
    graph = grimp.build_graph(*ROOMS, cache_dir=None)
    assert set(ROOMS) <= graph.modules
    circle = circle_in(graph)
    assert not circle, "each is imported by the next: " + " → ".join(circle)


def test_imports_for_types_and_inside_functions_close_a_circle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = tmp_path / "circular_room"
    room.mkdir()
    (room / "__init__.py").touch()
    (room / "first.py").write_text("def late():\n    from circular_room import second\n")
    (room / "second.py").write_text(
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import circular_room.first\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    circle = circle_in(grimp.build_graph("circular_room", cache_dir=None))
    assert set(circle) == {"circular_room.first", "circular_room.second"}
