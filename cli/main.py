"""The `cartera` command: one sub-command a file, each importing what it needs when it runs."""

import os
import sys
import traceback
from itertools import chain, pairwise

import typer

from cli import (
    accounts,
    awaited,
    check,
    decisions,
    decks,
    explain,
    fetch,
    forget,
    init,
    kpis,
    mapping,
    notify,
    portal,
    restore,
    run,
    sample,
    status,
    tidy,
)
from cli.help import Command, Group
from cli.words import failure, readers_language
from messages.catalogue import catalogue
from messages.errors import CarteraError

FAILED = 1

app = typer.Typer(
    name="cartera",
    cls=Group,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
for name, module in {
    "sample": sample,
    "init": init,
    "map": mapping,
    "fetch": fetch,
    "awaited": awaited,
    "check": check,
    "run": run,
    "kpis": kpis,
    "explain": explain,
    "status": status,
    "restore": restore,
    "notify": notify,
    "forget": forget,
    "tidy": tidy,
}.items():
    app.command(name, cls=Command)(module.command)

app.add_typer(accounts.app, name="accounts")
app.add_typer(decisions.app, name="decisions")
app.add_typer(decks.app, name="decks")
app.add_typer(portal.app, name="portal")


def main() -> None:
    """Run a sub-command; a user's mistake is one sentence and a non-zero exit, no traceback."""
    arguments = [item for item in sys.argv[1:] if item != "--debug"]
    asked = _asked_language(arguments)
    if len(arguments) < len(sys.argv) - 1:
        os.environ["CARTERA_DEBUG"] = "1"  # for the rooms that name a fault, and other processes
    try:
        app(args=_understood(arguments, asked), prog_name=app.info.name, obj=asked)
    except CarteraError as error:
        if os.environ.get("CARTERA_DEBUG"):
            traceback.print_exc()
        words = catalogue(readers_language(asked))
        typer.echo(failure(words, error), err=True)
        sys.exit(error.exit_code)


def _understood(arguments: list[str], language: str | None) -> list[str]:
    """Help comes in the language asked for, also of commands that say nothing else."""
    if "--help" not in arguments:
        return arguments
    return [item for item in arguments if item not in ("--lang", language, f"--lang={language}")]


def _asked_language(arguments: list[str]) -> str | None:
    """What --lang says, which no command may have come to read."""
    joined = (item.partition("=")[2] for item in arguments if item.startswith("--lang="))
    apart = (after for item, after in pairwise(arguments) if item == "--lang")
    return next(chain(joined, apart), None)


if __name__ == "__main__":
    main()
