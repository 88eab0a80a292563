"""cartera.toml: what it says, and the one sentence for whatever is wrong in it."""

from pathlib import Path

import pytest

from pipeline.settings import (
    SettingsInvalidError,
    SettingsMissingError,
    company_folder,
    load_settings,
)

COMPANY = """
[company]
name = "Norte"
time_zone = "America/Mexico_City"
reporting_currency = "MXN"
"""


def written(folder: Path, text: str) -> Path:
    (folder / "cartera.toml").write_text(text, encoding="utf-8")
    return folder


def test_places_are_taken_from_the_files_folder(tmp_path: Path) -> None:
    settings = load_settings(written(tmp_path, COMPANY + '[places]\noutput = "out"'))
    assert settings.output == tmp_path / "out"
    assert settings.warehouse_url == f"sqlite:///{tmp_path}/warehouse.db"


def test_the_environment_wins_over_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARTERA_WAREHOUSE__URL", "postgresql+psycopg://db/cartera")
    assert load_settings(written(tmp_path, COMPANY)).warehouse_url.startswith("postgresql")


def test_the_environments_folder_is_no_company_section(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARTERA_COMPANY", str(tmp_path))
    monkeypatch.setenv("CARTERA_COMPANY__NAME", "Sur")
    written(tmp_path, COMPANY)
    assert load_settings(company_folder("")).company.name == "Sur"
    assert company_folder("acme") == Path("acme")
    monkeypatch.setenv("CARTERA_COMPANY", "")
    assert company_folder("") == Path()


@pytest.mark.parametrize(
    ("variable", "said"),
    [
        ("CARTERA_WAREHOUSE", "sqlite:///other.db"),
        ("CARTERA_SOURCES", "stripe"),
        ("CARTERA_POLICY", "strict"),
        ("CARTERA_COMPANY__LANGUAGES", "es"),
        ("CARTERA_COMPANY__TIME_ZONE", "Marte"),
        ("CARTERA_POLICY__LIFETIME_YEARS", "many"),
    ],
)
def test_a_variable_that_cannot_be_read_is_named_and_not_a_line_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, said: str
) -> None:
    text = COMPANY + 'languages = ["es"]\n[warehouse]\n[policy]\nlifetime_years = 3\n'
    monkeypatch.setenv("CARTERA_COMPANY", str(tmp_path))
    monkeypatch.setenv(variable, said)
    with pytest.raises(SettingsInvalidError) as failure:
        load_settings(written(tmp_path, text))
    assert f"environment variable {variable}: " in str(failure.value)
    assert "line" not in str(failure.value)


def test_the_policy_keeps_its_defaults_beside_what_is_written(tmp_path: Path) -> None:
    text = COMPANY + "[policy]\nmateriality_ratio = 0.1\n[policy.renewal]\nmargin_floor = 0.5\n"
    policy = load_settings(written(tmp_path, text)).policy
    assert (policy.materiality_ratio, policy.minimum_nps_answers) == (0.1, 5)
    assert (policy.renewal.margin_floor, policy.renewal.window_days) == (0.5, 180)
    assert policy.reporting_currency == "MXN"


