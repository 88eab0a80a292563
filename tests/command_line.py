"""What running a command comes back with."""

from collections.abc import Callable

Cartera = Callable[..., tuple[int, str, str]]
"""Runs `cartera` with arguments: exit code, standard output, standard error."""
