"""A system that nobody reaches, or that lets in whoever calls and says nothing."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from every_system import VENDORS

from extract import client
from extract.client import Client
from extract.errors import NotAnsweringError
from extract.fetch import Order, fetch

ERP = next(vendor for vendor in VENDORS if vendor.name == "erp")


@contextmanager
def port(*, listens: bool) -> Iterator[int]:
    """A port of this machine that nobody answers at: it takes calls, or does not."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        if listens:
            taken.listen()
        yield taken.getsockname()[1]


@pytest.mark.parametrize(
    ("listens", "problem"), [(False, "it cannot be reached"), (True, "connection timed out")]
)
def test_who_does_not_answer_is_told_with_what_was_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, listens: bool, problem: str
) -> None:
    monkeypatch.setattr(client, "_TIMEOUT", httpx.Timeout(0.02))
    pauses: list[float] = []
    with port(listens=listens) as number:
        system = ERP.at(f"http://127.0.0.1:{number}")
        with (
            Client(system, ERP.secrets, pauses.append) as asked,
            pytest.raises(NotAnsweringError, match=rf"orders \({problem}\)"),
        ):
            fetch(system, asked, tmp_path, Order())
    assert pauses == [1, 2, 4, 8, 16]
