"""A delivery that is fetched later is never the older one."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from extract.delivery import deliver

NOW = datetime(2026, 10, 1, 3, 0, 40, tzinfo=UTC)


@pytest.mark.parametrize(
    ("there", "named"),
    [
        ((), "2026-10-01T0300"),
        (("2026-10-01T0259", "2026-10-02"), "2026-10-01T0300"),
        (("2026-10-01T0300",), "2026-10-01T0301"),
        (("2026-10-01T0415", "2026-09-01T0000"), "2026-10-01T0416"),
    ],
    ids=["the first", "after another", "in the same minute", "after the clock was set back"],
)
def test_its_name_follows_all_that_was_fetched_before(
    tmp_path: Path, there: tuple[str, ...], named: str
) -> None:
    for name in there:
        (tmp_path / name).mkdir()
    room = tmp_path / ".fetching"
    room.mkdir()
    folder, moment = deliver([], room, NOW)
    assert folder == tmp_path / named
    assert f"{moment:%Y-%m-%dT%H%M}" == named
