"""What `--help` says, in the reader's words: `help.ftl` of each language, read only then."""

from collections.abc import Iterator
from typing import Any

from typer.core import TyperCommand, TyperGroup

from cli.words import readers_language
from cli.wrong_use import told_in_words
from messages.catalogue import Catalogue, catalogue, languages

_SHARED = "help-option"
"""The message of the options that several commands have."""
_FRAME = {
    "ARGUMENTS_PANEL_TITLE": "help-arguments",
    "OPTIONS_PANEL_TITLE": "help-options",
    "COMMANDS_PANEL_TITLE": "help-commands",
    "REQUIRED_LONG_STRING": "help-required",
    "DEFAULT_STRING": "help-default",
    "ENVVAR_STRING": "help-environment",
    "ERRORS_PANEL_TITLE": "help-error",
    "RICH_HELP": "help-more",
}
"""Typer's own words, which it reads whenever it shows them."""
_ASK = "[blue]'{command_path} {help_option}'[/]"
"""What Typer fills in where it says how to ask for help."""


# A context's object is the language that was asked for, None where none was. Typer keeps the
# types of a context and its formatter to itself.
class Command(TyperCommand):
    """A command that explains itself in the reader's language, also where it is typed wrongly."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        with told_in_words(ctx, args):
            return super().parse_args(ctx, args)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        _write_usage(self, ctx, formatter)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _translate(self, ctx)
        super().format_help(ctx, formatter)


class Group(TyperGroup):
    """Several commands under one name, likewise."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        with told_in_words(ctx, args):
            return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        with told_in_words(ctx, args):
            return super().resolve_command(ctx, args)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        _write_usage(self, ctx, formatter)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _translate(self, ctx)
        super().format_help(ctx, formatter)


def messages_of(command: Any, message: str = "help") -> Iterator[tuple[Any, str]]:
    """The command and all below it, each with the id of its message."""
    yield command, message
    for name, below in getattr(command, "commands", {}).items():
        yield from messages_of(below, f"{message}-{name}")


def option_message(words: Catalogue, message: str, option: str) -> str:
    """The id of what an option of a command says: the command's own, else what all share."""
    name = option.strip("_").replace("_", "-")
    own = f"{message}.{name}"
    return own if words.has(own) else f"{_SHARED}.{name}"


def _write_usage(command: Any, ctx: Any, formatter: Any) -> None:
    from typer import rich_utils

    words = catalogue(readers_language(ctx.obj))
    command.options_metavar = words.say("help-some-options")
    if hasattr(command, "subcommand_metavar"):
        command.subcommand_metavar = words.say("help-some-command")
    pieces = command.collect_usage_pieces(ctx)
    formatter.write_usage(ctx.command_path, " ".join(pieces), f"{words.say('help-usage')} ")
    for name, message in _FRAME.items():  # whatever shows a command's usage shows these after it
        setattr(rich_utils, name, words.say(message, value="{}", command=_ASK))


def _translate(shown: Any, ctx: Any) -> None:
    from rich.markup import escape  # only where help is asked for

    words = catalogue(readers_language(ctx.obj))
    for command, message in messages_of(ctx.find_root().command):
        command.help = escape(words.say(message))  # what is in brackets is no markup
        example = f"{message}.example"
        command.epilog = escape(words.say(example)) if words.has(example) else None
        for option in command.params:
            said = option_message(words, message, option.name)
            option.help = escape(words.say(said, languages=languages()))
    shown.get_help_option(ctx).help = words.say(f"{_SHARED}.help")
