"""Signing in by the company's own accounts: OpenID Connect, code with PKCE."""

import json
import os
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.httpx_client import OAuth2Client
from httpx2 import HTTPError
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from pipeline.settings_portal import PortalChoice
from portal.grants import Role

_OUR_VARIABLE = "CARTERA_PORTAL_SECRET"
_SECONDS = 15
_ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA"]


class NotIdentifiedError(Exception):
    """The provider did not say, or not soundly, who it is."""


@dataclass(frozen=True)
class Begun:
    """What the browser keeps while its reader is at the provider."""

    state: str
    nonce: str
    verifier: str
    to: str
    """The page to go on to."""

    def packed(self) -> str:
        return urlsafe_b64encode(json.dumps(asdict(self)).encode()).decode()

    @classmethod
    def unpacked(cls, text: str) -> "Begun":
        """Raises NotIdentifiedError for what is none."""
        try:
            found = cls(**json.loads(urlsafe_b64decode(text.encode())))
        except (ValueError, TypeError) as error:
            raise NotIdentifiedError from error
        if not all(isinstance(said, str) and said for said in asdict(found).values()):
            raise NotIdentifiedError  # an empty state or nonce would be compared with nothing
        return found


@dataclass(frozen=True)
class Identified:
    """Who the provider says it is."""

    email: str
    name: str
    roles: frozenset[str]


def begun(to: str) -> Begun:
    """Nobody can guess any of it."""
    return Begun(*(secrets.token_urlsafe(32) for _ in range(3)), to=to)


def address_of(choice: PortalChoice, started: Begun, back: str) -> str:
    """Where the reader signs in; raises NotIdentifiedError where the provider is not there."""
    try:
        with _client(choice, back) as client:
            url, _ = client.create_authorization_url(
                _told(choice.issuer)["authorization_endpoint"],
                state=started.state,
                nonce=started.nonce,
                code_verifier=started.verifier,
            )
    except (HTTPError, ValueError, KeyError, AuthlibBaseError) as error:
        raise NotIdentifiedError from error
    return str(url)


def identified(choice: PortalChoice, started: Begun, back: str, answer: str) -> Identified:
    """Who came back with an answer, the whole address; raises NotIdentifiedError."""
    told = _told(choice.issuer)
    try:
        with _client(choice, back) as client:
            token = client.fetch_token(
                told["token_endpoint"],
                authorization_response=answer,
                state=started.state,
                code_verifier=started.verifier,
            )
            keys = client.request("GET", told["jwks_uri"], withhold_token=True).json()
        claims = _claims(choice, str(token["id_token"]), keys, started.nonce)
    except (HTTPError, ValueError, KeyError, AuthlibBaseError, JoseError) as error:
        raise NotIdentifiedError from error
    return _person(choice, claims)


def _claims(choice: PortalChoice, token: str, keys: Any, nonce: str) -> dict[str, Any]:
    """What a token says that this provider signed, for us, now, and for this very sign-in."""
    found = jwt.decode(token, KeySet.import_key_set(keys), algorithms=_ALGORITHMS).claims
    jwt.JWTClaimsRegistry(
        leeway=60,
        iss={"essential": True, "value": choice.issuer},
        aud={"essential": True, "value": choice.client_id},
        exp={"essential": True},
        nonce={"essential": True, "value": nonce},
    ).validate(found)
    return dict(found)


def _person(choice: PortalChoice, claims: dict[str, Any]) -> Identified:
    """Raises NotIdentifiedError without an address that the provider vouches for."""
    email = str(claims.get("email") or "").strip().lower()
    if not email or claims.get("email_verified") is False:
        raise NotIdentifiedError
    said = claims.get(choice.roles_claim) or ()
    words = [said] if isinstance(said, str) else [str(word) for word in said]
    known = {choice.roles.get(word, word if not choice.roles else "") for word in words}
    return Identified(email, str(claims.get("name") or email), frozenset(known & set(Role)))


def _client(choice: PortalChoice, back: str) -> Any:  # Authlib has no types of its own
    return OAuth2Client(
        choice.client_id,
        os.environ.get(_OUR_VARIABLE, ""),
        scope="openid email profile",
        redirect_uri=back,
        code_challenge_method="S256",
        timeout=_SECONDS,
    )


@lru_cache(maxsize=8)
def _told(issuer: str) -> dict[str, Any]:
    """What the provider says of itself, asked once."""
    try:
        asking: Any = OAuth2Client(timeout=_SECONDS)
        with asking as client:
            url = f"{issuer.rstrip('/')}/.well-known/openid-configuration"
            found = client.request("GET", url, withhold_token=True).json()
    except (HTTPError, ValueError, AuthlibBaseError) as error:
        raise NotIdentifiedError from error
    if found.get("issuer") != issuer:
        raise NotIdentifiedError
    return found
