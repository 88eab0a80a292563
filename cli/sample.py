"""`cartera sample`: a sample company's exports, at any size."""

from pathlib import Path
from typing import Annotated

import typer

from cli.options import Language
from cli.words import readers_language
from messages.catalogue import catalogue


def command(
    directory: Path,
    accounts: Annotated[int, typer.Option(min=1)] = 24,
    seed: int = 7,
    lang: Language = None,
) -> None:
    """Write a made-up company: its exports, its settings, and the truth about its figures."""
    from cli.folders import new_folder
    from samples import generate

    words = catalogue(readers_language(lang))
    generate(new_folder(directory), accounts, seed)
    typer.echo(words.say("sample-done", folder=directory, accounts=accounts))
