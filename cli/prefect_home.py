"""Prefect for a run by hand: its own folder, no network, no chatter."""

import os
from pathlib import Path


def quiet_local_prefect(root: Path) -> None:
    """Set Prefect up before it is imported; what the environment already says stays."""
    defaults = {
        "PREFECT_HOME": str(root / ".prefect"),
        "PREFECT_LOGGING_LEVEL": "CRITICAL",
        "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_UI_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "GX_ANALYTICS_ENABLED": "false",
    }
    for name, value in defaults.items():
        os.environ.setdefault(name, value)
