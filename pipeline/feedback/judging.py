"""Files that people hand in, judged in a process of its own.

`python -m pipeline.feedback.judging COMPANY FILE PERSON LANGUAGE [CLIENT]` writes what the file,
or an offer typed on a page, would change as JSON, and stores it where the client is named. A
hostile file may take no more memory and time than this process is given.
"""

import json
import resource
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from messages.catalogue import Catalogue, catalogue
from messages.errors import CarteraError, worded
from pipeline.feedback import decisions, deck_remarks
from pipeline.feedback.worded import ChangeLine, input_lines, record_text, remark_lines
from pipeline.settings import Settings, load_settings
from warehouse import Warehouse, open_warehouse

_MEMORY_BYTES = 3 << 30
_CPU_SECONDS = 60


@dataclass(frozen=True)
class Judged:
    """What a file would change, worded; or why it is refused."""

    kind: str = ""
    """`workbook` or `deck`."""
    client_id: str = ""
    is_newest: bool = True
    """Whether the newest edition was the one typed into."""
    is_news: bool = False
    changes: tuple[ChangeLine, ...] = ()
    moved: tuple[ChangeLine, ...] = ()
    """Defaults that changed between the edition typed into and the newest."""
    record: str = ""
    warnings: tuple[str, ...] = ()
    refused: str = ""
    is_kept: bool = False


@dataclass(frozen=True)
class _JudgingContext:
    """What a file is judged with."""

    settings: Settings
    warehouse: Warehouse
    person: str
    """Who handed it in."""
    words: Catalogue
    account: str | None
    """Whose file it must be; None where it is only looked at."""


def judged(
    company: Path, path: Path, person: str, language: str, account: str | None = None
) -> Judged:
    """What the file would change; stored where `account`, whose it must be, is named."""
    judge = _JUDGES.get(path.suffix.lower(), _workbook)
    try:
        settings = load_settings(company)
        with open_warehouse(settings.warehouse_url) as warehouse:
            return judge(
                _JudgingContext(settings, warehouse, person, catalogue(language), account), path
            )
    except CarteraError as error:
        return Judged(refused=worded(error, language))


def _workbook(context: _JudgingContext, path: Path) -> Judged:
    return _decided(
        context,
        decisions.carried_over(
            context.settings, context.warehouse, path, context.person, context.account
        ),
    )


def _typed_offer(context: _JudgingContext, path: Path) -> Judged:
    said = decisions.TypedOffer(**json.loads(path.read_bytes()))
    return _decided(
        context,
        decisions.typed_over(
            context.settings, context.warehouse, said, context.person, context.account
        ),
    )


def _decided(context: _JudgingContext, carried: decisions.Carried) -> Judged:
    is_kept = context.account is not None and carried.is_news
    if is_kept:
        decisions.keep(context.warehouse, carried)
    return Judged(
        kind="workbook",
        client_id=carried.client_id,
        is_newest=carried.is_newest,
        is_news=carried.is_news,
        changes=input_lines(carried.typed, carried.currency, context.words),
        moved=input_lines(carried.moved, carried.currency, context.words),
        record=record_text(carried, context.words) if carried.is_decided_anew else "",
        warnings=tuple(context.words.text(warning) for warning in carried.warnings),
        is_kept=is_kept,
    )


def _deck(context: _JudgingContext, path: Path) -> Judged:
    carried = deck_remarks.carried_over(
        context.settings, context.warehouse, path, context.person, context.account
    )
    is_kept = context.account is not None and bool(carried.remarks)
    if is_kept:
        deck_remarks.keep(context.warehouse, carried)
    return Judged(
        kind="deck",
        client_id=carried.client_id,
        is_news=bool(carried.remarks),
        changes=remark_lines(carried, context.words),
        is_kept=is_kept,
    )


_JUDGES = {".pptx": _deck, ".json": _typed_offer}
"""By what a file is; a portal writes the last itself, of what was typed on a page."""


def main(arguments: list[str]) -> None:
    """See the module."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
    company, path, person, language, *account = arguments
    found = judged(Path(company), Path(path), person, language, *account)
    json.dump(asdict(found), sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
