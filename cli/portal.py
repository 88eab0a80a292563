"""`cartera portal`: the pages on which people find their files, and who may sign in."""

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.help import Command, Group
from cli.options import CompanyFolder, Language, PeriodName
from cli.words import readers_language
from messages.catalogue import Catalogue, catalogue

if TYPE_CHECKING:
    from warehouse.portal.store import PortalStore

app = typer.Typer(cls=Group, invoke_without_command=True)
users = typer.Typer(cls=Group, no_args_is_help=True)
app.add_typer(users, name="users")


@app.callback()
def serve(
    context: typer.Context,
    company: CompanyFolder = Path(),
    host: str = "127.0.0.1",
    port: int = 8080,
    lang: Language = None,
) -> None:
    """Serve the portal until it is stopped."""
    if context.invoked_subcommand:
        return
    import uvicorn

    from pipeline.settings import load_settings
    from portal.app import make_app
    from portal.serving import lets_nobody_in, listening

    application, words = make_app(load_settings(company)), catalogue(readers_language(lang))
    with listening(host, port) as place:
        typer.echo(words.say("portal-serving", address=f"http://{host}:{port}"))
        if lets_nobody_in(application.state.portal):
            typer.echo(words.say("portal-nobody-yet"))
        told = uvicorn.Config(application, log_level="warning", server_header=False)
        uvicorn.Server(told).run(sockets=[place])


@app.command("prepare", cls=Command)
def prepare_pages(
    period: PeriodName,
    company: CompanyFolder = Path(),
    pictures: Annotated[bool, typer.Option()] = True,
    manager: str = "",
    lang: Language = None,
) -> None:
    """Make what the portal shows besides a run's files: how its figures are worked out, and
    pictures of the decks' pages where LibreOffice is installed."""
    from pipeline.publishing.pictures import can_be_made
    from pipeline.publishing.prepare import failures, prepare
    from pipeline.settings import load_settings

    words, has_office = catalogue(readers_language(lang)), can_be_made()
    has_pictures = pictures and has_office
    settings = load_settings(company)
    found = list(prepare(settings, period, with_pictures=has_pictures, manager=manager))
    if pictures and not has_office:
        typer.echo(words.say("portal-no-office"))
    failed = failures(found)
    typer.echo(words.say("portal-prepared", made=len(found) - len(failed), failed=len(failed)))
    if failed:
        raise typer.Exit(3)


@users.command("add", cls=Command)
def add(
    email: str,
    name: Annotated[str, typer.Option()],
    role: list[str] | None = None,
    company: CompanyFolder = Path(),
    lang: Language = None,
) -> None:
    """Let somebody in, or change their name, roles and password; their sessions end."""
    from portal.accounts import new_person

    words = catalogue(readers_language(lang))
    roles = tuple(role or ["manager"])
    person = new_person(email, name, roles, lang or "", _password(words))
    with _store(company) as store:
        store.save_person(person)
    typer.echo(words.say("portal-user-added", email=person.email, roles=", ".join(roles)))


@users.command("list", cls=Command)
def list_people(company: CompanyFolder = Path(), lang: Language = None) -> None:
    """Everybody who may sign in, and as what."""
    from cli.tables import console, table

    words = catalogue(readers_language(lang))
    with _store(company) as store:
        rows = [
            (
                person.email,
                person.name,
                ", ".join(sorted(person.roles)),
                words.say("portal-user-disabled" if person.is_disabled else "portal-user-allowed"),
            )
            for person in store.people()
        ]
    headings = [words.say(f"portal-{name}") for name in ("email", "name", "roles", "state")]
    console().print(table(words.say("portal-users"), headings, rows))


@users.command("disable", cls=Command)
def disable_person(email: str, company: CompanyFolder = Path(), lang: Language = None) -> None:
    """Let somebody in no more; the sessions they have end at once."""
    from portal.accounts import disable

    with _store(company) as store:
        disable(store, email)
    typer.echo(catalogue(readers_language(lang)).say("portal-user-refused", email=email))


@app.command("audit", cls=Command)
def audit(company: CompanyFolder = Path()) -> None:
    """Write what everybody did or was refused as CSV; fails where an entry was tampered with."""
    from portal.audit_export import write_audit

    with _store(company) as store:
        write_audit(store, sys.stdout)


@contextmanager
def _store(company: Path) -> Iterator["PortalStore"]:
    from pipeline.settings import load_settings
    from warehouse.portal.store import open_portal_store

    store = open_portal_store(load_settings(company).warehouse_url)
    try:
        yield store
    finally:
        store.close()


def _password(words: Catalogue) -> str:
    """Typed unseen, or the first line of what is piped in."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    return getpass.getpass(words.say("portal-password-prompt"))
