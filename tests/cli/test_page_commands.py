"""The commands of the pages for who deploys: typed here as they stand, or by the test that is named
here, or said not to be."""

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import asyncssh
import pytest
from command_line import Cartera
from deliveries import OCTOBER
from landing_servers import sftp_host

from pipeline.settings import load_settings
from warehouse import RemarkRecord, open_warehouse

CHECKOUT = Path(__file__).parents[2]
PAGES = ("deploying.md", "scaling.md", "personal-data.md")
COMPANY = "/srv/cartera/acme"

TYPED = {
    "cartera init /srv/cartera/acme": 0,
    "cartera notify --test --company /srv/cartera/acme": 2,  # it tells nobody as yet
    "cartera tidy --dry-run --company /srv/cartera/acme": 0,
    "cartera tidy --company /srv/cartera/acme": 0,
    "cartera restore --company /srv/cartera/acme": 1,  # nothing was published
    "cartera forget 'Ana Ruiz' --dry-run --company /srv/cartera/acme": 0,
    "cartera forget 'Ana Ruiz' --as 'data protection officer' --company /srv/cartera/acme": 0,
    "cartera forget --client 0015e00000A1b2CAAR --company /srv/cartera/acme": 2,  # no such client
}
"""With what each ends here; in the order of the pages."""
TYPED_BY_OTHERS = {
    "tests/flows/test_deployments.py": r"export (CARTERA_COMPANY|PREFECT_)|until |"
    r"\.venv/bin/prefect |\.venv/bin/python -m flows\.worker_process ",
    "tests/flows/test_dask.py": r"\.venv/bin/dask ",
    "tests/warehouse/test_database_errors.py": "export CARTERA_WAREHOUSE__URL=",
}
"""By what they begin with; addresses of databases are used all over."""
NOT_TYPED = {
    "git clone … cartera && cd cartera": "the checkout is there",
    "systemctl daemon-reload && systemctl enable --now cartera-prefect cartera-worker "
    "cartera-portal": "it would change this machine; test_services.py looks at the units",
}


def commands() -> list[str]:
    """Each line of the pages' blocks of commands, without what is remarked beside it."""
    found: list[str] = []
    for name in PAGES:
        page = (CHECKOUT / "docs" / name).read_text("utf-8")
        for language, block in re.findall(r"^```(\w*)\n(.*?)^```", page, re.S | re.M):
            if language in ("", "sh"):
                found += [re.split(r"\s+# ", line)[0] for line in block.splitlines()]
    return [line.replace(".venv/bin/cartera ", "cartera ") for line in found]


def beginning(program: str) -> list[str]:
    return [line for line in commands() if line.startswith(f"{program} ")]


def test_no_command_of_the_pages_is_left_out() -> None:
    others = "|".join(TYPED_BY_OTHERS.values())
    typed_below = [*TYPED, *beginning("uv"), *beginning("install")]
    typed_below += [*beginning("ssh-keyscan"), *beginning("ssh-keygen")]
    left = [line for line in commands() if not re.match(others, line)]
    assert sorted(left) == sorted([*typed_below, *NOT_TYPED])
    assert all((CHECKOUT / name).is_file() for name in TYPED_BY_OTHERS)


def test_cartera_understands_each_of_its_own(
    cartera: Cartera, company: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_warehouse(load_settings(company).warehouse_url) as warehouse:
        warehouse.add_remarks(
            [RemarkRecord("A1", "2026-Q3", "qbr", "p", "Ask Ana Ruiz.", "e", "s", "x", OCTOBER)]
        )
    ended = {}
    for line in beginning("cartera"):
        monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
        folder = tmp_path / "new" if line.startswith("cartera init") else company
        ended[line], _, err = cartera(*shlex.split(line.replace(COMPANY, str(folder)))[1:])
        assert "Traceback" not in err
    assert ended == TYPED


def typed(line: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["bash", "-ec", line],
        cwd=CHECKOUT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_uv_knows_every_extra_that_is_asked_for(tmp_path: Path) -> None:
    """Shown what it would do: environments are made by `make`, and a wheel's in test_install.py."""
    ours = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for line in beginning("uv"):
        done = typed(f"{line} --dry-run --offline", PATH=ours, UV_PROJECT_ENVIRONMENT=str(tmp_path))
        assert "Would" in done.stderr, done.stderr
        assert done.returncode == 0


def test_units_and_secrets_are_installed_as_the_page_says(tmp_path: Path) -> None:
    (tmp_path / "systemd" / "system").mkdir(parents=True)
    for line in beginning("install"):
        here = line.replace(" /etc/", f" {tmp_path}/").replace("-o cartera", f"-o {os.getuid()}")
        assert typed(here).stderr == ""
    secrets = tmp_path / "cartera" / "cartera.env"
    assert (secrets.stat().st_mode & 0o777, secrets.is_file()) == (0o600, True)
    assert len(list((tmp_path / "systemd" / "system").glob("cartera-*.service"))) == 3


@pytest.mark.skipif(not shutil.which("ssh-keyscan"), reason="ssh-keyscan is not installed")
def test_a_host_key_is_had_and_shown_as_the_page_says(tmp_path: Path) -> None:
    keys = [asyncssh.generate_private_key("ssh-ed25519") for _ in range(2)]
    (scan,), (show,) = beginning("ssh-keyscan"), beginning("ssh-keygen")
    (tmp_path / ".ssh").mkdir()
    with sftp_host(tmp_path, *keys) as host:
        here = scan.replace("-p 22 sftp.example.com", f"-p {host.port} 127.0.0.1")
        assert typed(here, HOME=str(tmp_path)).returncode == 0
        assert host.known_hosts_line in (tmp_path / ".ssh" / "known_hosts").read_text()
    assert keys[1].get_fingerprint() in typed(show, HOME=str(tmp_path)).stdout
