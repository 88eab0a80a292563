"""The built wheel, installed into an empty environment and used far from any checkout."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pptx
import pytest

pytestmark = pytest.mark.thorough

CHECKOUT = Path(__file__).parents[2]
UV = shutil.which("uv") or Path(sys.executable).with_name("uv")
PATIENCE_SECONDS = 400

Command = Callable[..., subprocess.CompletedProcess[str]]
"""Runs a program of the new environment, in a folder of nothing else."""


def _run(*command: object, folder: Path) -> subprocess.CompletedProcess[str]:
    """Without what this session's environment says to Python, uv, Prefect or Cartera."""
    ours = ("PYTHON", "VIRTUAL_ENV", "UV_PROJECT", "PREFECT_", "CARTERA_")
    quiet = {name: said for name, said in os.environ.items() if not name.startswith(ours)}
    return subprocess.run(
        [os.fspath(part) if isinstance(part, Path) else str(part) for part in command],
        cwd=folder,
        env=quiet | {"LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
    )


def _succeeded(*command: object, folder: Path) -> None:
    done = _run(*command, folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    _succeeded(UV, "build", "--wheel", "--out-dir", folder, CHECKOUT, folder=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Command:
    folder = tmp_path_factory.mktemp("elsewhere")
    environment = tmp_path_factory.mktemp("empty") / "environment"
    _succeeded(UV, "venv", "--python", sys.executable, environment, folder=folder)
    programs = environment / "bin"
    _succeeded(UV, "pip", "install", "--python", programs / "python", wheel, folder=folder)

    def run(program: str, *arguments: object) -> subprocess.CompletedProcess[str]:
        return _run(programs / program, *arguments, folder=folder)

    return run


def test_the_wheel_holds_every_file_of_every_room(wheel: Path) -> None:
    rooms = [path.parent for path in CHECKOUT.glob("*/__init__.py")]
    files = {
        path.relative_to(CHECKOUT).as_posix()
        for room in rooms
        if room.name not in {"audit", "benchmarks", "tests"}
        for path in room.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with ZipFile(wheel) as opened:
        shipped = {name for name in opened.namelist() if ".dist-info/" not in name}
    assert shipped == files


def test_what_is_imported_is_the_wheel_with_a_prefect_that_schedules(installed: Command) -> None:
    told = installed(
        "python",
        "-c",
        "import cli, importlib.metadata as m; print(cli.__file__, m.version('prefect'))",
    )
    place, prefect = told.stdout.split()
    assert "site-packages" in place
    assert tuple(map(int, prefect.split(".")[:3])) >= (3, 9, 1)


def test_help_and_a_new_company(installed: Command) -> None:
    assert "accounts" in installed("cartera", "--help").stdout
    assert installed("cartera", "init", "acme").returncode == 0
    checked = installed("cartera", "check", "--company", "acme", "--lang", "en")
    assert checked.returncode == 1
    assert "holds no exports" in checked.stderr


def test_a_sample_company_goes_from_exports_to_files_that_open(
    installed: Command, tmp_path: Path
) -> None:
    company = tmp_path / "demo"
    assert installed("cartera", "sample", company, "--accounts", 3).returncode == 0
    checked = installed("cartera", "check", "--company", company)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    ran = installed("cartera", "run", "--company", company, "--period", "2026-Q3")
    assert ran.returncode in (0, 3), ran.stdout + ran.stderr

    output = company / "output" / "2026-Q3"
    assert len({path.parent for path in output.rglob("*.pptx")}) >= 3
    for deck in output.rglob("*.pptx"):
        assert len(pptx.Presentation(os.fspath(deck)).slides) > 1
    for workbook in output.rglob("*.xlsx"):
        assert len(openpyxl.load_workbook(workbook, read_only=True).sheetnames) > 1
    assert "</html>" in (output / "validation.html").read_text("utf-8")
