"""Secrets that Prefect keeps: blocks of its type Secret."""

from typing import cast

from prefect.blocks.system import Secret
from pydantic import SecretStr


def secret_block(variable: str) -> str:
    """What the block says that is named like the variable, such as `cartera-teams-webhook`;
    empty where there is none."""
    try:
        block = Secret.load(_name(variable))
    except ValueError:
        return ""
    # As it stands there: `get` takes a key of digits, such as 1e5, for a number.
    return str(cast("Secret[str]", block).value.get_secret_value())


def keep_secret_block(variable: str, secret: str) -> None:
    """The block says this from now on."""
    Secret(value=SecretStr(secret)).save(_name(variable), overwrite=True)


def _name(variable: str) -> str:
    return variable.lower().replace("_", "-")
