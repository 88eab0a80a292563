"""Files that a month waits for, and which of them have not come."""

from datetime import date
from fnmatch import fnmatch

import pandas as pd

from pipeline.settings import Settings
from sources.landing.landing import in_delivery
from transforms.core.periods import Period


def late_files(
    settings: Settings, exports: pd.DataFrame, period: Period, today: date
) -> tuple[str, ...]:
    """The awaited patterns that no file fits which landed on the period's last day (UTC, as
    deliveries are dated) or later; none is awaited while it is not over. `exports` are the files
    of each source's newest load."""
    if today < period.end:
        return ()
    is_of_its_end = [period.is_over_on(moment.date()) for moment in exports["landed_at"]]
    names = [in_delivery(str(name)).casefold() for name in exports["source_file"][is_of_its_end]]
    return tuple(
        pattern
        for pattern in settings.schedule.awaited
        if not any(fnmatch(name, pattern.casefold()) for name in names)
    )
