"""A delivery read and judged in many small pieces is what it is in one."""

import shutil
from pathlib import Path

import pandas as pd
import pytest
from collected import read_delivery, validate

from pipeline.ingest.ingest import landed_deliveries, source_mappings
from pipeline.settings import load_settings
from sources.tables.read import CompanyContext, DeliveryReader, KnownKeys

COMPANY = Path(__file__).parents[2] / "samples" / "company"
NOTHING_KNOWN = KnownKeys({}, {})
CONTEXT = CompanyContext("America/Mexico_City", "MXN")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory):
    """The mappings and the newest delivery of the sample company."""
    folder = tmp_path_factory.mktemp("company")
    shutil.copy(COMPANY / "cartera.toml", folder)
    shutil.copytree(COMPANY / "landing", folder / "landing")
    settings = load_settings(folder)
    mappings = source_mappings(settings)
    return mappings, landed_deliveries(settings, mappings)[-1]


@pytest.mark.long
def test_a_delivery_in_many_small_pieces_is_what_it_is_in_one(sample) -> None:
    mappings, delivery = sample
    whole = read_delivery(delivery, mappings, NOTHING_KNOWN, CONTEXT)
    reader = DeliveryReader(delivery, mappings, NOTHING_KNOWN, CONTEXT)
    rows = sum(len(frame) for frame in whole.tables.values())
    pieces = list(reader.buffers(rows // 8))
    assert len(pieces) > 4
    at_once = validate(whole.tables, {})
    bit_by_bit = validate(whole.tables, {}, pieces)

    assert set(bit_by_bit.tables) == set(at_once.tables)
    for name, frame in at_once.tables.items():
        pd.testing.assert_frame_equal(bit_by_bit.tables[name], frame)
    pd.testing.assert_frame_equal(bit_by_bit.quarantine, at_once.quarantine)
    pd.testing.assert_frame_equal(bit_by_bit.results, at_once.results)
    assert bit_by_bit.held == at_once.held
    assert bit_by_bit.stopped == at_once.stopped
    pd.testing.assert_frame_equal(reader.outcome().controls, whole.controls)
    pd.testing.assert_frame_equal(reader.outcome().quarantine, whole.quarantine)
