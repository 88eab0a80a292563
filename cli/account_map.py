"""The account map as a file to decide in, and what a person reads after it was written."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cli.tables import console, table
from messages.catalogue import Catalogue
from messages.clause import named
from messages.errors import CarteraError
from pipeline.ingest.accounts import AccountProposals
from pipeline.ingest.ingest import account_maps
from pipeline.settings import Settings
from transforms.clients.account_matching import Candidate, ExternalKey
from transforms.core.cells import inert

_COLUMNS = (
    *("system", "external_id", "external_name", "account_id", "account_name"),
    *("evidence", "confidence", "rows", "decision"),
)
_LONGEST_NUMBER = 11
"""Spreadsheets show longer numbers by their first digits, and save what they show."""
_SHOWN = 10


class MapNameError(CarteraError):
    """A name under which nothing would read the map."""

    code = "failure-map-name"
    exit_code = 2
    name: str
    names: tuple[str, ...]


class MapTakenError(CarteraError):
    """A map that is there may hold decisions."""

    code = "failure-map-taken"
    exit_code = 2

    path: Path


@dataclass(frozen=True)
class MapForm:
    """Where the map is written, and in which language its columns are named."""

    path: Path
    words: Catalogue
    delimiter: str


def map_form(path: Path) -> MapForm:
    """How the file of this name is written. Raises MapNameError, MapTakenError."""
    stems = {Path(name).stem: words for name, words in account_maps().items()}
    for stem, words in stems.items():
        if path.name.lower().startswith(stem) and path.suffix.lower() == ".csv":
            if path.exists():
                raise MapTakenError(path)
            return MapForm(path, words, words.say("accounts-delimiter"))
    raise MapNameError(path.name, tuple(f"{stem}….csv" for stem in stems))


def write_map(found: AccountProposals, form: MapForm) -> None:
    """The links accepted before, then a row for each account that an open key might be."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=form.delimiter, lineterminator="\r\n")
    writer.writerow([form.words.say(named("accounts-column", name)) for name in _COLUMNS])
    writer.writerows(_rows(found, form.words))
    form.path.parent.mkdir(parents=True, exist_ok=True)
    form.path.write_text(text.getvalue(), encoding="utf-8-sig", newline="")


def _rows(found: AccountProposals, words: Catalogue) -> Iterator[list[str]]:
    accepted, yes = words.say("accounts-accepted"), words.say("accounts-yes")
    for link in found.accepted:
        name = found.account_names.get(link.account_id, "")
        yield [*_key(link.key), *_account(link.account_id, name), accepted, "", "", yes]
    for key, proposed in found.open_keys.items():
        waiting = str(key.rows or "")
        for item in proposed:
            name = found.account_names.get(item.account_id, "")
            told = [_evidence(item, words), f"{item.confidence:.0%}", waiting, ""]
            yield [*_key(key), *_account(item.account_id, name), *told]
        if not proposed:
            yield [*_key(key), "", "", words.say("accounts-nothing"), "", waiting, ""]


def _key(key: ExternalKey) -> list[str]:
    return [key.system, _safe(key.external_id), _safe(key.name)]


def _account(account_id: str, name: str) -> list[str]:
    return [_safe(account_id), _safe(name)]


def _safe(text: str) -> str:
    """Text that no spreadsheet takes for a formula or shortens as a number."""
    is_long = text.isdigit() and (len(text) > _LONGEST_NUMBER or text.startswith("0"))
    return f"'{text}" if is_long or text.startswith("'") else inert(text)


def _evidence(item: Candidate, words: Catalogue) -> str:
    told = ", ".join(words.say(named("accounts", reason.value)) for reason in item.evidence)
    others = words.say("accounts-shared", fits=item.fits) if item.fits > 1 else ""
    return f"{told} {others}".rstrip()


def print_proposals(
    found: AccountProposals, form: MapForm, settings: Settings, words: Catalogue
) -> None:
    """How many keys are open, the first of them, and what to do with the file."""
    shown = console()
    proposed = sum(bool(item) for item in found.open_keys.values())
    facts = {"keys": len(found.open_keys), "proposed": proposed, "path": form.path}
    shown.print(words.say("accounts-title", **facts), style="bold", soft_wrap=True)
    titles = [words.say(named("accounts-column", name)) for name in _COLUMNS[:-1]]
    rows = [row[:-1] for row in _rows(found, words) if not row[-1]]
    if rows:
        shown.print(table("", titles, rows[:_SHOWN]))
    place = settings.root / form.words.say("accounts-file")
    shown.print(words.say("accounts-next", place=place), markup=False, soft_wrap=True)
    if not found.is_mapped:
        shown.print(words.say("accounts-unmapped"), markup=False, soft_wrap=True)
