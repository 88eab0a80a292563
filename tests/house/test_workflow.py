"""What GitHub runs of ours exists, and what .ci/run leaves out runs by night."""

import re
from pathlib import Path

import yaml

CHECKOUT = Path(__file__).parents[2]
WORKFLOW = yaml.safe_load((CHECKOUT / ".github" / "workflows" / "ci.yml").read_text())


def ran_by(job: str) -> list[str]:
    """The commands of a job, in their order."""
    return [step["run"] for step in WORKFLOW["jobs"][job]["steps"] if "run" in step]


def test_each_change_is_asked_for_everything_in_one_script() -> None:
    assert ran_by("everything") == ["bash .ci/run"]
    assert "bash .ci/install" in (CHECKOUT / ".ci" / "run").read_text().splitlines()


def test_by_night_what_takes_hours_and_what_asks_others() -> None:
    assert WORKFLOW[True]["schedule"]  # YAML 1.1 reads `on` as true
    assert "schedule" in WORKFLOW["jobs"]["nightly"]["if"]
    assert ran_by("nightly") == ["bash .ci/install", "make vulnerable", "make test-long"]


def test_what_is_run_is_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (CHECKOUT / "Makefile").read_text(), re.M))
    for line in (line for job in WORKFLOW["jobs"] for line in ran_by(job)):
        program, what = line.split()
        assert what in targets if program == "make" else (CHECKOUT / what).is_file()
