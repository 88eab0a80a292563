"""Settings and mappings that cannot be are told by file and line in the reader's language."""

from pathlib import Path

import pytest

from messages.clause import clause
from messages.errors import CarteraError, worded
from pipeline.settings import load_settings
from sources.mapping.load import load_mapping

COMPANY = '[company]\nname = "Acme"\n'


def refused_settings(folder: Path, text: str) -> CarteraError:
    (folder / "cartera.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CarteraError) as refused:
        load_settings(folder)
    return refused.value


@pytest.mark.parametrize(
    ("written", "english", "spanish"),
    [
        (
            '[policy]\nbusiness_opens = "nine"\n',
            "line 4: policy.business_opens: input should be a time such as 09:00.",
            "línea 4: policy.business_opens: debe ser una hora como 09:00.",
        ),
        (
            '[run]\nworkers = "x"\n',
            "line 4: run.workers: input should be a valid integer.",
            "línea 4: run.workers: debe ser un número entero.",
        ),
        (
            "[run]\nworkers = 0\n",
            "line 4: run.workers: input should be greater than or equal to 1.",
            "línea 4: run.workers: debe ser al menos 1.",
        ),
        (
            "[policy.relationship]\nweak_points = 90\nstrong_points = 80\n",
            "line 4: policy.relationship: weak_points lies above strong_points.",
            "línea 4: policy.relationship: weak_points queda por encima de strong_points.",
        ),
        (
            '[policy]\nchurn_date = "soon"\n',
            "line 4: policy.churn_date: input should be 'service_end' or",
            "línea 4: policy.churn_date: debe ser 'service_end' o",
        ),
        (
            '[places]\nlandin = "x"\n',
            "line 4: places.landin: unknown key; did you mean 'landing'? Mend",
            "línea 4: places.landin: clave desconocida; ¿quiso decir «landing»? Corríjala",
        ),
        (
            '[policy]\nrelationship_scales = { nps = "x" }\n',
            "line 4: policy.relationship_scales.nps: input should be a valid list.",
            "línea 4: policy.relationship_scales.nps: debe ser una lista",
        ),
    ],
)
def test_a_setting_that_cannot_be(written: str, english: str, spanish: str, tmp_path: Path) -> None:
    error = refused_settings(tmp_path, COMPANY + written)
    assert english in worded(error, "en")
    assert spanish in worded(error, "es")


def test_several_faults_are_told_line_by_line(tmp_path: Path) -> None:
    error = refused_settings(tmp_path, '[company]\nnam = "A"\n[run]\nworkers = "x"\n')
    assert (
        worded(error, "es")
        .splitlines()[0]
        .endswith("cartera.toml tiene 2 fallas; corríjalas y ejecute de nuevo:")
    )
    assert worded(error, "es").splitlines()[1:] == [
        "  línea 2: company.nam: clave desconocida; ¿quiso decir «name»?",
        "  línea 4: run.workers: debe ser un número entero",
    ]


@pytest.mark.parametrize(
    ("written", "spanish"),
    [
        ('pattern = "a.csv"\nformat = "tsv"', "línea 4: «format»: debe ser 'csv', 'json', 'jsonl'"),
        ('pattern = "a.csv"\nheader_line = 0', "línea 4: «header_line»: debe ser al menos 1"),
        ('pattern = "a.csv"\nheader_line = "x"', "línea 4: «header_line»: debe ser un número ent"),
        ("pattern = 5", "línea 3: «pattern»: debe ser un texto entre comillas"),
        ('pattern = "a.csv"\nlookups = "x"', "línea 4: «lookups»: debe ser una lista"),
        ('pattern = "a.csv"\nlayout = 1', "línea 4: clave desconocida «layout»"),
    ],
)
def test_a_mapping_that_cannot_be(written: str, spanish: str, tmp_path: Path) -> None:
    path = tmp_path / "acme.toml"
    path.write_text(f'source = "acme"\n[[files]]\n{written}\nunused = "x"\n', encoding="utf-8")
    with pytest.raises(CarteraError) as refused:
        load_mapping(path)
    assert f"acme.toml {spanish}" in worded(refused.value, "es")


def test_a_text_that_ends_within_a_character_is_told_in_words() -> None:
    facts = {"line": 3, "encoding": "utf-8", "byte": "end"}
    told = clause("export-line-not-as-marked", **facts)
    assert "(the end), as it begins" in worded(told, "en")
    assert "(el final), como empieza" in worded(told, "es")
