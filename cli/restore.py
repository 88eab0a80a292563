"""`cartera restore`: published files and the landing place, from archive and warehouse alone."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import CompanyFolder, Language
from cli.words import readers_language
from messages.catalogue import Catalogue, catalogue

if TYPE_CHECKING:
    from pipeline.restore import Restored

_PARTLY = 3
_NOTHING = 1

LandingFolder = Annotated[Path | None, typer.Option("--landing")]


def command(
    company: CompanyFolder = Path(), landing: LandingFolder = None, lang: Language = None
) -> None:
    """Bring back what was published, and the exports to go on from; what is there stays."""
    from pipeline.restore import restore
    from pipeline.settings import load_settings

    words = catalogue(readers_language(lang))
    restored = restore(load_settings(company), landing)
    _tell(restored, words)
    if restored.told:
        raise typer.Exit(_PARTLY if restored.written or restored.right else _NOTHING)


def _tell(restored: "Restored", words: Catalogue) -> None:
    typer.echo(words.say("restore-done", written=len(restored.written), right=restored.right))
    for told in restored.told:
        typer.echo(words.text(told), err=True)
