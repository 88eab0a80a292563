"""Written dates and times → days and instants. Only the formats that the mapping states."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from sources.values.month_names import by_letters, in_letters, names_months

_ISO = re.compile(
    r"\d{4}-\d{2}-\d{2}(?P<time>[T ]\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?"
    r"(?P<zone> ?(Z|UTC|[+-]\d{2}(:?\d{2})?))?)?",
    re.ASCII,
)
_UNIX = re.compile(r"-?[0-9]{1,14}(\.[0-9]+)?")
_TIME_DIRECTIVES = re.compile(r"%[HIMSpPfXcz]")
_EXCEL_EPOCH = pd.Timestamp("1899-12-30")
_EARLIEST, _LATEST = pd.Timestamp("1900-01-01"), pd.Timestamp("2200-01-01")


@dataclass(frozen=True)
class Moments:
    """Parsed texts, one entry each; NaT where no format reads it.

    `local` is the wall clock as written (without zone), `instant` the moment in UTC,
    `has_time` whether more than a day was written.
    """

    local: pd.Series
    instant: pd.Series
    has_time: pd.Series


@dataclass(frozen=True)
class DayOrder:
    """What words say of a format and the one with day and month the other way round."""

    written: str
    is_first: bool
    """Whether some word is no date but by the first of the two."""
    is_other: bool
    swappable: pd.Series
    """Which words are two days, as either reads them."""
    days: pd.Series
    """What the first of the two reads."""

    @property
    def is_open(self) -> bool:
        """Whether there are words that could be either, and none that tells."""
        return bool(self.swappable.any()) and not self.is_first and not self.is_other


@dataclass(frozen=True)
class Clock:
    """How a column writes its moments. `zone` is that of times without one; with `either_order`
    it may have day and month the other way round than the formats."""

    formats: tuple[str, ...]
    zone: str
    either_order: bool = False

    def read(self, texts: Sequence[str]) -> Moments:
        """Every text by the first format that fits it. Where day and month may come in either
        order the words tell; where some say the one and some the other, those that could be either
        are not read."""
        words = pd.Series(list(texts), dtype="object")
        local = pd.Series(pd.NaT, index=words.index, dtype="datetime64[us]")
        instant = pd.Series(pd.NaT, index=words.index, dtype="datetime64[us, UTC]")
        has_time = pd.Series(False, index=words.index)
        formats, is_unclear = list(self.formats), pd.Series(False, index=words.index)
        for order in self._orders(words):
            if order.is_first and order.is_other:
                is_unclear |= order.swappable
            elif order.is_other:
                formats[formats.index(order.written)] = _other_way(order.written)
        for written in formats:
            is_open = local.isna() & ~is_unclear & words.str.contains(r"\d", regex=True)
            open_rows = words[is_open]
            if open_rows.empty:
                break
            moments = self._by_format(open_rows, written)
            read = moments.local.notna() & moments.local.between(_EARLIEST, _LATEST)
            found = moments.local.index[read]
            local.loc[found] = moments.local.loc[found]
            instant.loc[found] = moments.instant.loc[found]
            has_time.loc[found] = moments.has_time.loc[found]
        return Moments(local, instant, has_time)

    def day_orders(self, texts: Sequence[str]) -> tuple[DayOrder, ...]:
        """What the texts say of each format that may have day and month in either order."""
        return tuple(self._orders(pd.Series(list(texts), dtype="object")))

    def _orders(self, words: pd.Series) -> Iterator[DayOrder]:
        numeric = (item for item in self.formats if {"%d", "%m"} <= set(re.findall("%.", item)))
        for written in numeric if self.either_order else ():
            first = self._by_format(words, written).local
            second = self._by_format(words, _other_way(written)).local
            is_first, is_other = first.notna() & second.isna(), second.notna() & first.isna()
            swappable = first.notna() & second.notna() & (first != second)
            yield DayOrder(written, bool(is_first.any()), bool(is_other.any()), swappable, first)

    def _by_format(self, words: pd.Series, written: str) -> Moments:
        match written:
            case "iso":
                return self._iso(words)
            case "unix" | "unix_ms":
                return _unix(words, 1 if written == "unix" else 1000)
            case "excel":
                return self._from_local(_excel(words), _is_fraction(words))
            case _ if "%z" in written:
                instant = _strptime(words, written, utc=True)
                return Moments(instant.dt.tz_localize(None), instant, instant.notna())
            case _:
                words = words.where(self._is_of_case(words, written))
                read = _strptime(words, written.replace("%P", "%p"), utc=False)
                has_time = bool(_TIME_DIRECTIVES.search(written))
                return self._from_local(read, pd.Series(has_time, index=words.index))

    def _is_of_case(self, words: pd.Series, written: str) -> pd.Series:
        """Where the formats tell am from AM, the words of this one's: who writes the day first
        writes am, and who writes the month first AM."""
        is_told = any("%P" in item for item in self.formats) and "%p" in written.replace("%P", "%p")
        if not is_told:
            return pd.Series(True, index=words.index)
        is_small = words.str.contains(r"\b[ap]m\b", regex=True)
        return is_small if "%P" in written else ~is_small

    def _iso(self, words: pd.Series) -> Moments:
        matches = [_ISO.fullmatch(word) for word in words]
        zones = [match["zone"] or "" if match else "" for match in matches]
        local_words = [
            match[0].removesuffix(zone).replace(",", ".") if match else None
            for match, zone in zip(matches, zones, strict=True)
        ]
        timed = pd.Series([bool(match and match["time"]) for match in matches], index=words.index)
        local = _iso_parsed(pd.Series(local_words, index=words.index, dtype="object"))
        plain = self._from_local(local, timed)
        offsets = pd.Series([_offset(zone) for zone in zones], index=words.index)
        zoned = (local - offsets).dt.tz_localize("UTC")
        has_zone = np.array([bool(zone) for zone in zones], dtype=bool)
        return Moments(local, plain.instant.where(~has_zone, zoned), timed)

    def _from_local(self, local: pd.Series, has_time: pd.Series) -> Moments:
        """Wall-clock times of the column's zone: an hour that occurs twice is its first."""
        first = np.ones(len(local), dtype=bool)
        zoned = local.dt.tz_localize(self.zone, ambiguous=first, nonexistent="shift_forward")
        return Moments(local, zoned.dt.tz_convert("UTC"), has_time)


