"""Notices by e-mail, over the company's own mail server."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

from delivery.errors import OpenPasswordError, connection_fault
from delivery.notice import Notice
from delivery.patience import patiently
from delivery.security import Security
from messages.clause import Clause, clause

_SECONDS = 20
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class MailServer:
    """A server that takes mail, and who we are there."""

    host: str
    port: int
    security: Security
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Raises OpenPasswordError where the password would be read by others on its way."""
        if self.user and self.security is Security.NONE and self.host not in _LOOPBACK:
            raise OpenPasswordError(self.host)

    def send(self, recipient: str, notice: Notice) -> None:
        """One mail to one address. Raises NotTakenError where the server does not take it after
        three tries."""
        patiently(lambda: self._sent(recipient, notice))

    def _sent(self, recipient: str, notice: Notice) -> tuple[Clause | None, bool]:
        """Why it was not taken, and whether that may heal by itself. A server that does not answer
        has had its time: there may be many letters."""
        try:
            with self._connected() as connection:
                connection.send_message(self._message(recipient, notice))
        except smtplib.SMTPException as error:
            return _why(error), _is_of_the_moment(error)
        except OSError as error:
            return connection_fault(error), not isinstance(error, TimeoutError | ssl.SSLError)
        except ValueError:  # an address that is none
            return clause("notice-no-address"), False
        return None, False

    @contextmanager
    def _connected(self) -> Iterator[smtplib.SMTP]:
        trusted = ssl.create_default_context()
        if self.security is Security.SSL:
            opened = smtplib.SMTP_SSL(self.host, self.port, timeout=_SECONDS, context=trusted)
        else:
            opened = smtplib.SMTP(self.host, self.port, timeout=_SECONDS)
        with opened as connection:
            if self.security is Security.STARTTLS:
                connection.starttls(context=trusted)
            if self.user:
                connection.login(self.user, self.password)
            yield connection

    def _message(self, recipient: str, notice: Notice) -> EmailMessage:
        """The same notice has the same id when it is sent again: mailboxes show it once."""
        message, domain = EmailMessage(), self.sender.rpartition("@")[2].rstrip(">")
        message["From"], message["To"] = self.sender, recipient
        message["Subject"] = " ".join(notice.title.split())
        message["Date"] = formatdate()
        message["Message-ID"] = (
            f"<{notice.key}@{domain}>" if notice.key else make_msgid(domain=domain)
        )
        message["Auto-Submitted"] = "auto-generated"
        message.set_content("\n".join([notice.title, "", *notice.lines, ""]))
        return message


def _is_of_the_moment(error: smtplib.SMTPException) -> bool:
    """Whether the server says so, by a status below 500, or just hung up."""
    if isinstance(error, smtplib.SMTPResponseException):
        return error.smtp_code < 500
    return isinstance(error, smtplib.SMTPServerDisconnected)


def _why(error: smtplib.SMTPException) -> Clause:
    """What a person can mend; the server's own words may quote what it was sent."""
    match error:
        case smtplib.SMTPAuthenticationError():
            return clause("notice-mail-password")
        case smtplib.SMTPRecipientsRefused():
            return clause("notice-mail-recipient")
        case smtplib.SMTPNotSupportedError():
            return clause("notice-mail-security")
        case smtplib.SMTPResponseException(smtp_code=status):
            return clause("notice-answered", status=status)
        case _:
            return clause("os-connection-lost")
