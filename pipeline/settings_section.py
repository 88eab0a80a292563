"""Sections of cartera.toml that say when a run starts, what it waits for and what it brings."""

from datetime import time

from pydantic import BaseModel, ConfigDict, Field


class Section(BaseModel):
    """A part of cartera.toml: unknown keys are faults, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Schedule(Section):
    """When the deployed runs start, in the company's time zone."""

    business_day: int = Field(default=3, ge=1, le=15)
    """Of the month; public holidays of the company's country are none."""
    at: time = time(6)
    awaited: tuple[str, ...] = ()
    """Files without which a month is not complete, as patterns inside a delivery's folder."""


class FetchedSystem(Section):
    """A system whose answers are fetched."""

    system: str
    """Its shipped name."""
    address: str = ""
    """Where it is not the vendor's own, such as a sandbox or a proxy."""


class Fetching(Section):
    """What `cartera fetch` brings."""

    systems: tuple[FetchedSystem, ...] = ()
