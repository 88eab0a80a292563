"""`cartera tidy`, as its user sees it."""

import os
from pathlib import Path

from command_line import Cartera
from deliveries import OCTOBER

from pipeline.publishing.kept import keep
from pipeline.settings import load_settings
from warehouse import ArtifactRecord, Subject, open_warehouse


def test_it_says_what_goes_then_removes_it_and_refuses_beside_a_run(
    cartera: Cartera, company: Path
) -> None:
    with (company / "cartera.toml").open("a") as file:
        file.write("\n[retention]\nversions = 1\nmonths = 36\n")
    settings = load_settings(company)
    with open_warehouse(settings.warehouse_url) as warehouse:
        run = warehouse.start_run("2026-Q3", OCTOBER)
        for number in (1, 2):
            path = settings.output / f"2026-Q3/qbr-v{number}.pptx"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(str(number).encode())
            copy = keep(settings.archive, path.name, path.read_bytes())
            inside = path.relative_to(settings.output).as_posix()
            who = Subject.client("1")
            warehouse.register_artifact(
                ArtifactRecord(
                    *(run, who, "2026-Q3", "qbr", "es", number, inside),
                    *(copy.sha256, copy.size, str(number)),
                )
            )
            os.utime(copy.path, (0, 0))
        old, new = sorted((settings.output / "2026-Q3").iterdir())
        code, out, err = cartera("tidy", "--dry-run", "--company", company)
        assert (code, err, out.count("\n")) == (0, "", 3)
        assert (str(old) in out, str(new) in out, old.is_file()) == (True, False, True)
        with warehouse.run_lock("2026-Q3"):
            assert cartera("tidy", "--company", company)[0] == 1
            assert old.is_file()
    code, out, err = cartera("tidy", "--company", company)
    assert (code, err) == (0, "")
    assert out == (
        "No longer kept by [retention], and removed: "
        "1 file of the output place, 1 copy of the archive.\n"
    )
    assert (old.is_file(), new.is_file()) == (False, True)
    assert cartera("tidy", "--company", company)[1] == (
        "There is nothing that [retention] no longer keeps.\n"
    )
