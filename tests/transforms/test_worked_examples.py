"""Every KPI file has a worked example, and all examples in the pure core hold."""

import doctest
from importlib import import_module
from pkgutil import walk_packages

import pytest
from worked_example import worked_example

import transforms
from transforms.kpis import families

MODULES = sorted(item.name for item in walk_packages(transforms.__path__, "transforms."))


def examples_in(name: str) -> list[doctest.DocTest]:
    found = doctest.DocTestFinder().find(
        import_module(name), extraglobs={"worked_example": worked_example}
    )
    return [test for test in found if test.examples]


@pytest.mark.parametrize("name", [family.name for family in families()])
def test_a_kpi_file_has_a_worked_example(name: str) -> None:
    assert examples_in(f"transforms.kpis.{name}")


@pytest.mark.parametrize("name", [name for name in MODULES if examples_in(name)])
def test_examples_hold(name: str) -> None:
    for example in examples_in(name):
        said: list[str] = []
        result = doctest.DocTestRunner(verbose=False).run(example, out=said.append)
        assert result.failed == 0, "".join(said)
