"""The formulas behind the worth of money that comes and goes in parts of a year, and later."""

from transforms.renewals.value import YEAR_DAYS, YEAR_MONTHS


def in_parts(months: str) -> str:
    """Worth at the year's start of one a year that falls due at the start of every `months`: a
    geometric series. `months` is a name or a cell."""
    parts, part = f"({YEAR_MONTHS}/{months})", f"({months}/{YEAR_MONTHS})"
    series = f"(1-1/(1+in_discount_rate))/({parts}*(1-(1+in_discount_rate)^(-{part})))"
    return f"IF(in_discount_rate=0,1,{series})"


def mean_lag(months: str, days: str) -> str:
    """Years from the start of a year to its payment, on the mean of its parts."""
    return f"({YEAR_MONTHS}-{months})/{2 * YEAR_MONTHS}+{days}/{YEAR_DAYS}"


def paid_worth(months: str, days: str) -> str:
    """Worth at the year's start of one a year that is invoiced every `months` and paid `days`
    after the start of what each invoice is for."""
    return f"{in_parts(months)}*(1+in_discount_rate)^(-{days}/{YEAR_DAYS})"


def price_growth(year: int, years: str, uplift: str) -> str:
    """By how much a later year's price is above that of the year before it, as a factor: as the
    contract agrees it, else by the uplift inside the term or after it."""
    usual = f"IF({year}<={years},{uplift},in_price_uplift)"
    return f"(1+IF(ISNUMBER(in_step_{year}),in_step_{year},{usual}))"
