"""What goes wrong is said in the reader's language, whatever it is."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import Cartera

from cli.words import words_in
from sources.errors import MappingError
from sources.mapping.load import load_mapping

ROOT = Path(__file__).parents[2]
ROOMS = ("cli", "flows", "pipeline", "reports", "sources", "transforms", "warehouse")
ELSEWHERE = {
    "MappingError": "put together by file, line and fault; tested below",
    "UnreadableExportError": "what stops a source has its words in expectations",
    "FileNotOpenedError": "told as what stops its source",
    "SettingsInvalidError": "put together line by line; tested below",
    "MixedCurrenciesError": "a fault of the code",
}
WITH_CLAUSES = ("RefusedError", "ReadableError", "UnreadableError", "UrlError", "BrandFileError")


def texts(node: ast.AST) -> Iterator[str]:
    """Texts among the arguments of a call, with x for their facts."""
    for argument in getattr(node, "args", ()):
        match argument:
            case ast.Constant(value=str() as text):
                yield text
            case ast.JoinedStr(values=values):
                parts = (v.value if isinstance(v, ast.Constant) else "2 x" for v in values)
                yield "".join(map(str, parts))
            case _:
                pass


def trees() -> Iterator[ast.Module]:
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            if "Error(" in text:
                yield ast.parse(text)


def sentences() -> Iterator[str]:
    """Every sentence that a failure of the rooms builds of itself."""
    for tree in trees():
        classes = (node for node in tree.body if isinstance(node, ast.ClassDef))
        for kind in classes:
            is_failure = "CarteraError" in map(ast.unparse, kind.bases)
            if is_failure and kind.name not in ELSEWHERE:
                calls = (item for item in ast.walk(kind) if isinstance(item, ast.Call))
                built = (call for call in calls if ast.unparse(call.func) == "super().__init__")
                yield from (text for call in built for text in texts(call))


def clauses() -> Iterator[str]:
    """What is handed to failures whose sentence says why."""
    for tree in trees():
        for node in ast.walk(tree):
            is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if is_call and node.func.id.endswith(WITH_CLAUSES):  # type: ignore[union-attr]
                yield from texts(node)


def mapping_faults() -> Iterator[str]:
    """What can be wrong in a mapping, with and without a word that comes near."""
    tree = ast.parse((ROOT / "sources" / "mapping" / "check.py").read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="Fault"), args=[_, what]):
                yield from told_with_hints(what)
            case ast.FunctionDef(name="_misfit", body=body):
                returned = (
                    item.value
                    for part in body
                    for item in ast.walk(part)
                    if isinstance(item, ast.Return)
                )
                for what in returned:
                    yield from told_with_hints(what)
            case _:
                pass


def told_with_hints(what: ast.expr | None) -> Iterator[str]:
    for hint in ("; did you mean 'x'?", "; it is one of x, y"):
        match what:
            case ast.Constant(value=str() as text) if text:
                yield text
            case ast.JoinedStr(values=values):
                yield "".join(
                    str(v.value)
                    if isinstance(v, ast.Constant)
                    else hint
                    if "meant" in ast.unparse(v)
                    else "x"
                    for v in values
                )
            case _:
                pass


def test_every_fault_of_a_mapping_has_words_in_spanish() -> None:
    told = [f"acme.toml line 3: {fault}" for fault in mapping_faults()]
    assert len(told) > 80
    said = map(words_in("es").failure, told)
    assert [text for text, fault in zip(said, mapping_faults(), strict=True) if fault in text] == []


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('pattern = "a.csv"\nformat = "tsv"', "línea 4: «format»: debe ser 'csv', 'json', 'jsonl'"),
        ('pattern = "a.csv"\nheader_line = 0', "línea 4: «header_line»: debe ser al menos 1"),
        ('pattern = "a.csv"\nheader_line = "x"', "línea 4: «header_line»: debe ser un número ent"),
        ("pattern = 5", "línea 3: «pattern»: debe ser un texto entre comillas"),
        ('pattern = "a.csv"\nlookups = "x"', "línea 4: «lookups»: debe ser una lista"),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_kind_in_a_mapping_is_told_in_spanish(
    written: str, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "acme.toml"
    path.write_text(f'source = "acme"\n[[files]]\n{written}\nunused = "x"\n', encoding="utf-8")
    with pytest.raises(MappingError) as refused:
        load_mapping(path)
    assert said in words_in("es").failure(str(refused.value))


def test_every_failure_has_words_in_spanish() -> None:
    spanish, told = words_in("es"), list(sentences())
    assert len(told) > 45
    assert [text for text in told if spanish.failure(text) == text] == []
    assert {words_in("en").failure(text) for text in told} == set(told)


def test_why_a_file_is_refused_has_words_in_spanish() -> None:
    told = [f"a.xlsx is not imported: {clause}." for clause in clauses()]
    assert len(told) > 15
    said = map(words_in("es").failure, told)
    assert [text for text, clause in zip(said, clauses(), strict=True) if clause in text] == []


def test_faults_of_the_settings_are_said_line_by_line() -> None:
    told = (
        "acme/cartera.toml has 2 faults; mend them and run again:\n"
        "  line 3: company.nam: unknown key; did you mean 'name'?\n"
        "  line 9: run.workers: Input should be a valid integer, unable to parse string"
    )
    assert words_in("es").failure(told).splitlines() == [
        "acme/cartera.toml tiene 2 fallas; corríjalas y ejecute de nuevo:",
        "  línea 3: company.nam: clave desconocida; ¿quiso decir «name»?",
        "  línea 9: run.workers: debe ser un número entero",
    ]
    alone = "acme/cartera.toml line 3: company.name: missing. Mend it and run again."
    assert (
        words_in("es").failure(alone).startswith("acme/cartera.toml línea 3: company.name: falta")
    )


def test_a_name_that_several_have_is_told_in_the_language_asked_for(
    cartera: Cartera, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spanish = words_in("es")
    told = "2 clients are called 'Acme' (A1, A2): give the id of the one you mean."
    assert spanish.failure(told) == (
        "2 clientes se llaman «Acme» (A1, A2): dé el identificador del que busca."
    )
    _, _, err = cartera("check", "--company", tmp_path, "--lang", "es")
    assert "no está: ejecute el comando en la carpeta" in err


def test_a_count_of_one_is_said_in_the_singular() -> None:
    facts = {"landed_at": "2026-10-01", "files": 1, "rows": 1, "quarantined": 1}
    assert words_in("es").say("delivery_new", **facts) == (
        "2026-10-01: 1 archivo, 1 fila cargada, 1 apartada"
    )
    facts |= {"files": 2, "rows": 0}
    assert words_in("en").say("delivery_new", **facts) == (
        "2026-10-01: 2 files, 0 rows loaded, 1 kept out"
    )
