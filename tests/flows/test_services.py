"""Unit files, image and manifests in deploy/: what can be told without running them."""

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

CHECKOUT = Path(__file__).parents[2]
DEPLOY = CHECKOUT / "deploy"
UNITS = sorted(DEPLOY.glob("systemd/*.service"))


def settings_of(unit: Path) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str  # type: ignore[assignment]
    parser.read(unit)
    return parser


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_units_are_sound(unit: Path) -> None:
    settings = settings_of(unit)
    program = "cartera portal" if unit.stem == "cartera-portal" else "prefect"
    assert settings["Service"]["ExecStart"].startswith(f"/opt/cartera/.venv/bin/{program} ")
    assert settings["Service"]["User"] == "cartera"
    if analyser := shutil.which("systemd-analyze"):
        said = subprocess.run([analyser, "verify", unit], capture_output=True, text=True).stderr
        here = [line for line in said.splitlines() if line.startswith(unit.name)]
        assert [line for line in here if "is not executable" not in line] == []  # not installed


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
