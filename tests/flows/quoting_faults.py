"""Faults of the moment that quote a customer's values, in runs and looks of another process; and
all the values that no log may hold."""

from pathlib import Path

from sqlalchemy import create_engine, select

from pipeline.settings import load_settings
from transforms.tables import TABLES
from warehouse.schema import CANONICAL

_NAMES = {"accounts": ("account_name", "domain", "tax_id")}
"""Of clients, which no `personal` column holds."""
_LEAST_LETTERS = 6
"""A module's name such as Web is part of other words; clients and people have longer ones."""

_AT_START = """\
import os, sys

HERE = os.path.dirname(os.path.abspath(__file__))

def hear(event, arguments):
    place = str(arguments[0]) if arguments else ""
    # Prefect loads a flow's own file under another name.
    is_report = "flows.chosen_workers" in sys.modules
    if event == "open" and place.endswith("/salesforce/Contact.csv"):
        once("run", is_report)
    elif event in ("os.scandir", "os.listdir") and "/acme/landing" in place:
        once("look", not is_report and "flows.zones" in sys.modules)

def once(what, is_there):
    waiting = os.path.join(HERE, what)
    if is_there and os.path.exists(waiting):
        with open(waiting, encoding="utf-8") as file:
            quoted = file.read()
        os.rename(waiting, waiting + "-done")
        raise KeyError(quoted)

sys.addaudithook(hear)
"""


def can_break(folder: Path) -> dict[str, str]:
    """The environment of processes that break once `break_once` says so."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(_AT_START, "utf-8")
    return {"PYTHONPATH": str(folder)}


def break_once(folder: Path, quoted: str) -> None:
    """The next run breaks where it first reads contacts, and goes on when it tries again; the next
    look where it first lists what landed. Both faults quote what is given."""
    for what in ("run", "look"):
        (folder / what).write_text(quoted, "utf-8")


def has_broken(folder: Path, what: str) -> bool:
    """Whether the fault has happened."""
    return (folder / f"{what}-done").exists()


def values_of_customers(company: Path) -> set[str]:
    """Every client's names, and every value of a column that names people or may mention them."""
    found: set[str] = set()
    engine = create_engine(load_settings(company).warehouse_url)
    with engine.connect() as connection:
        for name, spec in TABLES.items():
            personal = [column.name for column in spec.columns if column.personal]
            for column in (*personal, *_NAMES.get(name, ())):
                rows = connection.scalars(select(CANONICAL[name].c[column]).distinct())
                found |= {" ".join(str(value).split()) for value in rows if value}
    engine.dispose()
    return {value for value in found if len(value) >= _LEAST_LETTERS}


def found_in(text: str, values: set[str]) -> list[str]:
    """Those of the values that a text holds, however its lines are broken."""
    plain = " ".join(text.split())
    return sorted(value for value in values if value in plain)
