"""`cartera notify`: sends what people have not been told, or a trial by each way."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import CompanyFolder, Language
from cli.words import readers_language
from messages.catalogue import Catalogue, catalogue
from messages.errors import CarteraError

if TYPE_CHECKING:
    from pipeline.notices.trial import Tried
    from pipeline.secrets import SecretStore
    from pipeline.settings import Settings


class NobodyToTellError(CarteraError):
    """cartera.toml names nobody who is told of anything."""

    code = "failure-nobody-to-tell"
    exit_code = 2


def command(
    test: Annotated[bool, typer.Option("--test")] = False,
    company: CompanyFolder = Path(),
    lang: Language = None,
) -> None:
    """Tell managers of new files that they have not been told of; or try each way."""
    from pipeline.notices.trial import tell_again, try_each
    from pipeline.settings import load_settings

    words = catalogue(readers_language(lang))
    settings = load_settings(company)
    store = _secret_store(settings)
    tried = try_each(settings, words, store) if test else tell_again(settings, store)
    if test and not tried:
        raise NobodyToTellError
    _print(tried, words)
    if any(item.why for item in tried):
        raise typer.Exit(1)


def _secret_store(settings: "Settings") -> "SecretStore":
    """Where runs look too: the blocks of Prefect's server, where the environment names one."""
    from pipeline.secrets import no_store

    if not os.environ.get("PREFECT_API_URL"):
        return no_store
    from cli.prefect_home import quiet_local_prefect

    quiet_local_prefect(settings.root)
    from flows.secret_blocks import secret_block

    return secret_block


def _print(tried: "list[Tried]", words: Catalogue) -> None:
    if not tried:
        typer.echo(words.say("notify-nothing"))
    for item in tried:
        if item.why is None:
            typer.echo(words.say("notify-sent", way=item.way))
        else:
            typer.echo(words.say("notice-untold", way=item.way, why=item.why), err=True)
