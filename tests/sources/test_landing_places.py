"""A delivery lands from a folder, a bucket or an SFTP server alike; what goes wrong is told."""

import errno
import os
import socket
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

import asyncssh
import boto3
import httpx
import pytest
from landing_servers import SftpHost, bucket_server, sftp_host
from mapping_texts import payments, write_mapping
from s3fs import S3FileSystem
from sshfs import SSHFileSystem

from sources.landing.archive import archived
from sources.landing.landing import Delivery, land
from sources.landing.places import Place, open_place
from sources.landing.places.errors import (
    ExportChangingError,
    HostKeyChangedError,
    HostKeyUnknownError,
    LandingFolderError,
    LandingLibraryError,
    LandingMissingError,
    LandingRefusedError,
    LandingUnknownError,
    LandingUnreachableError,
    PasswordInAddressError,
)
from sources.mapping.load import load_mapping

pytestmark = pytest.mark.thorough

FILES = {
    "2026-09-01/pay.csv": b"id,account\np1,A\n",
    "2026-10-01/erp/pay-2.csv": bytes(range(256)) * 9000,
    "2026-10-01/ñandú.txt": b"nobody reads it",
    "2026-10-01/.part": b"not finished",
}
LONG_AGO = 1_790_000_000

Put = Callable[[str, bytes], None]


def landed(landing: str, folder: Path) -> tuple[Delivery, ...]:
    mapping = load_mapping(write_mapping(folder, payments('pattern = "pay*.csv"')))
    return land(landing, folder / "archive", [mapping])


def assert_all_is_there(deliveries: tuple[Delivery, ...]) -> None:
    first, second = deliveries
    assert [d.landed_at for d in deliveries] == [
        datetime(2026, 9, 1, tzinfo=UTC),
        datetime(2026, 10, 1, tzinfo=UTC),
    ]
    exports = (*first.exports, *second.exports)
    assert {e.source_file: e.archive_path.read_bytes() for e in exports} == {
        name: content for name, content in FILES.items() if name.endswith(".csv")
    }
    assert second.unmatched == ("2026-10-01/ñandú.txt",)


# ---------------------------------------------------------------- a bucket


@pytest.fixture(scope="module")
def s3_address() -> Iterator[str]:
    with bucket_server() as address:
        yield address


@pytest.fixture
def bucket(s3_address: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Put]:
    """Puts objects into the bucket `exports`, which is emptied and removed afterwards."""
    for name, value in {
        "AWS_ENDPOINT_URL": s3_address,
        "AWS_ACCESS_KEY_ID": "somebody",
        "AWS_SECRET_ACCESS_KEY": "whatever",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_CONFIG_FILE": str(tmp_path / "none"),
        "AWS_SHARED_CREDENTIALS_FILE": str(tmp_path / "none"),
        "AWS_EC2_METADATA_DISABLED": "true",
    }.items():
        monkeypatch.setenv(name, value)
    client = boto3.client("s3", endpoint_url=s3_address)
    client.create_bucket(Bucket="exports")
    yield lambda name, content: client.put_object(
        Bucket="exports", Key=f"crm/landing/{name}", Body=content
    )
    store = boto3.resource("s3", endpoint_url=s3_address).Bucket("exports")
    store.objects.all().delete()
    store.delete()
    client.close()


def test_a_whole_delivery_lands_from_a_bucket(bucket: Put, tmp_path: Path) -> None:
    bucket("", b"")  # the mark of a folder, as the console makes it
    for name, content in FILES.items():
        bucket(name, content)
    assert_all_is_there(landed("s3://exports/crm/landing", tmp_path))
    assert_all_is_there(landed("s3://exports/crm/landing/", tmp_path))


def test_a_bucket_is_looked_at_anew_each_time(bucket: Put, tmp_path: Path) -> None:
    bucket("2026-09-01/pay.csv", b"one")
    assert len(landed("s3://exports/crm/landing", tmp_path)) == 1
    bucket("2026-10-01/pay.csv", b"two")
    assert len(landed("s3://exports/crm/landing", tmp_path)) == 2