def test_a_folder_without_settings_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SettingsMissingError, match="cartera init"):
        load_settings(tmp_path)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[company", "cartera.toml line 1 is not TOML: expected"),
        (
            COMPANY + "[policy]\nmaterialty = 1",
            "materialty: unknown key; did you mean 'materiality_",
        ),
        (
            COMPANY + "[policy.renewal]\nfloor = 1",
            "line 7: policy.renewal.floor: unknown key; did you mean",
        ),
        (COMPANY + "[policy.signals]\nuse_fal = 1", "did you mean 'use_fall'"),
        (
            COMPANY + "[policy.signals]\nuse_fall = 15",
            "line 7: policy.signals: use_fall is 15.0, and",
        ),
        (COMPANY + "[policy.signals]\ncomplaints = 0", "are at least 1"),
        (
            COMPANY + "[policy.renewal]\ncost_months = 5",
            "line 7: policy.renewal: cost_months is 5, which does not divide a year",
        ),
        (
            COMPANY + "[policy.relationship]\nweak_points = 80",
            "weak_points lies above strong_points",
        ),
        (
            COMPANY + "[policy.relationship_scales]\ncsat = [[1, 0], [0, 9]]",
            "line 7: .* by rising figure",
        ),
        (COMPANY + "[polices]\nx = 1", "line 6: polices: unknown key; did you mean 'policy'"),
        (COMPANY.replace("MXN", "PESO"), "line 5: company.reporting_currency: 'PESO' is not an"),
        (COMPANY.replace("America/Mexico_City", "Mexico"), "'Mexico' is not a time zone"),
        (COMPANY.replace("America/Mexico_City", "Mars/Base"), "'Mars/Base' is not a time"),
        ("[company]\ntime_zone = 'UTC'", "line 1: company.name: missing. Mend it"),
        (COMPANY + 'languages = ["fr"]', "languages are some of en, es"),
        (COMPANY + "fiscal_start_month = 13", "from 1 to 12"),
    ],
)
def test_each_mistake_gets_its_place_and_one_sentence(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(SettingsInvalidError, match=told) as failure:
        load_settings(written(tmp_path, text))
    assert "cartera.toml" in str(failure.value)
    assert "\n" not in str(failure.value).replace(str(tmp_path), "")


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARTERA_RUN__WORKERS", "none")
    text = (
        '[company]\nnam = "Norte"\nfiscal_start_month = "x"\n[[sources]]\nmaping = "stripe"\n'
        "[policy]\nlifetime = 3\nminimum_nps_answers = 2.5\n[policy.signals]\ncomplaints = 0\n"
    )
    with pytest.raises(SettingsInvalidError) as failure:
        load_settings(written(tmp_path, text))
    first, *told = str(failure.value).splitlines()
    assert first == f"{tmp_path}/cartera.toml has 7 faults; mend them and run again:"
    assert [line.split(": ")[0:2] for line in told] == [
        ["  environment variable CARTERA_RUN__WORKERS", told[0].split(": ")[1]],
        ["  line 2", "company.nam"],
        ["  line 3", "company.fiscal_start_month"],
        ["  line 5", "sources.maping"],
        ["  line 7", "policy.lifetime"],
        ["  line 8", "policy.minimum_nps_answers"],
        ["  line 10", "policy.signals"],
    ]
    assert [line.rpartition(" ")[2] for line in (told[1], told[3], told[4])] == [
        "'name'?",
        "'mapping'?",
        "'lifetime_years'?",
    ]


@pytest.mark.parametrize(
    "brand", ['confidentiality = { es = "Nuestro" }', 'confidentiality_es = "Nuestro"']
)
def test_the_line_at_the_foot_of_slides_is_said_by_language(tmp_path: Path, brand: str) -> None:
    settings = load_settings(written(tmp_path, f"{COMPANY}[brand]\n{brand}\n"))
    assert settings.brand.confidentiality == {"es": "Nuestro"}


def test_a_language_that_was_added_has_a_line_of_its_own(
    tmp_path: Path, pseudo_language: str
) -> None:
    brand = f'{COMPANY}[brand]\nconfidentiality = {{ {pseudo_language} = "Own" }}\n'
    settings = load_settings(written(tmp_path, brand))
    assert settings.brand.confidentiality == {pseudo_language: "Own"}


def test_a_line_in_a_language_that_there_is_not_is_refused(tmp_path: Path) -> None:
    brand = '[brand]\nconfidentiality = { xx = "Own" }\n'
    with pytest.raises(SettingsInvalidError, match="languages are some of en, es"):
        load_settings(written(tmp_path, COMPANY + brand))
