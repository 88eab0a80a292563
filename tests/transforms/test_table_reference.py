"""The page of tables says everything that a mapping may fill, and is current."""

from pathlib import Path

from transforms.reference.table_reference import KINDS, tables_page
from transforms.tables import TABLES, Kind

PAGE = Path(__file__).parents[2] / "docs" / "tables.md"


def test_the_committed_page_of_tables_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == tables_page(), (
        "docs/tables.md is behind the specs: run `make docs`"
    )


def test_every_table_has_a_section_and_every_column_a_line_of_eight_cells() -> None:
    sections = {part.split("\n", 1)[0]: part for part in tables_page().split("\n## ")}
    for spec in TABLES.values():
        for column in spec.columns:
            (line,) = [
                line
                for line in sections[spec.name].splitlines()
                if line.startswith(f"| `{column.name}` |")
            ]
            assert line.count("|") == 9, line
            assert all(f"`{word}`" in line for word in column.allowed)


def test_every_kind_of_column_is_explained() -> None:
    assert set(KINDS) == set(Kind)
