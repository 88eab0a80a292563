"""docs/sources.md says what each shipped mapping reads, and is current."""

from sources.mapping.load import builtin_mapping_path, builtin_names, load_mapping
from sources.mapping.reference import PAGE, page, read_by_mappings
from transforms.tables import TABLES


def test_the_committed_page_of_sources_is_current() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert written == page(written), "docs/sources.md is behind the mappings: run `make docs`"


def test_every_file_of_every_mapping_has_a_line_with_what_is_read_of_it() -> None:
    sections = {part.split("\n", 1)[0]: part for part in read_by_mappings().split("\n### ")}
    for name in builtin_names():
        mapping = load_mapping(builtin_mapping_path(name))
        for entry in mapping.files:
            lines = [line for line in sections[name].splitlines() if f"`{entry.pattern}`" in line]
            assert lines, (name, entry.pattern)
            for table in entry.tables:
                read = {item for rule in table.columns.values() for item in rule.read_columns}
                read -= {entry.tax_inside.name} if entry.tax_inside else set()
                assert any(all(f"`{item}`" in line for item in read) for line in lines)


def test_what_nothing_fills_is_told_by_table() -> None:
    section = read_by_mappings().split("\n### asana\n")[1].split("\n### ")[0]
    (line,) = [line for line in section.splitlines() if line.startswith("| tasks |")]
    filled = load_mapping(builtin_mapping_path("asana")).files[0].tables[0].columns
    left = [item.name for item in TABLES["tasks"].columns if item.name not in filled]
    assert line == f"| tasks | {', '.join(f'`{name}`' for name in left) or '–'} |"
