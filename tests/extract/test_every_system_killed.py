"""A fetch that is killed, of whichever system, goes on behind its last page."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from every_system import VENDORS, Vendor, answered_by

from extract.calls import Call
from extract.client import Client, Page
from extract.fetch import Order, fetch
from extract.grammar import Stream, System


class Killed(BaseException):
    """The process is no more."""


@dataclass
class Mortal:
    """Asks so many pages of a system, and dies before the next."""

    client: Client
    left: int

    def page(self, stream: Stream, call: Call) -> Page:
        if not self.left:
            raise Killed
        self.left -= 1
        return self.client.page(stream, call)

    def wait(self, seconds: float) -> None:
        self.client.wait(seconds)


def brought(
    vendor: Vendor, system: System, folder: Path, lives: Iterable[int]
) -> list[tuple[str, str]]:
    """The pages of a system, whose fetch dies after so many answers and is begun anew each time."""
    with Client(system, vendor.secrets, lambda _: None) as client:
        for answers in lives:
            try:
                found = fetch(system, Mortal(client, answers), folder, Order())
            except Killed:
                continue
            return [(page.name, page.sha256) for page in found.journal.pages]
    raise AssertionError


def with_progress(folder: Path) -> Iterator[int]:
    """One answer a life; more only where what came cannot be kept before others have come, as of
    a job of Salesforce's."""
    answers, before = 1, -1
    for _ in range(300):
        kept = sum(1 for path in folder.glob("*") if path.suffix in (".json", ".csv"))
        answers, before = (1 if kept > before else answers + 1), kept
        yield answers


@pytest.mark.parametrize("vendor", VENDORS, ids=lambda vendor: vendor.name)
def test_a_fetch_that_is_killed_between_all_of_its_pages_brings_each_once(
    vendor: Vendor, tmp_path: Path
):
    with answered_by(vendor) as failing:
        system, folder = vendor.at(failing.address), tmp_path / "killed"
        in_one_go = brought(vendor, system, tmp_path / "whole", [10_000])
        failing.answered.clear()
        assert brought(vendor, system, folder, with_progress(folder)) == in_one_go
    asked = Counter(failing.answered)
    again = {target for target, times in asked.items() if times > 1}
    if vendor.name == "salesforce":  # what its objects are, until a job's result has come
        again = {target for target in again if "/results" in target}
    assert again == set(), "no page is asked for twice"
