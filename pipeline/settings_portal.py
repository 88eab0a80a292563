"""The section [portal] of cartera.toml: signing in by the company's own accounts."""

from pydantic import Field

from pipeline.settings_section import Section


class PortalChoice(Section):
    """An OpenID Connect provider; local accounts alone where none is named.

    The client's secret is in the environment, as CARTERA_PORTAL_SECRET.
    """

    issuer: str = ""
    """Its address, as its tokens say it."""
    client_id: str = ""
    roles_claim: str = "roles"
    """What of a token says what somebody is, such as `roles` or `groups`."""
    roles: dict[str, str] = Field(default_factory=dict[str, str])
    """The portal's role by the provider's word for it; where none is said they are the same."""

    @property
    def is_there(self) -> bool:
        return bool(self.issuer and self.client_id)
