"""`cartera notify`, as its user sees it."""

from pathlib import Path

import pytest
from command_line import Cartera
from receivers import webhook


def test_a_company_that_tells_nobody_is_one_sentence(cartera: Cartera, company: Path) -> None:
    code, out, err = cartera("notify", "--test", "--company", company)
    assert (code, out) == (2, "")
    assert "[notify] in cartera.toml names nobody to tell" in err


def test_each_way_is_tried_and_told(
    cartera: Cartera, company: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = company / "cartera.toml"
    settings.write_text(settings.read_text() + "\n[notify]\nslack = true\nteams = true\n")
    with webhook() as hook:
        monkeypatch.setenv("CARTERA_SLACK_WEBHOOK", hook.address)
        code, out, err = cartera("notify", "--test", "--company", company)
    assert (code, out) == (1, "Sent to Slack.\n")
    assert err.startswith("Notice to Microsoft Teams not taken: CARTERA_TEAMS_WEBHOOK is not set")
    assert len(hook.taken) == 1


def test_without_a_run_there_is_nothing_to_tell(cartera: Cartera, company: Path) -> None:
    code, out, _ = cartera("notify", "--company", company)
    assert (code, out) == (0, "Everybody has been told of their files.\n")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('addresses = { "Ana" = "ana" }', "ana is not an e-mail address"),
        ('occasions = ["ends"]', "start"),
        ('[notify.mail]\nhost = "h"\nsender = "a@b.example\\nBcc: x@y.example"', "e-mail address"),
        ('[notify.mail]\nhost = "h"\nsender = "a@b.example"\nsecurity = "tls"', "starttls"),
        ("webhook = 'https://example.com/secret'", "webhook"),
    ],
)
def test_what_cannot_be_in_the_settings_is_told(
    cartera: Cartera, company: Path, written: str, said: str
) -> None:
    settings = company / "cartera.toml"
    settings.write_text(settings.read_text() + f"\n[notify]\n{written}\n")
    code, _, err = cartera("notify", "--test", "--company", company)
    assert code != 0
    assert said in err
    assert "Traceback" not in err
    assert "secret" not in err
