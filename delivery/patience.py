"""Whoever does not take a notice is asked again, where it may be well by then."""

import time
from collections.abc import Callable

from delivery.errors import NotTakenError
from messages.clause import Clause

_PAUSES_SECONDS = (1.0, 4.0)
"""Before the second and the third try."""


def patiently(attempt: Callable[[], tuple[Clause | None, bool]]) -> None:
    """Try until it is taken: an attempt says why it was not, and whether that may heal by itself.
    Raises NotTakenError where it is not taken after three tries."""
    for pause in (*_PAUSES_SECONDS, None):
        why, may_heal = attempt()
        if why is None:
            return
        if pause is None or not may_heal:
            raise NotTakenError(why)
        time.sleep(pause)