def _other_way(written: str) -> str:
    return re.sub("%[dm]", lambda part: "%m" if part[0] == "%d" else "%d", written)


def _iso_parsed(words: pd.Series) -> pd.Series:
    return pd.to_datetime(words, format="ISO8601", errors="coerce").astype("datetime64[us]")


def _offset(zone: str) -> pd.Timedelta:
    """How far a zone written as Z, UTC, +01, -0600 or +05:30 is ahead of UTC."""
    digits = re.sub(r"[^0-9]", "", zone)
    minutes = int(digits[:2] or 0) * 60 + int(digits[2:] or 0)
    return pd.Timedelta(minutes=-minutes if "-" in zone else minutes)


def _strptime(words: pd.Series, written: str, utc: bool) -> pd.Series:
    if names_months(written):
        words, written = in_letters(words), by_letters(written)
    read = pd.to_datetime(words, format=written, errors="coerce", utc=utc)
    return read.astype("datetime64[us, UTC]" if utc else "datetime64[us]")


def _unix(words: pd.Series, per_second: int) -> Moments:
    micro = (_plain_numbers(words) * (1_000_000 // per_second)).round()
    micro = micro.where(micro.abs() < 10**16).astype("Int64")
    instant = pd.to_datetime(micro, unit="us", utc=True).astype("datetime64[us, UTC]")
    return Moments(instant.dt.tz_localize(None), instant, instant.notna())


def _excel(words: pd.Series) -> pd.Series:
    seconds = (_plain_numbers(words) * 86_400).round()
    seconds = seconds.where(seconds.abs() < 10**10).astype("Int64")
    return (_EXCEL_EPOCH + pd.to_timedelta(seconds, unit="s")).astype("datetime64[us]")


def _plain_numbers(words: pd.Series) -> pd.Series:
    """Numbers without marks; missing where the word is something else."""
    return pd.to_numeric(words.where(words.str.fullmatch(_UNIX))).astype("Float64")


def _is_fraction(words: pd.Series) -> pd.Series:
    return words.str.contains(".", regex=False) & ~words.str.endswith(".0")
