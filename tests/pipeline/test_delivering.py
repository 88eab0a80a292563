"""Published files brought to a folder, a bucket and an SFTP server with the same guarantees."""

import hashlib
import secrets
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import asyncssh
import boto3
import pytest
from deliveries import OCTOBER
from landing_servers import bucket_server, sftp_host
from publishing_house import PERIOD, House

from messages.clause import clause
from pipeline.delivering.errors import NotDeliveredError
from pipeline.delivering.targets import Target, open_target
from warehouse import ForgottenRecord


@dataclass
class Elsewhere:
    """A target, and what it holds as its owner sees it."""

    address: str
    files: Callable[[], dict[str, bytes]]
    put: Callable[[str, bytes], None]


def folder_elsewhere(folder: Path, address: str) -> Elsewhere:
    """Whatever lies in a folder, also what is hidden."""

    def put(path: str, content: bytes) -> None:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)

    def files() -> dict[str, bytes]:
        paths = (path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}

    return Elsewhere(address, files, put)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Elsewhere]:
    (tmp_path / "share").mkdir()
    yield folder_elsewhere(tmp_path / "share", str(tmp_path / "share"))


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Elsewhere]:
    with bucket_server() as url:
        for variable, said in {
            "AWS_ENDPOINT_URL": url, "AWS_ACCESS_KEY_ID": "k", "AWS_SECRET_ACCESS_KEY": "s",
            "AWS_DEFAULT_REGION": "us-east-1",
        }.items():  # fmt: skip
            monkeypatch.setenv(variable, said)
        client = boto3.client("s3", endpoint_url=url)
        name = f"reviews-{secrets.token_hex(4)}"  # the server keeps what earlier tests put
        client.create_bucket(Bucket=name)

        def files() -> dict[str, bytes]:
            listed = client.list_objects_v2(Bucket=name).get("Contents", [])
            return {
                item["Key"].removeprefix("in/"): client.get_object(Bucket=name, Key=item["Key"])[
                    "Body"
                ].read()
                for item in listed
            }

        def put(path: str, content: bytes) -> None:
            client.put_object(Bucket=name, Key=f"in/{path}", Body=content)

        yield Elsewhere(f"s3://{name}/in", files, put)


@pytest.fixture
def sftp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Elsewhere]:
    (tmp_path / "served" / "in").mkdir(parents=True)
    home = tmp_path / "home"
    (home / ".ssh").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    user, host = (asyncssh.generate_private_key("ssh-ed25519") for _ in range(2))
    user.write_private_key(home / ".ssh" / "id_ed25519")
    (home / ".ssh" / "id_ed25519").chmod(0o600)
    with sftp_host(tmp_path / "served", user, host) as server:
        (home / ".ssh" / "known_hosts").write_text(server.known_hosts_line + "\n")
        address = f"sftp://ana@127.0.0.1:{server.port}/in"
        yield folder_elsewhere(tmp_path / "served" / "in", address)


KINDS = (
    "folder",
    pytest.param("bucket", marks=pytest.mark.thorough),
    pytest.param("sftp", marks=pytest.mark.thorough),
)


@pytest.fixture(params=KINDS)
def elsewhere(request: pytest.FixtureRequest) -> Elsewhere:
    return request.getfixturevalue(request.param)


def test_new_files_and_the_manifest_are_brought_once(house: House, elsewhere: Elsewhere) -> None:
    deck = house.publish("qbr", 1, b"deck")
    assert house.deliver(elsewhere.address) == []
    assert elsewhere.files() == {deck: b"deck", f"{PERIOD}/manifest-1.json": b"{}"}
    assert house.deliver(elsewhere.address) == []
    assert len(elsewhere.files()) == 2
    newer = house.publish("qbr", 2, b"deck 2")
    assert house.deliver(elsewhere.address) == []
    assert elsewhere.files()[newer] == b"deck 2"
    assert elsewhere.files()[deck] == b"deck"


def test_a_file_with_other_bytes_is_never_written_over(house: House, elsewhere: Elsewhere) -> None:
    deck = house.publish("qbr", 1, b"deck")
    elsewhere.put(deck, b"theirs")
    (told,) = house.deliver(elsewhere.address)
    assert "stands in" in told and "with other bytes and was left alone" in told
    assert elsewhere.files()[deck] == b"theirs"


def test_a_name_is_given_once_even_to_who_did_not_look(elsewhere: Elsewhere) -> None:
    target = open_target(elsewhere.address)
    target.create("2026-Q3/deck.pptx", b"first")
    with pytest.raises(NotDeliveredError):
        target.create("2026-Q3/deck.pptx", b"second")
    assert elsewhere.files() == {"2026-Q3/deck.pptx": b"first"}


