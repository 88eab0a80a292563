"""A renewal workbook: our composing and rendering beside openpyxl and XlsxWriter by hand."""

from itertools import cycle

from benchmarks.peers import peer
from benchmarks.ratio import Ratio, in_turn
from benchmarks.sample_clients import sample_clients
from reports.workbook.compose import compose_workbook
from reports.workbook.render.workbook import render_workbook


def measure() -> list[Ratio]:
    """One workbook of each; only ours computes the values it caches."""
    data = peer("wbdata")
    by_openpyxl, by_xlsxwriter = peer("wb_openpyxl"), peer("wb_xlsxwriter")
    composed = [(client, compose_workbook(client).workbook) for client in sample_clients()]
    clients = cycle([client for client, workbook in composed if workbook is not None])
    workbooks = cycle([workbook for _, workbook in composed if workbook is not None])
    numbers = cycle(range(20))
    composing, rendering, openpyxl, xlsxwriter = in_turn(
        lambda: compose_workbook(next(clients)),
        lambda: render_workbook(next(workbooks)),
        lambda: by_openpyxl.build(data.wclient(next(numbers))),
        lambda: by_xlsxwriter.build(data.wclient(next(numbers))),
    )
    whole = composing + rendering
    return [
        Ratio("render a workbook", "XlsxWriter by hand", rendering, xlsxwriter),
        Ratio("render a workbook", "openpyxl by hand", rendering, openpyxl),
        Ratio("compose and render a workbook", "openpyxl by hand", whole, openpyxl),
    ]
