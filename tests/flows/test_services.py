"""Unit files, image and manifests in deploy/: what can be told without running them."""

import configparser
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from kubernetes_validate import ValidationError, validate

CHECKOUT = Path(__file__).parents[2]
DEPLOY = CHECKOUT / "deploy"
UNITS = sorted(DEPLOY.glob("systemd/*.service"))
PROGRAMS = {
    "cartera-portal": "cartera portal",
    "cartera-prefect": "prefect server start",
    "cartera-worker": "python -m flows.worker_process",
}


def settings_of(unit: Path) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str  # type: ignore[assignment]
    parser.read(unit)
    return parser


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_units_are_sound(unit: Path) -> None:
    settings = settings_of(unit)
    program = PROGRAMS[unit.stem]
    assert settings["Service"]["ExecStart"].startswith(f"/opt/cartera/.venv/bin/{program} ")
    assert settings["Service"]["User"] == "cartera"


ANALYSER = shutil.which("systemd-analyze")


@pytest.mark.skipif(not ANALYSER, reason="systemd-analyze is not installed: units not verified")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_has_nothing_to_say_of_a_unit(unit: Path, tmp_path: Path) -> None:
    assert verified(unit) == []
    wrong = tmp_path / unit.name
    wrong.write_text(unit.read_text().replace("RestartSec=5", "RestartSec=often"))
    assert len(verified(wrong)) == 1


def verified(unit: Path) -> list[str]:
    """What systemd says of it, but that its program is not installed here."""
    command = [str(ANALYSER), "verify", unit]
    said = subprocess.run(command, capture_output=True, text=True).stderr
    here = [line for line in said.splitlines() if unit.name in line]
    return [line for line in here if "is not executable" not in line]


def test_the_services_are_told_what_the_page_names() -> None:
    told = set(re.findall(r"^#? ?([A-Z_]+)=", (DEPLOY / "cartera.env").read_text(), re.M))
    page = (CHECKOUT / "docs" / "deploying.md").read_text()
    assert {"CARTERA_COMPANY", "PREFECT_API_URL", "PREFECT_SERVER_API_AUTH_STRING"} <= told
    assert set(re.findall(r"^export ([A-Z_]+)=", page, re.M)) <= told


def test_the_image_and_the_manifests_are_sound() -> None:
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    built = CHECKOUT / "deploy" / compose["x-cartera"]["build"]["context"]
    assert (built / compose["x-cartera"]["build"]["dockerfile"]).is_file()
    services = compose["services"]
    assert {name for each in services.values() for name in each.get("depends_on", ())} <= set(
        services
    )
    worker, claim = yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text())
    volume = worker["spec"]["template"]["spec"]["volumes"][0]
    assert volume["persistentVolumeClaim"]["claimName"] == claim["metadata"]["name"]
    image = (DEPLOY / "Dockerfile").read_text()
    assert "uv sync --frozen --no-dev" in image
    assert re.findall(r"^COPY (?!--from)(.*)$", image, re.M) == [". ."]


def linted(tool: str, *arguments: object) -> "subprocess.CompletedProcess[str]":
    """What a linter of this environment says of a file."""
    command = [Path(sys.executable).with_name(tool), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env={"NO_COLOR": "1"})


def test_hadolint_finds_nothing_in_the_image(tmp_path: Path) -> None:
    said = linted("hadolint", DEPLOY / "Dockerfile")
    assert (said.returncode, said.stdout) == (0, "")
    careless = tmp_path / "Dockerfile"
    careless.write_text((DEPLOY / "Dockerfile").read_text().replace("python:3.12-slim", "python"))
    assert "DL3006" in linted("hadolint", careless).stdout


@pytest.mark.thorough
def test_compose_and_kubernetes_know_every_key(tmp_path: Path) -> None:
    schema = ("check-jsonschema", "--builtin-schema", "vendor.compose-spec")
    compose = (DEPLOY / "compose.yaml").read_text()
    assert linted(*schema, DEPLOY / "compose.yaml").returncode == 0
    wrong = tmp_path / "compose.yaml"
    wrong.write_text(compose.replace("stop_grace_period", "grace_period"))
    assert "grace_period" in linted(*schema, wrong).stdout
    manifests = list(yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text()))
    assert [validate(each, "1.34", strict=True) for each in manifests] == ["1.34"] * 2
    manifests[0]["spec"]["replica"] = manifests[0]["spec"].pop("replicas")
    with pytest.raises(ValidationError, match="replica"):
        validate(manifests[0], "1.34", strict=True)
