"""A function fits a screen, a file ten of them.

ruff keeps how many ways lead through a function (C901 in pyproject.toml).
"""

import ast
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
PACKAGES = sorted(path.parent for path in CHECKOUT.glob("*/__init__.py"))
MOST_LINES = 40
MOST_LINES_OF_A_FILE = 400


def too_long(source: str) -> list[str]:
    """The functions of a module that have more lines than fit, with their number of lines."""
    functions = (
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    lines = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions}
    return [f"{name}: {count} lines" for name, count in lines.items() if count > MOST_LINES]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_every_function_fits_a_screen(package: Path) -> None:
    found = {
        str(path.relative_to(CHECKOUT)): functions
        for path in sorted(package.rglob("*.py"))
        if (functions := too_long(path.read_text(encoding="utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_every_file_is_about_one_thing(package: Path) -> None:
    lines = {
        str(path.relative_to(CHECKOUT)): path.read_text(encoding="utf-8").count("\n")
        for path in package.rglob("*.py")
    }
    found = {path: count for path, count in lines.items() if count > MOST_LINES_OF_A_FILE}
    assert found == {}, "split them by what they are about"


def test_a_function_of_one_line_more_is_named() -> None:
    fits = "async def fits():\n" + "    pass\n" * (MOST_LINES - 1)
    is_long = "class Kind:\n  def is_long():\n" + "    pass\n" * MOST_LINES
    assert too_long(fits + is_long) == [f"is_long: {MOST_LINES + 1} lines"]
