"""`cartera forget`: takes a person or a client out of all that Cartera keeps."""

import getpass
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.decisions import is_agreed
from cli.options import CompanyFolder, Importer, Language
from cli.words import readers_language
from messages.catalogue import Catalogue, catalogue
from messages.errors import CarteraError

if TYPE_CHECKING:
    from pipeline.forgetting import Found

_MOST_SHOWN = 20


class WhoToForgetError(CarteraError):
    """Neither a person nor a client, or both."""

    code = "failure-who-to-forget"
    exit_code = 2


def command(
    person: Annotated[str, typer.Argument()] = "",
    client: Annotated[str, typer.Option("--client")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y")] = False,
    who: Importer = "",
    company: CompanyFolder = Path(),
    lang: Language = None,
) -> None:
    """Say where somebody is named, and after a yes take the names out; sums stay."""
    from pipeline.forgetting import beside_no_run, find, forget
    from pipeline.settings import load_settings

    words = catalogue(readers_language(lang))
    if bool(person) == bool(client):
        raise WhoToForgetError
    settings = load_settings(company)
    ordered_by = who or getpass.getuser()
    with nullcontext() if dry_run else beside_no_run(settings):
        found = find(settings, person, client)
        _show(found, words)
        pseudonym = forget(settings, found, ordered_by) if yes and not dry_run else ""
    if dry_run:
        typer.echo(words.say("forget-dry"))
        return
    if not yes:
        if not is_agreed(words.say("forget-ask"), words):
            typer.echo(words.say("forget-left"))
            raise typer.Exit(1)
        with beside_no_run(settings):  # what ran while we asked is looked through, too
            pseudonym = forget(settings, find(settings, person, client), ordered_by)
    typer.echo(words.say("forget-done", pseudonym=pseudonym))


def _show(found: "Found", words: Catalogue) -> None:
    typer.echo(words.say("forget-names", names=found.names))
    for table, rows in sorted(found.rows.items()):
        typer.echo(words.say("forget-rows", table=table, rows=rows))
    typer.echo(words.say("forget-archived", files=len(found.archived)))
    _list(found.published, "forget-published", words)
    if found.landed:
        _list(found.landed, "forget-landed", words)
    if found.kept:
        _list(found.kept, "forget-kept", words)
    for table, rows in sorted(found.keys.items()):
        typer.echo(words.say("forget-keys", table=table, rows=rows))
    if found.unsearched:
        _list(found.unsearched, "forget-unsearched", words)
    if found.audit_entries:
        typer.echo(words.say("forget-audit", entries=found.audit_entries))


def _list(paths: tuple[Path, ...], message: str, words: Catalogue) -> None:
    """How many, and the first of them by name."""
    typer.echo(words.say(message, files=len(paths)))
    for path in paths[:_MOST_SHOWN]:
        typer.echo(f"  {path}")
    if len(paths) > _MOST_SHOWN:
        typer.echo("  …")
