"""What Cartera's user may not read of a landing place is told, and what lies outside is not read.

Where the tests run as the system's own user, to whom nothing is forbidden, they read as `nobody`.
"""

import os
import pwd
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import asyncssh
import pytest
from landing_servers import SftpHost, sftp_host
from mapping_texts import payments, write_mapping

from messages.clause import Clause, clause
from sources.landing.landing import Delivery, land
from sources.landing.places import open_place
from sources.landing.places.errors import LandingFolderError
from sources.mapping.load import load_mapping

IS_SYSTEM = os.geteuid() == 0
DAY = "2026-10-01"


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that the reader reaches; pytest's own is closed to everybody else."""
    with tempfile.TemporaryDirectory() as name:
        if IS_SYSTEM:
            os.chown(name, reader().pw_uid, reader().pw_gid)
        yield Path(name)


def reader() -> pwd.struct_passwd:
    return pwd.getpwnam("nobody")


@contextmanager
def as_reader() -> Iterator[None]:
    """The system judges what follows as it judges somebody without rights of their own."""
    if not IS_SYSTEM:
        yield
        return
    os.seteuid(reader().pw_uid)
    try:
        yield
    finally:
        os.seteuid(0)


def put(folder: Path, name: str, content: bytes = b"x") -> Path:
    path = folder / "landing" / DAY / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def landed(folder: Path, landing: str = "") -> tuple[Delivery, ...]:
    mapping = load_mapping(write_mapping(folder, payments('pattern = "pay*.csv"')))
    place = landing or str(folder / "landing")
    open_place(place)  # its library is imported before anything is forbidden
    with as_reader():
        return land(place, folder / "archive", [mapping])


def faults(delivery: Delivery) -> dict[str, Clause | None]:
    return {item.source_file.rpartition("/")[2]: item.fault for item in delivery.exports}


def test_a_file_that_may_not_be_read_is_the_fault_of_its_file_alone(folder: Path) -> None:
    put(folder, "pay1.csv")
    put(folder, "pay2.csv").chmod(0o000)
    (delivery,) = landed(folder)
    why = clause("export-not-opened", why=clause("os-permission-denied"))
    assert faults(delivery) == {"pay1.csv": None, "pay2.csv": why}


def test_a_folder_that_may_not_be_listed_is_told_however_deep(folder: Path) -> None:
    put(folder, "pay1.csv")
    closed = put(folder, "erp/stripe/pay2.csv").parent
    closed.chmod(0o000)
    with pytest.raises(LandingFolderError, match=rf"{DAY}/erp/stripe of .*permission denied"):
        landed(folder)
    closed.chmod(0o700)


def test_a_folder_outside_that_a_link_leads_to_is_not_read(folder: Path) -> None:
    day = put(folder, "pay1.csv").parent
    (folder / "elsewhere").mkdir()
    (folder / "elsewhere" / "pay9.csv").write_bytes(b"secret")
    (day / "pay2.csv").symlink_to(folder / "elsewhere")
    (day / "others").symlink_to(folder / "elsewhere")
    (day / "pay3.csv").symlink_to(day)
    (delivery,) = landed(folder)
    assert faults(delivery) == {
        "pay1.csv": None,
        "pay2.csv": clause("export-links-out"),
        "pay3.csv": clause("export-no-file"),
    }
    assert delivery.unmatched == (f"{DAY}/others",)


# ---------------------------------------------------------------- an SFTP server


@pytest.fixture
def host(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SftpHost]:
    """A server of the folder, whose key is known, and a key that it accepts."""
    home = tmp_path / "home" / ".ssh"
    home.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home.parent))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    user, key = (asyncssh.generate_private_key("ssh-ed25519") for _ in range(2))
    user.write_private_key(str(home / "id_ed25519"))
    with sftp_host(folder, user, key) as started:
        (home / "known_hosts").write_text(f"{started.known_hosts_line}\n")
        yield started


def landed_from(host: SftpHost, folder: Path, tmp_path: Path) -> tuple[Delivery, ...]:
    mapping = load_mapping(write_mapping(folder, payments('pattern = "pay*.csv"')))
    place = f"sftp://ana@127.0.0.1:{host.port}/landing"
    return land(place, tmp_path / "archive", [mapping])


@pytest.mark.thorough
def test_a_folder_of_an_sftp_server_that_may_not_be_listed_is_told_however_deep(
    host: SftpHost, folder: Path, tmp_path: Path
) -> None:
    put(folder, "pay1.csv")
    put(folder, "erp/closed/pay2.csv")
    with pytest.raises(LandingFolderError, match=rf"{DAY}/erp/closed of .*permission denied"):
        landed_from(host, folder, tmp_path)


@pytest.mark.thorough
def test_links_on_an_sftp_server_are_not_followed(
    host: SftpHost, folder: Path, tmp_path: Path
) -> None:
    day = put(folder, "pay1.csv").parent
    (folder / "elsewhere").mkdir()
    (folder / "elsewhere" / "pay9.csv").write_bytes(b"secret")
    (day / "pay2.csv").symlink_to("../../elsewhere/pay9.csv")
    (day / "others").symlink_to("../../elsewhere")
    (delivery,) = landed_from(host, folder, tmp_path)
    assert faults(delivery) == {"pay1.csv": None, "pay2.csv": clause("export-is-link")}
    assert delivery.unmatched == (f"{DAY}/others",)
