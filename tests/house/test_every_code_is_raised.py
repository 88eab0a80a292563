"""Whatever the product says of a failure or a finding is told by a test.

A test tells of a code by the code itself, by the class of the failure, or by its sentence: some
words on end of it, in Spanish or in English. A sentence that only puts others together has none.
"""

import re
from functools import cache
from pathlib import Path

from messages.catalogue import catalogue

CHECKOUT = Path(__file__).parents[2]
ROOMS = (
    *("cli", "flows", "portal", "pipeline", "delivery", "sources", "extract", "expectations"),
    *("warehouse", "transforms", "reports", "messages"),
)
SAID = re.compile(r"""(?:\b[cC]lause\(|^    code = )\s*["']([a-z][\w.-]+)["']""", re.MULTILINE)
FAILURE = re.compile(
    r"""^class (\w+)\(.*\):\n(?:(?!class ).*\n)*?    code = ["']([\w-]+)["']""", re.MULTILINE
)
ON_END = 3
"""Words on end that are those of one sentence."""

RULE = re.compile(r"rule-([\w-]+)\.name")


@cache
def product() -> str:
    paths = (path for room in ROOMS for path in sorted((CHECKOUT / room).rglob("*.py")))
    return "\n".join(path.read_text("utf-8") for path in paths)


@cache
def all_tests() -> str:
    """All tests but those that make up an example of every failure."""
    idle = {"test_every_message.py", Path(__file__).name}
    paths = (path for path in sorted((CHECKOUT / "tests").rglob("*.py")) if path.name not in idle)
    return "\n".join(path.read_text("utf-8") for path in paths)


def on_end(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return {tuple(words[place : place + ON_END]) for place in range(len(words) - ON_END + 1)}


def untold(codes: set[str], classes: dict[str, str], told: str) -> list[str]:
    """The codes of which the tests' text says nothing."""
    names = set(re.findall(r"[\w.-]+", told))
    sayings = on_end(re.sub(r"[\"']\s+f?r?[\"']", "", told))  # texts over several lines are one
    return sorted(
        code
        for code in codes
        if not {code, classes.get(code, code)} & names and not is_said(code, sayings, told)
    )


def is_said(code: str, sayings: set[tuple[str, ...]], told: str) -> bool:
    parts = [part for language in ("en", "es") for part in parts_of(code, language)]
    short = [part for part in parts if len(part.split()) < ON_END]
    is_there = any(on_end(part) & sayings for part in parts) or any(part in told for part in short)
    return is_there or not parts


def parts_of(code: str, language: str) -> list[str]:
    """What a sentence says between its blanks, where that is more than a word."""
    entry = catalogue(language).entries.get(code, "").partition("=")[2]
    parts = (part.strip(" .,;:()'\"“”") for part in re.split(r"\{[^{}]*\}|\n", entry))
    return [part for part in parts if " " in part]


def test_every_code_is_told_of_by_a_test() -> None:
    codes = set(SAID.findall(product()))
    classes = {code: name for name, code in FAILURE.findall(product())}
    assert len(codes) > 400 and len(classes) > 100
    found = untold(codes, classes, all_tests())
    assert found == [], "say in a test when each of them is raised"


def test_every_rule_is_broken_in_a_test() -> None:
    found = (RULE.fullmatch(message) for message in catalogue("en").ids)
    rules = {rule[1].replace("-", "_") for rule in found if rule}
    assert len(rules) > 30
    unbroken = sorted(rules - set(re.findall(r"\w+", all_tests())))
    assert unbroken == [], "let rows break each of them in a test"


def test_a_code_is_told_of_by_its_name_its_class_or_its_sentence() -> None:
    codes, classes = {"failure-nobody-to-tell"}, {"failure-nobody-to-tell": "NobodyToTellError"}
    assert untold(codes, classes, "nothing of the kind") == ["failure-nobody-to-tell"]
    for told in ('"failure-nobody-to-tell"', "NobodyToTellError)", "cartera.toml names nobody to"):
        assert untold(codes, classes, told) == []