def test_a_file_that_is_there_already_is_as_good(house: House, elsewhere: Elsewhere) -> None:
    elsewhere.put(house.publish("qbr", 1, b"deck"), b"deck")
    assert house.deliver(elsewhere.address) == []


def test_older_versions_are_taken_away_by_setting(house: House, elsewhere: Elsewhere) -> None:
    paths = []
    for version in (1, 2, 3):
        paths.append(house.publish("qbr", version, b"deck %d" % version))
        assert house.deliver(elsewhere.address, keep_versions=2) == []
    decks = {path for path in elsewhere.files() if path.endswith(".pptx")}
    assert decks == set(paths[1:])


def test_only_kinds_that_are_asked_for_are_brought(house: House, folder: Elsewhere) -> None:
    house.publish("renewal", 1, b"secret margin")
    deck = house.publish("qbr", 1, b"deck")
    assert house.deliver(folder.address, kinds=("qbr",)) == []
    assert {path for path in folder.files() if "manifest" not in path} == {deck}


def test_a_folder_that_is_not_there_is_told_and_not_made(house: House, tmp_path: Path) -> None:
    house.publish("qbr", 1, b"deck")
    (told,) = house.deliver(str(tmp_path / "not mounted"))
    assert "was not brought all of the files (no such file or directory)" in told
    assert not (tmp_path / "not mounted").exists()


def test_what_a_refusing_target_lacks_comes_with_the_next_run(
    house: House, folder: Elsewhere, tmp_path: Path
) -> None:
    first = house.publish("qbr", 1, b"deck")
    house.deliver(folder.address)
    second = house.publish("renewal", 1, b"renewal")
    (tmp_path / "share").rename(tmp_path / "away")
    assert len(house.deliver(folder.address)) == 1
    (tmp_path / "away").rename(tmp_path / "share")
    assert set(folder.files()) == {first, f"{PERIOD}/manifest-1.json"}
    assert house.deliver(folder.address) == []
    assert folder.files()[second] == b"renewal"


def test_a_target_that_was_away_is_asked_again_for_what_it_lacks(
    house: House, folder: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr("time.sleep", waited.append)
    whole, calls = Target.create, list[str]()

    def cut(target: Target, path: str, content: bytes) -> None:
        calls.append(path)
        if len(calls) in failing:
            raise NotDeliveredError(target.address, clause("os-connection-lost"), is_away=True)
        whole(target, path, content)

    monkeypatch.setattr(Target, "create", cut)
    house.publish("qbr", 1, b"deck")
    house.publish("renewal", 1, b"renewal")
    failing = {2, 3}
    assert house.deliver(folder.address) == []
    assert len(folder.files()) == 3
    assert (len(calls), waited) == (5, [1.0, 10.0])
    house.publish("qbr", 2, b"other")
    failing = {6, 7, 8}
    (told,) = house.deliver(folder.address)
    assert "was not brought all of the files" in told
    assert len(calls) == 8


def test_a_file_that_was_forgotten_is_not_missed(house: House, folder: Elsewhere) -> None:
    house.publish("qbr", 1, b"deck")
    record = ForgottenRecord(OCTOBER, "dpo", "x", 0, (hashlib.sha256(b"deck").hexdigest(),))
    house.warehouse.add_forgotten(record)
    shutil.rmtree(house.settings.archive)
    assert house.deliver(folder.address) == []


def test_a_copy_that_the_archive_lost_is_told(house: House, folder: Elsewhere) -> None:
    house.publish("qbr", 1, b"deck")
    shutil.rmtree(house.settings.archive)
    (told,) = house.deliver(folder.address)
    assert "its copy in the archive is missing or damaged" in told


@pytest.mark.thorough
def test_a_host_that_is_not_known_gets_no_file(house: House, sftp: Elsewhere) -> None:
    house.publish("qbr", 1, b"deck")
    Path("~/.ssh/known_hosts").expanduser().write_text("")
    (told,) = house.deliver(sftp.address)
    assert "host key of 127.0.0.1 is not in" in told
    assert sftp.files() == {}


@pytest.mark.thorough
def test_half_a_file_on_an_sftp_server_has_no_name(
    house: House, sftp: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sshfs import SSHFileSystem

    def cut(self: SSHFileSystem, path: str, content: bytes, **_: object) -> None:
        with self.open(path, "wb") as file:
            file.write(content[:2])

    house.publish("qbr", 1, b"deck")
    monkeypatch.setattr(SSHFileSystem, "pipe_file", cut)
    (told,) = house.deliver(sftp.address)
    assert "arrived with other bytes" in told
    assert sftp.files() == {}


def test_a_password_in_an_address_is_not_repeated(house: House) -> None:
    house.publish("qbr", 1, b"deck")
    (told,) = house.deliver("sftp://ana:hunter2@files.example/in")
    assert "hunter2" not in told
    assert "sftp://…@files.example/in" in told
