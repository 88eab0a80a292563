"""Sections of cartera.toml that say when a run starts and what it waits for."""

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
