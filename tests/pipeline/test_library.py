"""Files in SharePoint and OneDrive: whole or not at all, never over another, through a bad day."""

import io
import zipfile
from collections.abc import Iterator

import pytest
from fake_graph import UNIT, Graph, graph_server

from delivery.graph import GraphError, Library, Registered
from messages.errors import worded
from pipeline.delivering.errors import NotDeliveredError
from pipeline.delivering.library import LibraryTarget, open_library

SHAREPOINT = "sharepoint://norte.sharepoint.com/sites/Reviews/Shared reviews/2026"
PATH = "2026-Q3/acme-1/qbr v1.pptx"
FULL = f"Shared reviews/2026/{PATH}"
CONTENT = bytes(range(256)) * 5_000


@pytest.fixture
def graph() -> Iterator[Graph]:
    with graph_server() as server:
        yield server


@pytest.fixture
def waited() -> list[float]:
    return []


@pytest.fixture
def target(graph: Graph, waited: list[float]) -> LibraryTarget:
    return at(graph, SHAREPOINT, waited)


def at(graph: Graph, address: str, waited: list[float], secret: str = "s3cret") -> LibraryTarget:
    ours = Registered("norte", "app", secret, graph.address, f"{graph.address}/login")
    library = Library(address, ours, waited.append, chunk_bytes=UNIT)
    return LibraryTarget(address, library)


def test_a_file_arrives_in_chunks_and_is_read_back(graph: Graph, target: LibraryTarget) -> None:
    assert target.read(PATH) is None
    target.create(PATH, CONTENT)
    assert graph.files == {FULL: CONTENT}
    assert graph.asked.count("PUT chunk") == 4
    assert target.read(PATH) == CONTENT
    assert graph.tokens == 1
    target.remove(PATH)
    target.remove(PATH)
    assert graph.files == {}


def test_somebodys_onedrive_is_a_target_too(graph: Graph, waited: list[float]) -> None:
    at(graph, "onedrive://ana@n.mx/Reviews", waited).create("a.pptx", b"1")
    assert graph.files == {"Reviews/a.pptx": b"1"}


def test_a_name_that_is_taken_is_left_alone(graph: Graph, target: LibraryTarget) -> None:
    graph.files[FULL] = b"mine"
    with pytest.raises(NotDeliveredError, match="file exists"):
        target.create(PATH, CONTENT)
    graph.files.clear()
    graph.on_last_chunk = lambda: graph.files.update({FULL: b"mine"})  # while we sent ours
    with pytest.raises(NotDeliveredError, match="file exists"):
        target.create(PATH, CONTENT)
    assert graph.files == {FULL: b"mine"}


def test_a_busy_graph_is_waited_for_as_long_as_it_says(
    graph: Graph, target: LibraryTarget, waited: list[float]
) -> None:
    graph.answers = {"PUT chunk": [429, 503], "POST session": [429], "GET drive": [504]}
    target.create(PATH, CONTENT)
    assert graph.files == {FULL: CONTENT}
    assert waited == [7.0] * 4


@pytest.mark.parametrize("breaks", [[0], [None, None, 0], [None, None, None, 0]])
def test_an_upload_goes_on_where_the_connection_broke(
    graph: Graph, target: LibraryTarget, breaks: list[int | None]
) -> None:
    graph.answers = {"PUT chunk": breaks}  # type: ignore[dict-item]
    target.create(PATH, CONTENT)
    assert graph.files == {FULL: CONTENT}
    assert graph.asked.count("PUT chunk") <= 5


def test_a_session_that_graph_forgot_is_begun_again(graph: Graph, target: LibraryTarget) -> None:
    graph.answers = {"PUT chunk": [404]}
    target.create(PATH, CONTENT)
    assert graph.files == {FULL: CONTENT}


def test_an_upload_that_fails_leaves_no_session(graph: Graph, target: LibraryTarget) -> None:
    graph.answers = {"PUT chunk": [507]}
    with pytest.raises(NotDeliveredError, match="status 507"):
        target.create(PATH, CONTENT)
    assert (graph.files, graph.sessions) == ({}, {})


def test_a_token_that_ran_out_is_had_anew(graph: Graph, target: LibraryTarget) -> None:
    target.create("a", b"1")
    graph.tokens += 1  # what we hold is no longer the one
    target.create("b", b"2")
    assert len(graph.files) == 2


def test_columns_that_sharepoint_writes_into_a_file_do_not_make_it_another(
    graph: Graph, target: LibraryTarget
) -> None:
    sent = office({"ppt/slide1.xml": "one", "docProps/core.xml": "ours"})
    graph.stored = lambda _: office({"ppt/slide1.xml": "one", "docProps/core.xml": "theirs"})
    target.create(PATH, sent)
    assert target.is_same(sent, graph.files[FULL])
    graph.stored = lambda _: office({"ppt/slide1.xml": "other", "docProps/core.xml": "ours"})
    with pytest.raises(NotDeliveredError, match="other bytes"):
        target.create("another.pptx", sent)


def office(parts: dict[str, str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return held.getvalue()


def test_who_is_nobody_there_is_told_without_the_secret(graph: Graph, waited: list[float]) -> None:
    with pytest.raises(NotDeliveredError) as refused:
        at(graph, SHAREPOINT, waited, "guessed").read(PATH)
    said = worded(refused.value, "es")
    assert "CARTERA_GRAPH_CLIENT_SECRET" in said
    assert "the application is not let in" in str(refused.value)
    assert "guessed" not in said + repr(at(graph, SHAREPOINT, waited, "guessed"))
    with pytest.raises(NotDeliveredError, match="status 404"):
        at(graph, "sharepoint://norte.sharepoint.com/sites/Other/x", waited).read(PATH)


def test_a_secret_is_not_sent_in_clear() -> None:
    with pytest.raises(GraphError, match="a secret would go through the network in clear"):
        Library(SHAREPOINT, Registered("t", "a", "s", "http://graph.example.com"))


def test_without_credentials_the_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CARTERA_GRAPH_TENANT", raising=False)
    with pytest.raises(NotDeliveredError, match="CARTERA_GRAPH_TENANT is not set"):
        open_library(SHAREPOINT)
