"""Every language says the same things, everything that is said has words, and no words lie idle."""

import ast
import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any, get_type_hints

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, Placeable, SelectExpression
from fluent.syntax.serializer import serialize_variant, serialize_variant_key
from typer.main import get_command

from cli.help import messages_of, option_message
from cli.main import app
from messages.catalogue import MORE_LANGUAGES, catalogue, languages
from messages.clause import Clause, clause, named
from messages.errors import CarteraError, worded
from messages.pseudo import OPENED, outside
from transforms.core.policy import Policy
from transforms.kpis import specs
from transforms.reference.policy_settings import settings_of

ROOT = Path(__file__).parents[2]
ROOMS = (
    *("cli", "flows", "portal", "pipeline", "delivery", "sources", "extract", "expectations"),
    *("warehouse", "transforms", "reports", "messages"),
)
SAID = re.compile(r"""(?:\b[cC]lause\(|\bcode = )\s*["']([a-z][\w.-]+)["']""")


@cache
def source_text() -> str:
    said_in = ("*.py", "*.html")
    paths = (path for room in ROOMS for kind in said_in for path in (ROOT / room).rglob(kind))
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


@cache
def failures() -> tuple[type[CarteraError], ...]:
    """Every failure that a module of a room defines."""
    for room in ROOMS:
        for found in walk_packages([str(ROOT / room)], f"{room}."):
            # The others of that room import Great Expectations, which takes seconds.
            is_slow = room == "expectations" and found.name != "expectations.errors"
            is_code = not found.name.endswith("__main__") and "migrations" not in found.name
            if is_code and not is_slow:
                import_module(found.name)
    return tuple(_below(CarteraError))


def _below(kind: type[CarteraError]) -> Iterator[type[CarteraError]]:
    for each in kind.__subclasses__():
        if each.__module__.split(".")[0] in ROOMS:
            yield each
        yield from _below(each)


EXAMPLES = {
    str: "x",
    int: 2,
    bool: True,
    Path: Path("a/b.csv"),
    Clause: clause("os-no-space"),
    tuple[str, ...]: ("x", "y"),
    tuple[Clause, ...]: (clause("os-no-space"), clause("os-no-space")),
    datetime | None: datetime(2026, 10, 1, tzinfo=UTC),
}


def example(kind: type[CarteraError]) -> CarteraError:
    hints = get_type_hints(kind)
    fields: dict[str, Any] = {
        name: EXAMPLES[hints[name]] for name in getattr(kind, "__dataclass_fields__", {})
    }
    return kind(**fields)


@pytest.mark.parametrize("language", languages())
def test_every_failure_is_worded_in_every_language(language: str) -> None:
    assert len(failures()) > 55
    for kind in failures():
        said = worded(example(kind), language)
        assert said and "{" not in said, kind


def test_every_failure_has_a_code_of_its_own() -> None:
    codes = [kind.code for kind in failures()]
    assert sorted(codes) == sorted(set(codes))


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_messages_of_english_with_the_same_facts(language: str) -> None:
    english, other = catalogue("en"), catalogue(language)
    lacking, left_over = english.ids - other.ids, other.ids - english.ids
    assert not lacking, f"messages/{language} lacks {named_with_files('en', lacking)}"
    assert not left_over, f"messages/en lacks {named_with_files(language, left_over)}"
    differing = [
        message
        for message in english.ids
        if facts_of(english.entries[message]) != facts_of(other.entries[message])
    ]
    assert differing == []


@pytest.mark.parametrize("language", languages())
def test_each_form_of_a_counted_sentence_tells_the_same_facts(language: str) -> None:
    """One late incident of three is not the only one there was."""
    english, other = (forms_of(name) for name in ("en", language))
    assert {form for form in english.keys() & other.keys() if english[form] != other[form]} == set()


def forms_of(language: str) -> dict[tuple[str, str], set[str]]:
    """The facts of each form of each sentence of the decks; a number may be written out."""
    entries = FluentParser().parse((ROOT / "messages" / language / "deck.ftl").read_text("utf-8"))
    return {
        (entry.id.name, serialize_variant_key(form.key)): facts_of(serialize_variant(form))
        for entry in entries.body
        if isinstance(entry, Message) and entry.value
        for element in entry.value.elements
        if isinstance(element, Placeable) and isinstance(element.expression, SelectExpression)
        for form in element.expression.variants
    }


def named_with_files(language: str, messages: frozenset[str]) -> str:
    """Each message as `deck.ftl: deck-absent`, from the files of a language that has it."""
    found = [
        f"{path.name}: {message}"
        for path in folder_of(language).glob("*.ftl")
        for message in messages
        if re.search(rf"^{message.split('.')[0]} *=", path.read_text("utf-8"), re.MULTILINE)
    ]
    return ", ".join(sorted(found))


def folder_of(language: str) -> Path:
    """Ours, or that of a company's own language."""
    ours = ROOT / "messages" / language
    return ours if ours.is_dir() else Path(os.environ[MORE_LANGUAGES]) / language


def facts_of(entry: str) -> set[str]:
    return set(re.findall(r"\$(\w+)", entry))


@pytest.mark.parametrize("language", languages())
def test_every_file_can_be_read_whole(language: str) -> None:
    for path in sorted(folder_of(language).glob("*.ftl")):
        parsed = FluentParser().parse(path.read_text(encoding="utf-8"))
        assert [part.content for part in parsed.body if isinstance(part, Junk)] == [], path
    assert [catalogue(language).pattern(message) for message in catalogue(language).ids]


