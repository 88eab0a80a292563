"""Secrets that Prefect keeps: blocks of its type Secret."""

from typing import cast

from prefect.blocks.system import Secret


def secret_block(variable: str) -> str:
    """What the block says that is named like the variable, such as `cartera-teams-webhook`;
    empty where there is none."""
    try:
        block = Secret.load(variable.lower().replace("_", "-"))
    except ValueError:
        return ""
    return str(cast("Secret[str]", block).get())
