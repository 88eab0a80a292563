"""Answers count on the scale that they have, or not at all."""

from pathlib import Path

import pytest
from read_exports import ReadFiles
from test_vendor_shapes import builtin

from messages.catalogue import catalogue
from messages.clause import from_stored
from messages.errors import worded
from sources.proposer import Company, propose
from sources.proposer.text import mapping_text


def rated(*scores: object) -> dict[str, str]:
    header = "Response ID,Company ID,Respondent ID,Rating,Submitted At (UTC)\n"
    rows = (f"{key},A,,{score},2026-01-01 10:00\n" for key, score in enumerate(scores))
    return {"csat.csv": header + "".join(rows)}


def test_a_slip_off_the_scale_is_kept_out(read_files: ReadFiles) -> None:
    read = read_files(builtin("surveys"), files=rated(*[4] * 38, 44, "", "5"))
    assert read.faults == [(40, "is_positive", "off_scale")]
    assert read.quarantine["severity"].tolist() == ["quarantine"]
    positive = read.table("surveys")["is_positive"]
    assert [int(positive.sum()), int(positive.isna().sum()), len(positive)] == [39, 1, 40]


@pytest.mark.parametrize("other", [0, 6, 7, 10, 80, "80 %"])
def test_answers_on_another_scale_are_not_counted_out_of_five(
    read_files: ReadFiles, other: object
) -> None:
    read = read_files(builtin("surveys"), files=rated(*[4] * 16, other))
    assert read.sentences == []
    assert [rule for _, _, rule in read.faults] == ["off_scale"] * 17
    (told,) = set(read.quarantine["expected"])
    sentence = worded(from_stored(told), "en")
    assert "1 of 17 answers are not a number from 1 to 5, so none of them was loaded" in sentence
    assert read.table("surveys").empty


@pytest.mark.parametrize(
    ("scores", "rule"),
    [
        ((5, 4, 3), 'is_positive = { column = "Rating", true_from = 4, scale = [1, 5] }'),
        ((0, 4, 3), 'is_positive = { column = "Rating", true_from = 4, scale = [0, 5] }'),
        ((7, 4, 6), '# is_positive = { column = "Rating", true_from = 6, scale = [1, 7] }'),
        ((0, 10, 8), '# is_positive = { column = "Rating", true_from = 8, scale = [0, 10] }'),
        ((80, 95, 40), '# is_positive = { column = "Rating", true_from = 80, scale = [1, 100] }'),
    ],
)
def test_a_proposal_asks_for_a_scale_beyond_five(
    tmp_path: Path, scores: tuple[int, ...], rule: str
) -> None:
    (tmp_path / "encuesta_satisfaccion.csv").write_text(rated(*scores)["csat.csv"])
    written = mapping_text(propose(tmp_path, "x", Company()), catalogue("en"))
    assert rule in written.splitlines()
    assert 'survey_kind = { value = "csat" }' in written
