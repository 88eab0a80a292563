"""docs/deploying.md, "As services": its lines typed, and the units started as they say."""

import os
import re
import subprocess
import time
from collections.abc import Iterator, Mapping
from configparser import ConfigParser
from dataclasses import dataclass, field
from pathlib import Path
from string import Template
from typing import IO
from urllib.request import urlopen

import pytest
from page_shell import CHECKOUT, Shell, automated, end, ended, eventually, free_port, quiet, typed
from receivers import Hook, webhook
from small_company import small_company

pytestmark = pytest.mark.thorough

OF_ANOTHER_USER = ("useradd ", "git clone ", "uv ", "su ", "exit")
"""What would change this machine, or only says who types; `uv sync` is in test_page_commands.py."""


@dataclass
class Machine:
    """A folder that stands for the machine's own, and the services that run there."""

    shell: Shell
    etc: Path
    portal_port: int
    tickets: Hook
    """What the page's automation calls."""
    running: "list[subprocess.Popen[str]]" = field(default_factory=list)

    def type(self, lines: list[str], said: IO[str]) -> None:
        """Each line as it stands, but for `systemctl`, in whose place the units are started."""
        waiting: list[str] = []
        for line in [line for line in lines if not line.startswith(OF_ANOTHER_USER)]:
            if not line.startswith("systemctl "):
                waiting.append(line)
                continue
            self._typed(waiting)
            waiting = []
            for unit in line.split("enable --now ")[1].split():
                self.running.append(self._started(unit, said))
        self._typed(waiting)

    def _typed(self, lines: list[str]) -> None:
        code, said = self.shell.done(lines)
        assert code == 0, said
        secrets = self.etc / "cartera" / "cartera.env"
        secrets.write_text("\n".join(map(self.shell.ready, secrets.read_text().splitlines())))

    def _started(self, unit: str, said: IO[str]) -> "subprocess.Popen[str]":
        """As systemd starts it: in its folder, with what its environment files say, by no shell."""
        installed = self.etc / "systemd" / "system" / f"{unit}.service"
        told = [self.shell.ready(line) for line in installed.read_text().splitlines()]
        settings = ConfigParser(interpolation=None, strict=False)
        settings.optionxform = str  # type: ignore[assignment]
        settings.read_string("\n".join(told))
        files = re.findall(r"^EnvironmentFile=(-?)(.*)$", "\n".join(told), re.M)
        environment = dict(self.shell.environment)
        if "StateDirectory" in settings["Service"]:
            Path(self.shell.ready(f"/var/lib/{settings['Service']['StateDirectory']}")).mkdir(
                exist_ok=True
            )
        for optional, name in files:
            if not optional or Path(name).exists():
                environment |= said_in(Path(name))
        command = Template(settings["Service"]["ExecStart"]).substitute(environment).split()
        if unit == "cartera-portal":  # the usual port may be somebody else's here
            command += ["--port", str(self.portal_port)]
        return subprocess.Popen(
            command,
            cwd=settings["Service"]["WorkingDirectory"] or CHECKOUT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )


def said_in(file: Path) -> Mapping[str, str]:
    """The variables of an environment file."""
    lines = file.read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """What the section leaves of a machine that had a company and a checkout."""
    folder = tmp_path_factory.mktemp("machine")
    company, etc = folder / "companies" / "acme", folder / "told"
    small_company(company)
    (etc / "systemd" / "system").mkdir(parents=True)
    here = {
        "/etc/": f"{etc}/",
        "/srv/cartera": str(company.parent),
        "/var/lib/cartera": str(folder / "var"),
        "/opt/cartera/": "",
        "/opt/cartera": str(CHECKOUT),
        "-o cartera": f"-o {os.getuid()}",
        "chown -R cartera:": f"chown -R {os.getuid()}",
    }
    somebody = quiet(folder) | {"HOME": str(folder / "home")}
    del somebody["PREFECT_HOME"]  # a shell's own is in its home, and not the services'
    shell = Shell(company, free_port(), somebody, here)
    with (folder / "said").open("w") as said, webhook() as tickets:
        machine = Machine(shell, etc, free_port(), tickets)
        try:
            machine.type(typed("As services"), said)
            automated(shell, [variables()], tickets.address)
            yield machine
        finally:
            for service in reversed(machine.running):
                end(service)


def test_the_services_know_the_deployments_and_when_they_start(machine: Machine) -> None:
    deployments = {item["name"]: item for item in machine.shell.ask("deployments/filter", {})}
    assert set(deployments) == {"monthly", "quarterly", "watch"}
    for deployment in deployments.values():
        assert [item["active"] for item in deployment["schedules"]] == [True]
        assert deployment["work_pool_name"] == "cartera"
        assert deployment["parameters"]["company"] == str(machine.shell.company)


def variables() -> str:
    """What the services know, for who gives commands by hand."""
    (line,) = [line for line in typed("As services") if line.startswith("set -a")]
    return line


def started(machine: Machine, what: str) -> None:
    """As the page says, by who has the services' variables."""
    (line,) = [line for line in typed("Monthly and quarterly runs") if f"run '{what}" in line]
    code, said = machine.shell.done([variables(), line])
    assert code == 0, said


def test_the_worker_works_on_a_run_to_its_end(machine: Machine) -> None:
    started(machine, "cartera report/")
    (run,) = eventually(lambda: ended(machine.shell, "quarterly"), "the run's end")
    assert run["state_name"] == "Completed", run["state"]
    assert list(machine.shell.company.glob("output/2026-Q3/manifest.json"))


def test_a_look_of_the_watcher_in_between(machine: Machine) -> None:
    settings = machine.shell.company / "cartera.toml"
    moved = settings.read_text().replace('time_zone = "UTC"', 'time_zone = "Europe/Madrid"')
    settings.write_text(f"{moved}\n[schedule]\nawaited = ['crm/*.csv']\n")
    started(machine, "cartera watch/")
    look = eventually(lambda: ended(machine.shell, "watch"), "the look's end")[-1]
    assert (look["parameters"]["period"], look["state_name"]) == ("2026-09", "LateFeeds")
    assert "crm/*.csv" in look["state"]["message"]
    wanted = {"flow_runs": {"id": {"any_": [look["id"]]}}}
    (artifact,) = machine.shell.ask("artifacts/filter", wanted)
    stale = "schedule counts in the time zone UTC, cartera.toml in Europe/Madrid: deploy again"
    assert stale in artifact["data"]


def test_an_automation_acts_on_late_files_and_not_on_a_run_that_published_all(
    machine: Machine,
) -> None:
    """The server looks at events in the order in which they happened."""
    wanted = {"filter": {"event": {"name": ["prefect.flow-run.Completed"]}}, "limit": 10}
    assert machine.shell.ask("events/filter", wanted)["total"] == 1
    (called,) = eventually(lambda: machine.tickets.taken, "the automation's call")
    assert called["text"].startswith("cartera watch, LateFeeds: ")
    assert "crm/*.csv" in called["text"]


def test_the_portal_answers(machine: Machine) -> None:
    address = f"http://127.0.0.1:{machine.portal_port}/"
    assert eventually(lambda: urlopen(address, timeout=10).status == 200, "the portal's answer")


def test_each_service_is_still_there(machine: Machine) -> None:
    time.sleep(1)
    assert [service.poll() for service in machine.running] == [None] * 3
