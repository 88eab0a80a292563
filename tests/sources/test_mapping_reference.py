"""docs/mappings.md names every key of the grammar, and its examples load."""

import re
import tomllib
from pathlib import Path

import pytest
from mapping_texts import write_mapping
from pydantic import BaseModel

from sources.mapping import grammar as mapping_model
from sources.mapping.grammar import ColumnRule
from sources.mapping.load import load_mapping

PAGE = (Path(__file__).parents[2] / "docs" / "mappings.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
RULES = re.findall(r"\| `(\{.*?\})` \|", PAGE)
FIRST_CELLS = "\n".join(re.findall(r"^\| (.*?) \|", PAGE, re.MULTILINE))


def grammar() -> list[tuple[str, str]]:
    models = [
        item
        for item in vars(mapping_model).values()
        if isinstance(item, type) and issubclass(item, BaseModel)
    ]
    return [
        (model.__name__, field.alias or name)
        for model in models
        for name, field in model.model_fields.items()
    ]


@pytest.mark.parametrize(("model", "key"), grammar())
def test_every_key_of_the_grammar_is_on_the_page(model: str, key: str) -> None:
    assert key in re.findall(r"`([a-z_]+)`", FIRST_CELLS), f"{key} of {model}"


def test_the_whole_mapping_on_the_page_loads(tmp_path: Path) -> None:
    whole = next(block for block in BLOCKS if block.startswith("source ="))
    mapping = load_mapping(write_mapping(tmp_path, whole))
    assert [len(entry.tables) for entry in mapping.files] == [2, 0]


@pytest.mark.parametrize("rule", RULES)
def test_every_example_of_a_rule_is_one(rule: str) -> None:
    ColumnRule.model_validate(tomllib.loads(f"rule = {rule}", parse_float=str)["rule"])


def test_the_page_has_an_example_of_every_option_of_a_rule() -> None:
    used = {key for rule in RULES for key in tomllib.loads(f"rule = {rule}")["rule"]}
    assert used >= {key for model, key in grammar() if model == "ColumnRule"}
