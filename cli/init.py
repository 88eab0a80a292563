"""`cartera init`: an empty company, ready for exports."""

from pathlib import Path

import typer

from cli.options import Language
from cli.words import readers_language
from messages.catalogue import catalogue

TEMPLATE = Path(__file__).parent / "cartera.toml.template"


def command(
    directory: Path,
    lang: Language = None,
) -> None:
    """Make a company's folder: cartera.toml to fill in, landing/ and mappings/."""
    from cli.folders import new_folder

    words = catalogue(readers_language(lang))
    folder = new_folder(directory)
    for name in ("landing", "mappings"):
        (folder / name).mkdir()
    (folder / "cartera.toml").write_bytes(TEMPLATE.read_bytes())
    typer.echo(words.say("init-done", folder=directory))
