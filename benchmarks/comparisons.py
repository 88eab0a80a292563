"""All that is compared, by the name that `--only` takes."""

from benchmarks.comparison import OURS, Comparison, Line

PPTX, XLSXWRITER, OPENPYXL = "python-pptx", "XlsxWriter", "openpyxl"
APPLY, COLUMNS, DUCKDB = "pandas groupby.apply", "pandas by column", "DuckDB"
TO_SQL = "pandas and SQL"
BARE = "bare FastAPI"


def _loading(database: str, place: str) -> Comparison:
    return Comparison(
        200_000,  # fixed costs weigh little from a million on
        f"benchmarks.loading:prepare_{place}",
        {OURS: f"benchmarks.loading:on_{place}", TO_SQL: f"benchmarks.loading_by_hand:on_{place}"},
        (
            Line(f"load {{size}} rows, {database}", "load", TO_SQL, "load"),
            Line(f"load them again, 2 % changed, {database}", "again", TO_SQL, "load"),
            Line(f"read {{size}} rows back, {database}", "read", TO_SQL, "read"),
        ),
    )


COMPARISONS = {
    "deck": Comparison(
        24,
        "benchmarks.decks:prepare",
        {OURS: "benchmarks.decks:ours", PPTX: "benchmarks.deck_by_hand:write"},
        (
            Line("render a deck", "render", PPTX, "write"),
            Line("compose and render a deck", "compose and render", PPTX, "write"),
        ),
    ),
    "workbook": Comparison(
        24,
        "benchmarks.workbooks:prepare",
        {
            OURS: "benchmarks.workbooks:ours",
            XLSXWRITER: "benchmarks.workbook_by_xlsxwriter:write",
            OPENPYXL: "benchmarks.workbook_by_openpyxl:write",
        },
        (
            Line("render a workbook", "render", XLSXWRITER, "write"),
            Line("render a workbook", "render", OPENPYXL, "write"),
            Line("compose and render a workbook", "compose and render", OPENPYXL, "write"),
        ),
    ),
    "figures": Comparison(
        5_000_000,
        "benchmarks.figures:prepare",
        {
            OURS: "benchmarks.figures:ours",
            APPLY: "benchmarks.figures_by_pandas:by_apply",
            COLUMNS: "benchmarks.figures_by_pandas:by_column",
            DUCKDB: "benchmarks.figures_by_duckdb:in_sql",
        },
        tuple(
            Line("figures of {size} documents", "compute", peer, "compute")
            for peer in (APPLY, COLUMNS, DUCKDB)
        ),
    ),
    "load-sqlite": _loading("SQLite", "sqlite"),
    "load-postgresql": _loading("PostgreSQL", "postgresql"),
    "exports": Comparison(
        200_000,
        "benchmarks.exports:prepare",
        {OURS: "benchmarks.exports:ours"},
        (Line("read {size} lines from CSV, judge and load them", "load"),),
    ),
    "run": Comparison(
        60,
        "benchmarks.whole_run:prepare",
        {OURS: "benchmarks.whole_run:ours"},
        (
            Line("a whole run for {size} clients, processor", "largest"),
            Line("of it before the first client", "before the first"),
            Line("of it for a further client", "a further client"),
            Line("the same again, nothing changed", "unchanged"),
            Line("a run after one changed row, of {size} clients", "one changed row"),
            Line("a first run for one client", "one client"),
        ),
    ),
    "portal": Comparison(
        200,
        "benchmarks.portal:prepare",
        {OURS: "benchmarks.portal:ours", BARE: "benchmarks.portal_bare:serve"},
        (
            Line("a page, {size} people at once", "page", BARE, "page"),
            Line("a download, {size} people at once", "download", BARE, "download"),
            Line("a page, processor of the server", "page, server", BARE, "page, server"),
            Line("a download, processor of it", "download, server", BARE, "download, server"),
            Line("a start, processor", "start", BARE, "start"),
        ),
    ),
}
