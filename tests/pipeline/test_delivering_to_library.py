"""Published files brought to SharePoint as cartera.toml and the environment say."""

from dataclasses import replace
from pathlib import Path

import pytest
from fake_graph import Graph, graph_server
from publishing_house import PERIOD, House

from pipeline.settings import load_settings

ADDRESS = "sharepoint://norte.sharepoint.com/sites/Reviews/Shared reviews/2026"
INSIDE = "Shared reviews/2026"
GRAPH = "CARTERA_GRAPH_"


@pytest.fixture
def graph(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """A cloud that the environment names, as docs/deploying.md has it."""
    kept = tmp_path / "graph-secret"
    kept.touch(0o600)
    with graph_server() as server:
        kept.write_text(f"{server.secret}\n")
        for name, said in {
            "TENANT": "norte", "CLIENT_ID": "app", "CLIENT_SECRET_FILE": str(kept),
            "URL": server.address, "LOGIN_URL": f"{server.address}/login",
        }.items():  # fmt: skip
            monkeypatch.setenv(GRAPH + name, said)
        monkeypatch.delenv(f"{GRAPH}CLIENT_SECRET", raising=False)
        yield server


@pytest.fixture
def set_house(house: House) -> House:
    """The house once its cartera.toml names the library."""
    said = f'[[deliver]]\nto = "{ADDRESS}"\nkinds = ["qbr"]\nkeep_versions = 2\n'
    with (house.settings.root / "cartera.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n{said}")
    return replace(house, settings=load_settings(house.settings.root))


def decks(graph: Graph) -> dict[str, bytes]:
    return {
        path.removeprefix(f"{INSIDE}/"): content
        for path, content in graph.files.items()
        if path.endswith(".pptx")
    }


def test_files_come_once_and_older_versions_go(graph: Graph, set_house: House) -> None:
    set_house.publish("renewal", 1, b"secret margin")
    paths = [set_house.publish("qbr", 1, b"deck 1")]
    assert set_house.deliver_as_set() == []
    assert graph.files == {
        f"{INSIDE}/{paths[0]}": b"deck 1",
        f"{INSIDE}/{PERIOD}/manifest-1.json": b"{}",
    }
    asked = len(graph.asked)
    assert set_house.deliver_as_set() == []
    assert len(graph.asked) == asked  # what is there already is not looked at again
    for version in (2, 3):
        paths.append(set_house.publish("qbr", version, b"deck %d" % version))
        assert set_house.deliver_as_set() == []
    assert decks(graph) == {paths[1]: b"deck 2", paths[2]: b"deck 3"}


def test_a_secret_in_the_environment_wins_over_its_file(
    graph: Graph, set_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = set_house.publish("qbr", 1, b"deck")
    monkeypatch.setenv(f"{GRAPH}CLIENT_SECRET", "of before")
    (told,) = set_house.deliver_as_set()
    assert ADDRESS in told
    assert f"{GRAPH}CLIENT_SECRET" in told
    assert "of before" not in told
    assert graph.files == {}
    monkeypatch.setenv(f"{GRAPH}CLIENT_SECRET", graph.secret)
    assert set_house.deliver_as_set() == []
    assert decks(graph) == {deck: b"deck"}


def test_what_a_library_refused_comes_with_the_next_run(graph: Graph, set_house: House) -> None:
    first = set_house.publish("qbr", 1, b"deck 1")
    assert set_house.deliver_as_set() == []
    second = set_house.publish("qbr", 2, b"deck 2")
    graph.answers = {"POST session": [403]}
    (told,) = set_house.deliver_as_set()
    assert f"{ADDRESS} was not brought all of the files" in told
    assert "status 403" in told
    assert decks(graph) == {first: b"deck 1"}
    assert set_house.deliver_as_set() == []
    assert decks(graph) == {first: b"deck 1", second: b"deck 2"}


def test_a_file_of_somebody_else_is_told_and_left_alone(graph: Graph, set_house: House) -> None:
    deck = set_house.publish("qbr", 1, b"deck")
    graph.files[f"{INSIDE}/{deck}"] = b"theirs"
    (told,) = set_house.deliver_as_set()
    assert "with other bytes and was left alone" in told
    assert decks(graph) == {deck: b"theirs"}
