"""What differs between two takes of one and the same program: masked, or read alike."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]

_HEX = r"(?<![0-9A-Za-z])(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32}|[0-9a-f]{16}|[0-9a-f]{12})(?![0-9A-Za-z])"  # noqa: E501
_UUID = r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"
_RUN = r"\b\d{8}T\d{6}Z-[0-9a-f]{6}\b"
_CLOCK = r"(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2}| UTC)?)?"
_ANSI = r"\x1b\[[0-9;?]*[A-Za-z]"
_FRAMES = r"(?m)^( *)Traceback \(most recent call last\):\n(?:\1 +.*\n|\n)+"
_SIZE = r'(?<="size": )\d+'
"""Of a packed file, which an edition id makes a few bytes longer or shorter."""
_ADDRESS = r"\b0x[0-9a-f]{6,16}\b"
_PORT = r"(?<=127\.0\.0\.1:)\d{4,5}|(?<=localhost:)\d{4,5}"

_MONTH = re.compile(r"\bsept\b\.?")
"""Spanish decks print "sep" or "sept" by who was rendered first (Babel's shared state)."""


@dataclass(frozen=True)
class Masks:
    """Takes ids, times and places of this very take out of a text."""

    work: Path
    known_ids: frozenset[str] = frozenset()
    """Edition ids that a manifest names, for those that hold no letter."""
    today: frozenset[str] = field(
        default_factory=lambda: frozenset(
            {f"{datetime.now(UTC):%Y-%m-%d}", f"{datetime.now():%Y-%m-%d}"}
        )
    )

    def text(self, told: str) -> str:
        """The text with everything of this take alone masked."""
        for place, name in ((str(self.work), "<work>"), (str(ROOT), "<repo>")):
            told = told.replace(place, name)
        told = re.sub(_ANSI, "", told)
        told = re.sub(_FRAMES, r"\1Traceback <frames>\n", told)
        told = re.sub(_RUN, "<run>", told)
        told = re.sub(
            "(?:" + "|".join(map(re.escape, sorted(self.today))) + ")" + _CLOCK, "<now>", told
        )
        for known in sorted(self.known_ids, key=len, reverse=True):
            told = told.replace(known, "<id>")
        told = re.sub(_SIZE, "0", told)
        told = re.sub(_UUID, "<id>", told)
        told = re.sub(_HEX, "<id>", told)
        told = re.sub(_ADDRESS, "<address>", told)
        return re.sub(_PORT, "<port>", told)

    def knowing(self, manifests: Iterable[Mapping[str, object]]) -> "Masks":
        """The same, with the ids of these manifests."""
        found = {item for manifest in manifests for item in _ids(manifest)}
        cut = {item[:12] for item in found if len(item) == 16}
        return Masks(self.work, frozenset(found | cut), self.today)


def _ids(value: object) -> Iterable[str]:
    match value:
        case dict():
            for item in value.values():
                yield from _ids(item)
        case list():
            for item in value:
                yield from _ids(item)
        case str() if re.fullmatch(r"[0-9a-f]{16}|[0-9a-f]{64}", value):
            yield value
        case _:
            pass


def alike(line: str) -> str:
    """What counts when two lines are compared."""
    return _MONTH.sub("sep", line)


def sorted_json(told: str) -> str:
    """JSON with sorted keys, a value a line."""
    return json.dumps(json.loads(told), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
