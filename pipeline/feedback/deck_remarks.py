"""Commentary that comes back in edited decks: read, compared with what was issued, kept."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from messages.clause import Clause, clause
from messages.errors import CarteraError
from pipeline.settings import Settings
from reports.client import Remark
from reports.deck.read_back import TypedDeck, read_deck
from warehouse import ArtifactRecord, RemarkRecord, Warehouse

_KINDS = ("qbr", "review")
ACTION = "action:"
"""Before the rule of an action, where the place of a remark is one."""
_CHOSEN = "x"
_ACTIONS_OF = "qbr"
"""Actions are the client's, whichever of its decks they were ticked in."""


class DeckRefusedError(CarteraError):
    """A sound deck that cannot be taken."""

    code = "failure-deck-refused"
    exit_code = 2
    name: str
    why: Clause


@dataclass(frozen=True)
class CarriedDeck:
    """What importing a deck stores."""

    path: Path
    client_id: str
    period: str
    remarks: tuple[RemarkRecord, ...]


def carried_over(
    settings: Settings, warehouse: Warehouse, path: Path, importer: str, account: str | None
) -> CarriedDeck:
    """What the file says that its edition did not; raises one sentence where it is refused."""
    found = read_deck(path)
    edited = _registered(warehouse, path, found.edition)
    if account is not None and account != edited.subject.id:
        raise DeckRefusedError(
            path.name,
            clause("refused-deck-of-another", client=edited.subject.id, account=account),
        )
    issued = _issued(settings, edited)
    known = {
        (item.kind, item.place): item.text
        for item in warehouse.remarks(edited.period, (edited.subject.id,))
    }
    changed = {**_commentary(edited.kind, found, issued, known), **_actions(found, issued)}
    now, digest = datetime.now(UTC), hashlib.sha256(path.read_bytes()).hexdigest()
    return CarriedDeck(
        path,
        edited.subject.id,
        edited.period,
        tuple(
            RemarkRecord(
                edited.subject.id,
                edited.period,
                kind,
                place,
                text,
                found.edition,
                digest,
                importer,
                now,
            )
            for (kind, place), text in changed.items()
            if text != known.get((kind, place), "")
        ),
    )


def keep(warehouse: Warehouse, carried: CarriedDeck) -> None:
    """Store it: the next edition carries it."""
    warehouse.add_remarks(carried.remarks)


def remarks_of(records: Iterable[RemarkRecord]) -> Mapping[str, tuple[Remark, ...]]:
    """Stored remarks by client, as decks take them."""
    found: dict[str, list[Remark]] = {}
    for record in records:
        remark = Remark(record.kind, record.place, record.text)
        found.setdefault(record.client_id, []).append(remark)
    return {client: tuple(items) for client, items in found.items()}


def _registered(warehouse: Warehouse, path: Path, edition: str) -> ArtifactRecord:
    found = (warehouse.find_artifact(edition, kind) for kind in _KINDS)
    record = next((item for item in found if item is not None), None)
    if record is None:
        raise DeckRefusedError(path.name, clause("refused-edition-unknown", edition=edition))
    return record


def _issued(settings: Settings, edited: ArtifactRecord) -> TypedDeck:
    """The edition as it was published; one that is gone is taken to have said nothing."""
    path = settings.output / edited.path
    return read_deck(path) if path.is_file() else TypedDeck(edited.edition_id, {}, {}, {})


def _commentary(
    kind: str, found: TypedDeck, issued: TypedDeck, known: Mapping[tuple[str, str], str]
) -> dict[tuple[str, str], str]:
    """New text by slide. What others imported meanwhile stays, with this under it."""
    changed: dict[tuple[str, str], str] = {}
    for place, noted in found.noted.items():
        before = issued.noted.get(place, "")
        typed = [] if noted == before else [noted]
        boxed = found.boxed.get(place, "")
        if boxed and boxed not in (noted, issued.boxed.get(place, "")):
            typed.append(boxed)
        if not typed:
            continue
        meanwhile = known.get((kind, place), "")
        kept = [meanwhile] if meanwhile not in (before, "") else []
        new = [text for text in typed if text and text not in meanwhile]
        changed[kind, place] = "\n".join([*kept, *(new if kept else filter(None, typed))])
    return changed


def _actions(found: TypedDeck, issued: TypedDeck) -> dict[tuple[str, str], str]:
    return {
        (_ACTIONS_OF, ACTION + rule): _CHOSEN if is_chosen else ""
        for rule, is_chosen in found.actions.items()
        if is_chosen != issued.actions.get(rule, False)
    }
