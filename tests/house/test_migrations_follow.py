"""Migrations form one chain: two that were written side by side would each hide the other."""

import ast
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "warehouse" / "migrations" / "versions"


def test_every_migration_follows_the_one_of_the_number_before_it() -> None:
    paths = sorted(FOLDER.glob("[0-9]*.py"))
    numbers = [path.name[:4] for path in paths]
    assert numbers == [f"{number:04d}" for number in range(1, len(paths) + 1)]
    before: list[str | None] = [None, *numbers[:-1]]
    for path, number, previous in zip(paths, numbers, before, strict=True):
        said = assigned(path)
        assert (said["revision"], said["down_revision"]) == (number, previous), path.name


def assigned(path: Path) -> dict[str, object]:
    """The names that a module gives to plain values."""
    return {
        target.id: node.value.value
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
