"""What the portal shows besides a run's files, made after it by a step of its own."""

from collections.abc import Iterator

from messages.errors import CarteraError
from pipeline.compute.shards import known_shards
from pipeline.failures import Failure
from pipeline.publishing.explanations import publish_explanations
from pipeline.publishing.pictures import publish_pictures
from pipeline.publishing.publisher import Result
from pipeline.run_context import RunOrder
from pipeline.settings import Settings
from transforms.core.periods import Period
from warehouse import RunState, open_warehouse


class NoRunError(CarteraError):
    """Nothing was published for the period yet."""

    code = "failure-no-run-of-period"
    period: str


def prepare(
    settings: Settings, period: str, *, with_pictures: bool, manager: str = ""
) -> Iterator[Result]:
    """Explanations of the period's figures, as its newest run knew them, client by client, and
    pictures of its decks' pages, which takes what `pictures.can_be_made` asks for. Of all
    clients, or of those of the manager with this address.

    Raises NoRunError.
    """
    order = _order(settings, Period.parse(period, settings.company.fiscal_start_month), manager)
    with order.opened() as run:
        for shard in order.shards:
            yield from publish_explanations(run, shard)
        if with_pictures:
            yield from publish_pictures(run)


def failures(found: list[Result]) -> list[Failure]:
    """What a fault of ours kept from being made."""
    return [item for item in found if isinstance(item, Failure)]


def _order(settings: Settings, period: Period, manager: str) -> RunOrder:
    """That of the newest run that published."""
    published = (RunState.PUBLISHED, RunState.PARTLY_PUBLISHED)
    with open_warehouse(settings.warehouse_url) as warehouse:
        runs = [run for run in warehouse.runs(1000) if run.period == str(period)]
        newest = next((run for run in runs if run.state in published), None)
        if newest is None:
            raise NoRunError(str(period))
        shards = known_shards(settings, warehouse, newest.known_at, ())
        summaries = warehouse.summaries(str(period))
    own = frozenset(item.client_id for item in summaries if item.manager_email == manager.lower())
    clients = own if manager else None
    return RunOrder(settings, period, newest.known_at, shards, newest.run_id, clients)
