"""What can be wrong with a figure's file: one sentence, before anything is computed."""

from collections import Counter
from collections.abc import Iterable, Iterator

from messages.catalogue import catalogue
from messages.clause import Clause, clause, named
from messages.errors import CarteraError
from transforms.metrics.kpi import KpiSpec
from transforms.tables import TABLES


class FigureFileError(CarteraError):
    """A figure that cannot be: which file, and what about it."""

    code = "failure-figure-file"
    name: str
    fault: Clause


def check_figures(found: Iterable[tuple[str, KpiSpec]]) -> None:
    """Raises FigureFileError for the first declaration that cannot work; each by its file."""
    every = list(found)
    times = Counter(spec.id for _, spec in every)
    for name, spec in every:
        if times[spec.id] > 1:
            raise FigureFileError(name, clause("figure-repeated", kpi=spec.id))
        for fault in _faults(spec):
            raise FigureFileError(name, fault)


def _faults(spec: KpiSpec) -> Iterator[Clause]:
    for table in spec.feeds:
        if table not in TABLES:
            yield clause("figure-unknown-table", kpi=spec.id, table=table)
    message = named("kpi", spec.id)
    for wanted in (message, f"{message}.definition"):
        if not catalogue("en").has(wanted):  # what another language lacks of it is told by name
            yield clause("figure-unworded", kpi=spec.id, message=wanted)
