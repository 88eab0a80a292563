"""Whole folders of systems that no mapping is shipped for: the bar of test_unseen_companies."""

from collections.abc import Callable
from pathlib import Path

import pytest
from proposal_truth import Truth, measured
from unseen_folders import PIPEDRIVE, ZOHO, pipedrive, zoho
from unseen_spanish import SPANISH, spanish

from sources.proposer import Company, propose

AMERICAN, OF_SPAIN = Company("USD", "US", "en"), Company("EUR", "ES", "es")


@pytest.mark.parametrize(
    ("write", "truth", "company"),
    [
        (pipedrive, PIPEDRIVE, AMERICAN),
        (zoho, ZOHO, AMERICAN),
        (spanish, SPANISH, OF_SPAIN),
    ],
)
def test_most_of_a_folder_is_proposed_right(
    write: Callable[[Path], None], truth: Truth, company: Company, tmp_path: Path
) -> None:
    write(tmp_path)
    proposal = propose(tmp_path, "own", company)
    found = measured(proposal, truth)
    assert not found.wrong_required
    assert len(found.by_hand) * 4 <= found.lines, found.by_hand
    columns = [item for table in proposal.tables for item in table.columns]
    assert not [item.unknown for item in columns if item.unknown]
