"""The scripts that people write by hand, where they can be had."""

import importlib
import os
import sys
from pathlib import Path
from types import ModuleType

_BESIDE = Path(__file__).parents[2] / "shared" / "peers"


class NoPeersError(Exception):
    """The folder of peers is not there."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} is not there: name the folder of peers in CARTERA_PEERS")


def peers_folder() -> Path:
    """Where the peers lie: CARTERA_PEERS, else beside the checkout."""
    folder = Path(os.environ.get("CARTERA_PEERS", _BESIDE))
    if not folder.is_dir():
        raise NoPeersError(folder)
    return folder


def peer(name: str) -> ModuleType:
    """A peer's module."""
    folder = os.fspath(peers_folder())
    if folder not in sys.path:
        sys.path.insert(0, folder)
    return importlib.import_module(name)
