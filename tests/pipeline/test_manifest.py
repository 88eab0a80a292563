"""What a manifest says of a run's inputs."""

from pathlib import Path

import pandas as pd

from pipeline.publishing.manifest import inputs_of


def test_no_path_tells_of_the_machine() -> None:
    exports = pd.DataFrame(
        {
            "source_file": ["a.csv", "b.csv", "c.csv"],
            "archive_path": ["/srv/acme/archive/ab/abc", "/srv/moved/archive/cd/cde", "."],
        }
    ).astype("str")
    told = inputs_of(exports, Path("/srv/acme/archive"))
    assert [item["archive_path"] for item in told] == ["ab/abc", "cd/cde", ""]
    assert [item["source_file"] for item in told] == ["a.csv", "b.csv", "c.csv"]
