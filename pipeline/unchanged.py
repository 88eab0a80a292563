"""A run that would find everything as an earlier one of its period left it makes nothing anew.

What its files come from has a fingerprint: the rows (by the loads there were), what people handed
in, the settings, the brand, and Cartera itself. Where it is that of an earlier run, and each of
its files is still there, the run's results are those of that run's manifest.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from typing import Any

from pipeline.compute.rows_as_of import rows_as_of
from pipeline.outcome import ClientOutcome, NotMade, PublishedFile, RunResults
from pipeline.publishing.brand import brand_in_use
from pipeline.publishing.client_logos import logos_mark
from pipeline.publishing.edition import DECK_LIBRARY, WORKBOOK_LIBRARY
from pipeline.publishing.publisher import registered
from pipeline.release import release_mark
from pipeline.run_context import RunContext
from pipeline.settings import Settings
from sources.landing.archive import copy_of
from transforms.core.cells import records, text_of
from warehouse import LOOKED_BACK_AT, ArtifactRecord, Subject, open_warehouse

_GROWS_BY_ITSELF = "artifacts"


def has_run(settings: Settings, period: str) -> bool:
    """Whether some run of the period left a mark, so that this one may have nothing to make."""
    with open_warehouse(settings.warehouse_url) as warehouse:
        return warehouse.run_of_mark(period) is not None


def mark_of(run: RunContext, heights: Mapping[str, str]) -> str:
    """The fingerprint of all that the files of a run come from; `heights` are those of the
    warehouse's tables."""
    order, settings = run.order, run.settings
    said = (
        str(order.period),
        order.known_at.isoformat(),
        sorted(order.clients) if order.clients is not None else None,
        order.language,
        order.variant.value,
        sorted(heights.items()),
        repr(settings.company),
        repr(settings.policy),
        settings.sources,
        brand_in_use(settings).mark,
        logos_mark(settings),
        [version(name) for name in (DECK_LIBRARY, WORKBOOK_LIBRARY)],
        release_mark(),
    )
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def results_as_before(run: RunContext, heights: Mapping[str, str]) -> RunResults | None:
    """What the earlier run left that came from exactly this; None where there is none, or one of
    its files, its archived copies or its manifest is gone."""
    period = str(run.period)
    before = run.warehouse.run_of_mark(period, mark_of(run, heights))
    manifest = None if before is None else _manifest(run, before)
    if manifest is None:
        return None
    known = {item.path: item for item in run.warehouse.artifacts(period)}
    outputs = [known.get(str(item["path"])) for item in manifest["outputs"]]
    files = [_still_there(run, item) for item in outputs]
    whole = [item for item in files if item is not None]
    return _results(run, whole, manifest) if len(whole) == len(files) else None


def keep_mark(run: RunContext, results: RunResults, heights: Mapping[str, str]) -> None:
    """Remember what a run's files came from. `heights` are of before its first figure; what
    somebody added meanwhile, beside the run's own files, leaves no mark."""
    if results.failures:
        return
    now = run.warehouse.heights()
    mine = sum(file.kind == LOOKED_BACK_AT for file in results.written)
    added = _count(now[_GROWS_BY_ITSELF]) - _count(heights[_GROWS_BY_ITSELF])
    others = {name: said for name, said in now.items() if name != _GROWS_BY_ITSELF}
    if added == mine and others == {name: heights[name] for name in others}:
        run.warehouse.add_mark(run.run_id, str(run.period), mark_of(run, now))


def _count(height: str) -> int:
    return int(height.partition("/")[0])


def _manifest(run: RunContext, run_id: str) -> dict[str, Any] | None:
    """The manifest as the archive keeps it."""
    inside = f"{run.period}/manifest-{run_id}.json"
    kept = (item for item in run.warehouse.run_files() if item.path == inside)
    file = next(kept, None)
    if file is None:
        return None
    copy = copy_of(run.settings.archive, file.sha256)
    if not copy.is_file():
        return None
    content = copy.read_bytes()
    return json.loads(content) if hashlib.sha256(content).hexdigest() == file.sha256 else None


def _still_there(run: RunContext, known: ArtifactRecord | None) -> PublishedFile | None:
    if known is None or not (run.settings.output / known.path).is_file():
        return None
    is_kept = copy_of(run.settings.archive, known.sha256).is_file()
    return registered(run, known, is_new=False) if is_kept else None


def _results(
    run: RunContext, files: Iterable[PublishedFile], manifest: Mapping[str, Any]
) -> RunResults:
    of: dict[Subject, list[PublishedFile]] = {}
    for file in files:
        of.setdefault(file.subject, []).append(file)
    held = {item["client_id"]: tuple(item["reasons"]) for item in manifest["held"]}
    not_made: dict[str, list[NotMade]] = {}
    for item in manifest["not_made"]:
        not_made.setdefault(item["client_id"], []).append(NotMade(**item))
    clients = tuple(
        ClientOutcome(
            client_id,
            name,
            manager,
            None,
            files=tuple(of.pop(Subject.client(client_id), ())),
            held=held.get(client_id, ()),
            not_made=tuple(not_made.get(client_id, ())),
        )
        for client_id, name, manager in _clients(run)
    )
    (portfolio,) = of.pop(Subject.portfolio(), [None])
    briefs = tuple(file for several in of.values() for file in several)
    return RunResults(clients=clients, portfolio=portfolio, briefs=briefs, failures=())


def _clients(run: RunContext) -> Iterator[tuple[str, str, str]]:
    """Id, name and manager of each client asked for, shard by shard."""
    tables = rows_as_of(run.warehouse, run.known_at, names=("accounts", "managers"))
    managers = {
        str(row["manager_id"]): text_of(row["manager_name"])
        for row in records(tables.rows("managers"))
    }
    accounts = {str(row["account_id"]): row for row in records(tables.rows("accounts"))}
    for shard in run.shards:
        for client_id in filter(run.is_due, shard.client_ids):
            account = accounts[client_id]
            manager = managers.get(text_of(account["manager_id"]), "")
            yield client_id, text_of(account["account_name"]), manager
