"""Receivers of notices on loopback: of webhooks, and of mail; each ends with its block."""

import json
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


@dataclass
class Hook:
    """A webhook: what it was sent, and what it answers, one after the other; then 200."""

    address: str = ""
    taken: list[dict[str, Any]] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)


@contextmanager
def webhook(*answers: int) -> Iterator[Hook]:
    hook = Hook(answers=list(answers))

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            status = hook.answers.pop(0) if hook.answers else 200
            if status == 200:
                hook.taken.append(body)
            self.send_response(status)
            if status in (301, 302):
                self.send_header("Location", "http://127.0.0.1:1/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Receiver) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        hook.address = f"http://127.0.0.1:{server.server_port}/hook/secret-part"
        try:
            yield hook
        finally:
            server.shutdown()
            thread.join(10)


@dataclass
class Post:
    """A mail server: the letters it took."""

    port: int = 0
    letters: list[EmailMessage] = field(default_factory=list)
    refused: frozenset[str] = frozenset()
    """Recipients that it does not know."""
    answers: list[str] = field(default_factory=list)
    """To the next letters, instead of taking them."""

    async def handle_RCPT(self, _server, _session, envelope, address, _options) -> str:
        if address in self.refused:
            return "550 who is that"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope) -> str:
        if self.answers:
            return self.answers.pop(0)
        found = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(found, EmailMessage)
        self.letters.append(found)
        return "250 OK"


@contextmanager
def mail_server(
    certificate: Path | None = None, *, is_ssl: bool = False, refused: frozenset[str] = frozenset()
) -> Iterator[Post]:
    """With a certificate: over STARTTLS, or encrypted from the first byte; then it wants the
    user `cartera` with the password `right`."""
    post = Post(refused=refused)
    given: dict[str, Any] = {}
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        given = {"ssl_context" if is_ssl else "tls_context": context}
        given |= {"authenticator": _authenticated, "auth_require_tls": not is_ssl}
    controller = Controller(post, "127.0.0.1", _free_port(), server_hostname="localhost", **given)
    controller.start()
    post.port = controller.port
    try:
        yield post
    finally:
        controller.stop()


def _authenticated(_server, _session, _envelope, _mechanism, data: LoginPassword) -> AuthResult:
    return AuthResult(success=(data.login, data.password) == (b"cartera", b"right"), handled=False)


def _free_port() -> int:
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        return server.server_port


def make_certificate(path: Path) -> Path:
    """A key and its certificate of 127.0.0.1, in one file, which vouches for itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    names = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return path
