"""Events of an API, each with an object and what changed in it → the object as it was each time."""

from collections.abc import Iterable, Iterator
from typing import Any

from sources.mapping.grammar import Events

_A_DAY = 24 * 60 * 60

_Object = dict[str, Any]
_Numbered = tuple[int, object]
"""A line and a record."""


def versions_told(records: Iterable[_Numbered], events: Events) -> Iterator[_Numbered]:
    """The events, and beside them what they tell of the time before: of the first of each object
    the object as it was on the day before, and items that went, as they ended.

    One that changed nothing that matters has no items.
    """
    told = list(records)
    first: dict[str, int] = {}
    for _, record in told:
        key, at = _key(record, events), _moment(record, events)
        first[key] = min(at, first.get(key, at))
    for line, record in told:
        now, changed = _at(record, events.object), _at(record, events.before)
        if not isinstance(record, dict) or not isinstance(now, dict):
            yield line, record
        elif isinstance(changed, dict) and not any(name in changed for name in events.of):
            yield line, _placed(record, f"{events.object}.{events.items}", [])
        else:
            was = _merged(now, changed) if isinstance(changed, dict) else None
            at = _moment(record, events)
            if was is not None and at == first[_key(record, events)]:
                items = _marked(_items(was, events), "before")
                earlier = _placed(record, events.object, _placed(was, events.items, items))
                yield line, _placed(earlier, events.at, str(at - _A_DAY))
            yield line, record
            yield from ((line, item) for item in _gone(record, was or now, events))


def _gone(record: _Object, was: _Object, events: Events) -> Iterator[_Object]:
    """The event once more, with the items that are in the object no more."""
    now = _at(record, events.object)
    kept = {item.get("id") for item in _items(now, events)}
    gone = [item for item in _items(was, events) if item.get("id") not in kept]
    if gone:
        ended = _placed(now, events.ended, _at(record, events.at))
        yield _placed(record, events.object, _placed(ended, events.items, _marked(gone, "gone")))


def _marked(items: Iterable[_Object], word: str) -> list[_Object]:
    """The items, told apart from the same ones of their event where rows are shown."""
    return [{**item, "#": word} for item in items]


def _items(holder: object, events: Events) -> list[_Object]:
    found = _at(holder, events.items)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _key(record: object, events: Events) -> str:
    return str(_at(record, f"{events.object}.id"))


def _moment(record: object, events: Events) -> int:
    told = str(_at(record, events.at))
    return int(told) if told.isdecimal() else 0


def _at(holder: object, path: str) -> Any:
    """What lies at a dotted path; None where nothing does."""
    for name in path.split("."):
        holder = holder.get(name) if isinstance(holder, dict) else None
    return holder


def _placed(holder: _Object, path: str, value: object) -> _Object:
    """A copy with another value at a dotted path."""
    name, _, rest = path.partition(".")
    inner = holder.get(name)
    found = inner if isinstance(inner, dict) else {}
    return {**holder, name: _placed(found, rest, value) if rest else value}


def _merged(now: _Object, changed: _Object) -> _Object:
    """The object before a change that names what was otherwise; a list stands for the whole of it.

    >>> _merged({"id": 1, "plan": {"a": 2, "b": 3}}, {"plan": {"a": 1}})
    {'id': 1, 'plan': {'a': 1, 'b': 3}}
    """
    return {
        **now,
        **{
            name: _merged(now[name], value)
            if isinstance(value, dict) and isinstance(now.get(name), dict)
            else value
            for name, value in changed.items()
        },
    }
