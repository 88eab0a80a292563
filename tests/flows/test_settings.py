"""cartera.toml: what it says, and the one sentence for whatever is wrong in it."""

from pathlib import Path

import pytest

from flows.settings import SettingsInvalidError, SettingsMissingError, load_settings

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
        ("[company", "not readable as TOML"),
        (COMPANY + "[policy]\nmaterialty = 1", r"policy.materialty: unknown key"),
        (COMPANY + "[policy.renewal]\nfloor = 1", r"policy.renewal.floor: unknown key"),
        (COMPANY + "[policy.signals]\nuse_fal = 1", r"policy.signals.use_fal: unknown key"),
        (COMPANY + "[policy.signals]\nuse_fall = 15", "use_fall is 15.0, and lies between 0 and 1"),
        (COMPANY + "[policy.signals]\ncomplaints = 0", "are at least 1"),
        (
            COMPANY + "[policy.relationship]\nweak_points = 80",
            "weak_points lies above strong_points",
        ),
        (COMPANY + "[policy.relationship_scales]\ncsat = [[1, 0], [0, 9]]", "by rising figure"),
        (COMPANY + "[polices]\nx = 1", r"polices: unknown key"),
        (COMPANY.replace("MXN", "PESO"), "'PESO' is not an ISO 4217 currency"),
        (COMPANY.replace("America/Mexico_City", "Mexico"), "'Mexico' is not a time zone"),
        (COMPANY.replace("America/Mexico_City", "Mars/Base"), "'Mars/Base' is not a time"),
        ("[company]\ntime_zone = 'UTC'", r"company.name: missing"),
        (COMPANY + 'languages = ["fr"]', "languages are some of en, es"),
        (COMPANY + "fiscal_start_month = 13", "from 1 to 12"),
    ],
)
def test_each_mistake_gets_its_place_and_one_sentence(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(SettingsInvalidError, match=told) as failure:
        load_settings(written(tmp_path, text))
    assert "cartera.toml" in str(failure.value)
    assert "\n" not in str(failure.value).replace(str(tmp_path), "")
