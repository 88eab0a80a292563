"""What is said of a command that was typed wrongly, in the reader's words: `help.ftl`."""

from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from typing import Any

from messages.clause import Clause, clause

_TOO_MANY = "Got unexpected extra argument(s) ("
"""What Typer says before words too many, which it tells nowhere else."""


# Typer names its errors in a module of its own, and keeps the types of a context to itself.
@contextmanager
def told_in_words(ctx: Any, typed: list[str]) -> Iterator[None]:
    """Typer's own sentences, and those that it lacks a place for, as the reader has them."""
    from typer._click.exceptions import NoArgsIsHelpError, UsageError

    first = next(iter(typed), "")
    try:
        yield
    except NoArgsIsHelpError:
        raise
    except UsageError as error:
        from cli.words import readers_language
        from messages.errors import worded

        told = worded(_fault(ctx, first, error), readers_language(ctx.obj))
        raise UsageError(told, ctx) from error


def _fault(ctx: Any, first: str, error: Any) -> Clause:
    """What is wrong, by the kind of Typer's error; the first word is no command where it has none
    of these kinds and names no words too many."""
    from typer._click import exceptions as kinds

    match error:
        case kinds.NoSuchOption():
            if error.possibilities:
                return clause(
                    "use-option-near", typed=error.option_name, near=error.possibilities[0]
                )
            return clause("use-option-unknown", typed=error.option_name)
        case kinds.BadOptionUsage():
            if _takes_value(ctx, error.option_name):
                return clause("use-option-bare", option=error.option_name)
            return clause("use-option-filled", option=error.option_name)
        case kinds.MissingParameter():
            if _is_option(error.param):
                return clause("use-option-missing", name=_name(error.param))
            return clause("use-argument-missing", name=_name(error.param))
        case kinds.BadParameter():
            return _unfit(error)
        case _ if error.message.startswith(_TOO_MANY):
            return clause("use-too-many", words=error.message.removeprefix(_TOO_MANY)[:-1])
        case _:
            return _no_command(ctx, first)


def _no_command(ctx: Any, typed: str) -> Clause:
    near = get_close_matches(typed, getattr(ctx.command, "commands", ()))
    if near:
        return clause("use-command-near", typed=typed, near=near[0])
    return clause("use-command-unknown", typed=typed)


def _unfit(error: Any) -> Clause:
    """A value that cannot be, and what could."""
    typed = str(error.__cause__.errors()[0]["input"])
    choices = error.param.type_descriptor.choices
    if choices:
        known = tuple(str(each.value) for each in choices)
        return clause("use-no-choice", name=_name(error.param), typed=typed, known=known)
    return clause("use-no-number", name=_name(error.param), typed=typed)


def _takes_value(ctx: Any, option: str) -> bool:
    return any(option in each.opts and not each.is_flag for each in ctx.command.params)


def _is_option(param: Any) -> bool:
    return param.param_type_name == "option"


def _name(param: Any) -> str:
    """An option as it is typed, an argument as the usage names it."""
    return param.opts[0] if _is_option(param) else param.display_name_raw