def test_what_did_not_change_in_a_bucket_is_not_fetched_again(
    bucket: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched: list[str] = []
    opening = S3FileSystem.open

    def counted(self: S3FileSystem, path: str, *rest: object) -> object:
        fetched.append(path.rsplit("/", 1)[-1])
        return opening(self, path, *rest)

    monkeypatch.setattr(S3FileSystem, "open", counted)
    bucket("2026-09-01/pay1.csv", b"one")
    bucket("2026-09-01/pay2.csv", b"two")
    landed("s3://exports/crm/landing", tmp_path)
    bucket("2026-09-01/pay2.csv", b"2.0")  # as long as before
    (delivery,) = landed("s3://exports/crm/landing", tmp_path)
    assert fetched == ["pay1.csv", "pay2.csv", "pay2.csv"]
    assert [e.archive_path.read_bytes() for e in delivery.exports] == [b"one", b"2.0"]


def test_a_copy_that_left_the_archive_is_fetched_again(bucket: Put, tmp_path: Path) -> None:
    bucket("2026-09-01/pay.csv", b"one")
    (export,) = landed("s3://exports/crm/landing", tmp_path)[0].exports
    export.archive_path.unlink()
    (export,) = landed("s3://exports/crm/landing", tmp_path)[0].exports
    assert export.archive_path.read_bytes() == b"one"


@pytest.mark.parametrize("landing", ["s3://vanished/landing", "s3://exports/nothing-here"])
def test_a_bucket_or_folder_that_vanished_is_told(
    bucket: Put, tmp_path: Path, landing: str
) -> None:
    with pytest.raises(LandingMissingError, match=f"^the landing place {landing} is not there; "):
        landed(landing, tmp_path)


def test_wrong_keys_of_a_bucket_are_told(bucket: Put, s3_address: str, tmp_path: Path) -> None:
    bucket("2026-09-01/pay.csv", b"one")
    reset = f"{s3_address}/moto-api/reset-auth"
    try:
        httpx.post(reset, content=b"0")  # from now on keys are checked, and nobody has any
        with pytest.raises(
            LandingRefusedError, match=r"wrong keys, or no right to it\); set AWS_PROFILE"
        ):
            landed("s3://exports/crm/landing", tmp_path)
    finally:
        httpx.post(reset, content=b"inf")


def test_no_keys_at_all_are_told(
    bucket: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    with pytest.raises(LandingRefusedError, match="there are no AWS keys"):
        landed("s3://exports/crm/landing", tmp_path)


def test_a_bucket_server_that_does_not_answer_is_told(
    bucket: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{closed_port()}")
    with pytest.raises(LandingUnreachableError, match=r"no answer from http://127.0.0.1"):
        landed("s3://exports/crm/landing", tmp_path)


def closed_port() -> int:
    """A port on loopback where nothing listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


# ---------------------------------------------------------------- an SFTP server

USER_KEY = asyncssh.generate_private_key("ssh-ed25519")
HOST_KEY = asyncssh.generate_private_key("ssh-ed25519")


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SftpHost]:
    folder = tmp_path_factory.mktemp("sftp")
    for name, content in FILES.items():
        path = folder / "crm" / "landing" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        os.utime(path, (LONG_AGO, LONG_AGO))
    (folder / "crm" / "closed").mkdir()
    with sftp_host(folder, USER_KEY, HOST_KEY) as started:
        yield started


@pytest.fixture
def home(host: SftpHost, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder with a key that the server accepts, and the server's key as known."""
    folder = tmp_path / "home" / ".ssh"
    folder.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(folder.parent))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    USER_KEY.write_private_key(str(folder / "id_ed25519"))
    (folder / "known_hosts").write_text(f"{host.known_hosts_line}\n")
    return folder


def address(host: SftpHost, folder: str = "/crm/landing", user: str = "ana") -> str:
    return f"sftp://{user}@127.0.0.1:{host.port}{folder}"


def test_a_whole_delivery_lands_from_an_sftp_server(
    host: SftpHost, home: Path, tmp_path: Path
) -> None:
    assert_all_is_there(landed(address(host), tmp_path))
    assert_all_is_there(landed(address(host) + "/", tmp_path))


def test_what_did_not_change_on_an_sftp_server_is_not_fetched_again(
    host: SftpHost, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert_all_is_there(landed(address(host), tmp_path))
    monkeypatch.setattr(SSHFileSystem, "open", None)
    assert_all_is_there(landed(address(host), tmp_path))


def test_a_password_comes_from_the_environment_alone(
    host: SftpHost, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "id_ed25519").unlink()
    monkeypatch.setenv("CARTERA_SFTP_PASSWORD", "secret")
    assert_all_is_there(landed(address(host), tmp_path))
    with pytest.raises(PasswordInAddressError, match=r"sftp://…@127\.0\.0\.1") as told:
        landed(address(host, user="ana:secret"), tmp_path)
    assert "secret" not in str(told.value).replace("CARTERA_SFTP_PASSWORD", "")


def test_an_unknown_host_key_is_refused(host: SftpHost, home: Path, tmp_path: Path) -> None:
    (home / "known_hosts").unlink()
    with pytest.raises(HostKeyUnknownError) as told:
        landed(address(host), tmp_path)
    assert f"is not in {home / 'known_hosts'}; add it by `ssh-keyscan -p {host.port} " in str(
        told.value
    )
    assert not (tmp_path / "archive").exists()


@pytest.mark.parametrize("sort", ["ssh-ed25519", "ecdsa-sha2-nistp256"])
def test_a_changed_host_key_is_refused(
    host: SftpHost, home: Path, tmp_path: Path, sort: str
) -> None:
    other = asyncssh.generate_private_key(sort).export_public_key().decode().strip()
    (home / "known_hosts").write_text(f"[127.0.0.1]:{host.port} {other}\n")
    with pytest.raises(HostKeyChangedError, match=r"somebody may stand between; ask its owner"):
        landed(address(host), tmp_path)


def test_a_wrong_key_of_a_user_is_told(host: SftpHost, home: Path, tmp_path: Path) -> None:
    asyncssh.generate_private_key("ssh-ed25519").write_private_key(str(home / "id_ed25519"))
    with pytest.raises(LandingRefusedError, match=r"no such user or key\); put a key that it"):
        landed(address(host), tmp_path)


def test_a_folder_that_vanished_from_an_sftp_server_is_told(
    host: SftpHost, home: Path, tmp_path: Path
) -> None:
    with pytest.raises(LandingMissingError, match="/nothing is not there; "):
        landed(address(host, "/nothing"), tmp_path)


def test_a_folder_of_an_sftp_server_that_the_user_may_not_list_is_told(
    host: SftpHost, home: Path, tmp_path: Path
) -> None:
    with pytest.raises(LandingRefusedError, match=r"crm/closed .*no right to read it\); put a key"):
        landed(address(host, "/crm/closed"), tmp_path)


def test_an_sftp_server_that_does_not_answer_is_told(
    host: SftpHost, home: Path, tmp_path: Path
) -> None:
    nobody = SftpHost(closed_port(), "")
    with pytest.raises(LandingUnreachableError, match="could not be read"):
        landed(address(nobody), tmp_path)
    with pytest.raises(LandingUnreachableError, match="could not be read"):
        landed("sftp://ana@no-such-host.invalid/landing", tmp_path)


# ---------------------------------------------------------------- any place


@pytest.mark.parametrize("landing", ["ftp://host/landing", "gopher://x", "sftp:///landing"])
def test_a_place_of_an_unknown_kind_is_told(tmp_path: Path, landing: str) -> None:
    with pytest.raises(LandingUnknownError, match="is of an unknown kind; name a folder, s3://"):
        landed(landing, tmp_path)


@pytest.mark.parametrize(
    ("landing", "library", "extra"),
    [("s3://exports/landing", "s3fs", "s3"), ("sftp://ana@host/landing", "sshfs", "sftp")],
)
def test_a_library_that_is_not_installed_is_told_with_its_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, landing: str, library: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    monkeypatch.delitem(sys.modules, f"sources.landing.places.{extra}", raising=False)
    with pytest.raises(LandingLibraryError, match=f"uv sync --frozen --no-dev --extra {extra}`"):
        landed(landing, tmp_path)


def test_a_file_that_changes_while_it_is_fetched_is_told(tmp_path: Path) -> None:
    path = tmp_path / "landing" / "2026-09-01" / "pay.csv"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"one")
    place = open_place(str(tmp_path / "landing"))
    (file,) = place.files()
    path.write_bytes(b"one and two")
    with pytest.raises(ExportChangingError, match=r"pay\.csv changed while it was fetched; wait"):
        archived(place, file, tmp_path / "archive")


class Forbidding:
    """A place whose folders can be listed, but for one deep inside."""

    folders: ClassVar = {"/l": ["/l/2026-09-01"], "/l/2026-09-01": ["/l/2026-09-01/stripe"]}

    def isdir(self, path: str) -> bool:
        return path in self.folders

    def ls(self, path: str, detail: bool) -> list[dict[str, object]]:
        if path not in self.folders:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return [{"name": name, "type": "directory"} for name in self.folders[path]]


def test_a_folder_that_may_not_be_listed_is_told_however_deep() -> None:
    place = Place("l", Forbidding(), "/l", (OSError,), LandingUnreachableError)
    with pytest.raises(
        LandingFolderError, match=r"folder 2026-09-01/stripe of .*permission denied"
    ):
        place.files()


@pytest.mark.parametrize(
    "landing",
    ["s3://AKIA1:hush/hush@bucket/x", "sftp://ana:hush@host:22/x", "ftp://ana:hush@host/[x"],
)
def test_a_secret_in_an_address_is_refused_and_not_repeated(landing: str, tmp_path: Path) -> None:
    with pytest.raises(PasswordInAddressError) as told:
        landed(landing, tmp_path)
    assert "hush" not in str(told.value)
    assert "AKIA1" not in str(told.value)
