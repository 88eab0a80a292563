"""The `cartera` command: one sub-command a file, each importing what it needs when it runs."""

import os
import sys
import traceback
from itertools import chain, pairwise

import typer

from cli import (
    accounts,
    check,
    decisions,
    decks,
    explain,
    init,
    kpis,
    mapping,
    portal,
    run,
    sample,
    status,
)
from cli.words import failure, readers_language
from messages.catalogue import catalogue
from messages.errors import CarteraError

FAILED = 1

app = typer.Typer(
    name="cartera",
    help="From a month's raw CRM and billing exports to review decks and renewal workbooks.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    epilog="Any command shows a failure's traceback with CARTERA_DEBUG=1.",
)
for name, module in {
    "sample": sample,
    "init": init,
    "map": mapping,
    "check": check,
    "run": run,
    "kpis": kpis,
    "explain": explain,
    "status": status,
}.items():
    app.command(name, epilog=module.EXAMPLES)(module.command)

app.add_typer(accounts.app, name="accounts")
app.add_typer(decisions.app, name="decisions")
app.add_typer(decks.app, name="decks")
app.add_typer(portal.app, name="portal")


def main() -> None:
    """Run a sub-command; a user's mistake is one sentence and a non-zero exit, no traceback."""
    arguments = [item for item in sys.argv[1:] if item != "--debug"]
    try:
        app(args=arguments, standalone_mode=True)
    except CarteraError as error:
        if len(arguments) < len(sys.argv) - 1 or os.environ.get("CARTERA_DEBUG"):
            traceback.print_exc()
        words = catalogue(readers_language(_asked_language(arguments)))
        typer.echo(failure(words, error), err=True)
        sys.exit(error.exit_code)


def _asked_language(arguments: list[str]) -> str | None:
    """What --lang says, which no command may have come to read."""
    joined = (item.partition("=")[2] for item in arguments if item.startswith("--lang="))
    apart = (after for item, after in pairwise(arguments) if item == "--lang")
    return next(chain(joined, apart), None)


if __name__ == "__main__":
    main()
