"""The tasks that a run is made of for Prefect: tried again where that may help, and without a
client's values in what Prefect keeps of a fault."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from prefect import Task, task
from prefect.cache_policies import NO_CACHE

from messages.errors import CarteraError
from pipeline.failures import FaultError, faults_named

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")


def step(name: str) -> Callable[[Callable[_Given, _Made]], Task[_Given, _Made]]:
    """A task of that name, tried three times."""
    made = task(
        name=name,
        retries=2,
        retry_delay_seconds=[1, 10],
        retry_condition_fn=_is_worth_retrying,
        cache_policy=NO_CACHE,
    )
    return lambda function: made(faults_named()(function))


def _is_worth_retrying(_task: object, _run: object, state: object) -> bool:
    """What has no sentence of ours may be of the moment; what has one is judged by the run."""
    failure = state.result(raise_on_failure=False)  # type: ignore[attr-defined]
    return isinstance(failure, FaultError) or not isinstance(failure, CarteraError)
