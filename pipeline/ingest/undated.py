"""Exports that lie in no dated folder: what lies there now came after what lay there before, though
file times may say otherwise, as where the clock was set back or a copy kept an older time."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from sources.landing.delivery_folders import is_dated
from sources.landing.landing import Delivery
from warehouse import LandedExport

_NEXT = timedelta(minutes=1)
_Content = dict[str, dict[str, str]]
"""By source, the SHA-256 of each of its files."""


def in_turn(
    delivery: Delivery, landed: Iterable[LandedExport], beside: Collection[str]
) -> Delivery:
    """The delivery, dated (UTC) by what lay there when it was last read: as that where it is the
    same, and a minute after where it is something else that looks older.

    `landed` are the files of every load, the oldest first; `beside` names those that may come
    from beside cartera.toml, and tell nothing of the landing place.
    """
    own = [item for item in delivery.exports if item.source_file not in beside]
    if not own or any(is_dated(item.source_file) for item in own):
        return delivery
    lay = [
        item for item in landed if not (item.source_file in beside or is_dated(item.source_file))
    ]
    newest = max((item.landed_at for item in lay), default=None)
    if newest is None or newest < delivery.landed_at:
        return delivery
    now = _content((item.source, item.source_file, item.sha256) for item in own)
    then = _content(
        (item.source, item.source_file, item.sha256) for item in lay if item.landed_at == newest
    )
    is_same = all(now[source] == then[source] for source in now.keys() & then.keys())
    return _landed(delivery, newest if is_same else newest + _NEXT)


def _content(files: Iterable[tuple[str, str, str]]) -> _Content:
    found: _Content = {}
    for source, name, sha256 in files:
        found.setdefault(source, {})[name] = sha256
    return found


def _landed(delivery: Delivery, moment: datetime) -> Delivery:
    exports = tuple(replace(item, landed_at=moment) for item in delivery.exports)
    return replace(delivery, landed_at=moment, exports=exports)