def test_whatever_is_said_has_words() -> None:
    said = set(SAID.findall(source_text()))
    assert len(said) > 200
    assert sorted(said - catalogue("en").ids) == []


def test_every_figure_has_a_name_and_a_definition() -> None:
    wanted = {named("kpi", kpi) for kpi in specs()}
    wanted |= {f"{message}.definition" for message in wanted}
    for language in languages():
        assert sorted(wanted - catalogue(language).ids) == [], f"messages/{language}/kpis.ftl"


def test_no_message_lies_idle() -> None:
    text = source_text()
    literals = set(re.findall(r"""["']([\w. -]+)["']""", text))
    prefixes = set(re.findall(r"""named\(\s*["']([a-z-]+)["'],""", text))
    prefixes |= {found.rstrip("-") for found in re.findall(r"""f["']([a-z]+-)\{""", text)}
    prefixes |= {found.rstrip("-") for found in re.findall(r"""["']([a-z-]+-)["'] ~""", text)}
    idle = [
        message
        for message in sorted(catalogue("en").ids)
        if message not in literals and not is_put_together(message, prefixes, literals)
    ]
    defined = {named("setting", *key.split(".")) for key in settings_of(Policy())}
    # A working names those of the renewal policy that its figure depends on.
    defined |= {named("setting", "renewal", name) for name in vars(Policy().renewal)}
    defined |= {named("kpi", kpi) for kpi in specs()}
    defined |= {f"{named('kpi', kpi)}.definition" for kpi in specs()}
    defined |= set(help_messages())
    assert [each for each in idle if each not in defined and not is_of_a_file(each)] == []


def help_messages() -> Iterator[str]:
    """What `--help` of any command says."""
    words = catalogue("en")
    for command, message in messages_of(get_command(app)):
        yield from (message, f"{message}.example", "help-option.help")
        for option in command.params:
            yield option_message(words, message, option.name)


def test_every_command_and_every_option_is_explained() -> None:
    examples = {message for message in help_messages() if message.endswith(".example")}
    assert set(help_messages()) - examples <= catalogue("en").ids


def is_put_together(message: str, prefixes: set[str], literals: set[str]) -> bool:
    """Whether code names the thing that the message is about, and puts its kind before it."""
    name = message.split(".")[0]
    things = (name.removeprefix(f"{prefix}-") for prefix in prefixes if name.startswith(prefix))
    return any(
        {thing, thing.replace("-", "_"), thing.replace("-", " ")} & literals for thing in things
    )


def test_failures_say_nothing_from_outside_of_their_language(pseudo_language: str) -> None:
    for kind in failures():
        said = worded(example(kind), pseudo_language)
        assert outside(said) == "" and OPENED in said, kind


def test_the_pseudo_language_is_whole(pseudo_language: str) -> None:
    made = catalogue(pseudo_language)
    assert made.ids == catalogue("en").ids
    assert all(made.pattern(message) for message in made.ids)


def is_of_a_file(message: str) -> bool:
    """Whether decks or workbooks say it by its key: `titles.usage.bad`, or `titles.usage.{rule}`
    where some text of the code fills each blank."""
    kind, _, name = message.partition("-")
    if kind == "deck" and name.startswith(("themes-", "sectors-")):
        return True  # what exports of surveys and CRMs say
    return kind in ("deck", "workbook") and is_said(name)


def is_said(name: str) -> bool:
    return (name,) in file_keys() or any(is_filled(name, key) for key in keys_with_blanks())


@cache
def file_keys() -> frozenset[tuple[str, ...]]:
    """Every text of the code that may be a key, as its parts between blanks."""
    paths = (
        path
        for room in ("reports", "transforms", "pipeline")
        for path in (ROOT / room).rglob("*.py")
    )
    nodes = (node for path in paths for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    return frozenset(filter(None, map(parts_of, nodes)))


@cache
def keys_with_blanks() -> tuple[tuple[str, ...], ...]:
    return tuple(key for key in file_keys() if len(key) > 1)


def parts_of(node: ast.AST) -> tuple[str, ...]:
    match node:
        case ast.Constant(str(text)):
            parts = [text]
        case ast.JoinedStr(values):
            texts = (part.value if isinstance(part, ast.Constant) else "{}" for part in values)
            parts = "".join(map(str, texts)).split("{}")
        case _:
            return ()
    kebab = tuple(re.sub("[._]", "-", part) for part in parts)
    is_key = "".join(kebab) and all(re.fullmatch("[a-z0-9-]*", part) for part in kebab)
    return kebab if is_key else ()


def is_filled(name: str, parts: tuple[str, ...]) -> bool:
    first, *rest = parts
    if not rest:
        return name == first
    if not name.startswith(first):
        return False
    left = name.removeprefix(first)
    return any(
        is_filled(left[length:], tuple(rest))
        for length in range(1, len(left) + 1)
        if is_word(left[:length])
    )


@cache
def is_word(text: str) -> bool:
    """Whether some text of the code says it, whole or with blanks of its own."""
    if text.isdigit() or (text,) in file_keys():
        return True
    return any(is_filled(text, key) for key in keys_with_blanks() if key[0].endswith("-"))
