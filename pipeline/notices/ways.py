"""The ways by which a company's settings want people told, and trying each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from delivery.mail import MailServer
from delivery.notice import Notice
from delivery.webhooks import SLACK, TEAMS, slack, teams
from messages.clause import Clause, clause
from messages.errors import CarteraError
from pipeline.secrets import SecretStore, secret
from pipeline.settings_section import Mail, Notify

_TEAMS_WEBHOOK = "CARTERA_TEAMS_WEBHOOK"
_SLACK_WEBHOOK = "CARTERA_SLACK_WEBHOOK"
_MAIL_PASSWORD = "CARTERA_SMTP_PASSWORD"  # noqa: S105 the name of it


@dataclass(frozen=True)
class Way:
    """Somebody who can be told. Its secrets are looked for when it is used."""

    name: str
    send: Callable[[Notice], None]

    def tried(self, make: Callable[[], Notice]) -> Clause | None:
        """Sends it; why it was not taken, or None. Nothing that goes wrong here fails a run."""
        try:
            self.send(make())
        except Exception as error:  # noqa: BLE001 a fault of ours in telling must not cost the files
            return not_sent(error)
        return None


def not_sent(error: Exception) -> Clause:
    """Why a notice was not sent."""
    if isinstance(error, CarteraError):
        return error.clause
    return clause("notice-fault", error=type(error).__name__)


def rooms(notify: Notify, store: SecretStore) -> Iterator[Way]:
    """Whoever is told of runs: rooms of Teams and Slack, and the addresses of `[notify.mail]`."""
    if notify.teams:
        yield Way(TEAMS, lambda notice: teams(secret(_TEAMS_WEBHOOK, store)).send(notice))
    if notify.slack:
        yield Way(SLACK, lambda notice: slack(secret(_SLACK_WEBHOOK, store)).send(notice))
    if notify.mail is not None:
        yield from (mailbox(notify.mail, address, store) for address in notify.mail.to)


def mailbox(mail: Mail, address: str, store: SecretStore) -> Way:
    """One address, over the company's mail server."""
    return Way(address, lambda notice: _server(mail, store).send(address, notice))


def _server(mail: Mail, store: SecretStore) -> MailServer:
    password = secret(_MAIL_PASSWORD, store) if mail.user else ""
    return MailServer(mail.host, mail.usual_port, mail.security, mail.sender, mail.user, password)
