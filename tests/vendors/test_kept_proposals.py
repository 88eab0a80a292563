"""Kept folders of exports, looked at in place where they stand beside the checkout."""

import pytest
from whole_company import CASES

from messages.catalogue import catalogue
from sources.proposer import Company, Proposal, propose
from sources.proposer.text import mapping_text


def proposed(name: str, inputs: str) -> Proposal:
    folder = CASES / name / inputs
    if not folder.is_dir():
        pytest.skip(f"the case {name} is not kept beside this checkout")
    return propose(folder, "kept", Company("USD", "US", "en"))


def draft(name: str, inputs: str) -> str:
    return mapping_text(proposed(name, inputs), catalogue("en"))


def test_a_file_without_a_name_for_its_rows_gets_a_draft() -> None:
    assert 'pattern = "methods.csv"' in draft("b-map_keyerror", "in")
