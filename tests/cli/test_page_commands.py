"""The commands of the pages for who deploys: typed here as they stand, or by the test that is named
here, or said not to be."""

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
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

WAIT = "until (: < /dev/tcp/127.0.0.1/4200) 2> /dev/null; do sleep 1; done"
DEPLOY = (
    ".venv/bin/prefect work-pool create cartera --type process",
    ".venv/bin/prefect deploy --all",
)
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
    "tests/flows/test_deployments.py": (
        "export CARTERA_COMPANY=/srv/cartera/acme",
        "export PREFECT_API_URL=http://127.0.0.1:4200/api",
        "export PREFECT_SERVER_API_AUTH_STRING='cartera:change-me' "
        "PREFECT_API_AUTH_STRING='cartera:change-me'",
        ".venv/bin/prefect server start --port 4200 &",
        WAIT,
        *DEPLOY,
        ".venv/bin/python -m flows.worker_process --pool cartera",
        ".venv/bin/prefect deployment run 'cartera report/quarterly' --start-at '2026-10-05 06:00'",
        '.venv/bin/python -c "from prefect.blocks.webhook import Webhook; print(Webhook('
        "url='https://tickets.example.com/cartera').save('cartera-tickets'))\"",
        ".venv/bin/prefect automation create --from-file automation.yaml",
        "psql -d prefect -c 'CREATE EXTENSION pg_trgm'",
    ),
    "tests/flows/test_started_services.py": (
        "chown -R cartera: /srv/cartera",
        "set -a; . /etc/cartera/cartera.env; set +a",
        WAIT,
        *DEPLOY,
        ".venv/bin/prefect deployment run 'cartera watch/watch' -p period=2026-09",
    ),
    "tests/flows/test_dask.py": (
        ".venv/bin/dask scheduler --host 10.0.0.5 --port 8786 --no-dashboard",
        ".venv/bin/dask worker tcp://10.0.0.5:8786 --nworkers 2 --nthreads 1 --no-dashboard",
    ),
}
"""The very lines, as often as they stand on the pages."""
NOT_TYPED = {
    "git clone … cartera && cd cartera": "the checkout is there",
    "git clone … /opt/cartera && cd /opt/cartera": "the same",
    "useradd --system --home-dir /var/lib/cartera cartera": "it would change this machine",
    "systemctl daemon-reload && systemctl enable --now cartera-prefect": "test_started_services.py "
    "starts what the units say in its place",
    "systemctl enable --now cartera-worker cartera-portal": "the same",
    "su -s /bin/bash cartera": "the user is not there",
    "exit": "it ends the line before",
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
    begun = program if program.endswith("=") else f"{program} "
    return [line for line in commands() if line.startswith(begun)]


def test_no_command_of_the_pages_is_left_out() -> None:
    typed_below = [*TYPED, *beginning("uv"), *beginning("install"), *beginning("ssh-keyscan")]
    typed_below += [*beginning("ssh-keygen"), *beginning("export CARTERA_WAREHOUSE__URL=")]
    others = [line for lines in TYPED_BY_OTHERS.values() for line in lines]
    assert sorted(commands()) == sorted([*typed_below, *others, *NOT_TYPED])
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


def test_the_address_of_the_warehouse_is_heard(
    make_database: Callable[[str], str], company: Path, tmp_path: Path
) -> None:
    """With what `tidy` looks up there, and no file of its own beside the company."""
    (line,) = beginning("export CARTERA_WAREHOUSE__URL=")
    theirs = "postgresql+psycopg://cartera:…@db.internal/cartera"
    assert theirs in line
    address = make_database("postgresql")
    with open_warehouse(address) as warehouse:
        warehouse.start_run("2026-Q3", OCTOBER)
    status = f"{Path(sys.executable).parent}/cartera status --company {company}"
    done = typed(f"{line.replace(theirs, address)}\n{status}")
    assert (done.returncode, "2026-Q3" in done.stdout) == (0, True), done.stderr


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
