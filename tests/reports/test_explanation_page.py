"""The page of an explanation."""

from dataclasses import replace

from reports.explanation.html import html_of
from reports.explanation.page import ExplanationPage, Headings, RowTable, Setting

PAGE = ExplanationPage(
    language="en",
    headings=Headings("How it is worked out", "What it depends on", "The rows behind it"),
    figure="Satisfaction",
    who="Acme (A1)",
    period="2026-Q3",
    definition="Share of positive answers.",
    basis="Definition, version 1.",
    result="Value: 50%",
    arithmetic=("Numerator: 1",),
    settings=(Setting("Fewest answers", "minimum_answers", "5"),),
    rates=("Average rate of 2026-07: 1 EUR = 20 MXN",),
    tables=(
        RowTable("surveys: 2 rows", ("answer", "score"), (("a1", "5"),), (False, True), "…", False),
        RowTable("surveys: 1 row left out", ("answer",), (), (False,), "… and 1 more", True),
    ),
)


def test_what_exports_say_is_text_and_never_markup() -> None:
    hostile = "<script>alert(1)</script>"
    table = replace(PAGE.tables[0], rows=((hostile, '"5"'),))
    page = html_of(replace(PAGE, who=hostile, tables=(table,)))
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 3  # title, head and cell


def test_rows_that_entered_are_open_and_those_left_out_closed() -> None:
    page = html_of(PAGE)
    assert page.count("<details open>") == 1
    assert page.count("<details>") == 1
    assert "… and 1 more" in page


def test_parts_without_content_have_no_heading() -> None:
    bare = html_of(replace(PAGE, arithmetic=(), settings=(), rates=(), tables=()))
    assert "<h2>" not in bare
    assert "Value: 50%" in bare
