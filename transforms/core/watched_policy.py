"""A company's policy that notes which of its settings somebody reads."""

from dataclasses import dataclass, field, fields, is_dataclass

from transforms.core.policy import Policy

_SETTINGS = frozenset(item.name for item in fields(Policy))


@dataclass(frozen=True)
class _WatchedPart:
    """A section of the policy, read through."""

    section: object
    name: str
    noted: set[str]

    def __getattr__(self, name: str) -> object:
        self.noted.add(f"{self.name}.{name}")
        return getattr(self.section, name)


@dataclass(frozen=True, eq=False)
class WatchedPolicy(Policy):
    """The same settings; `noted` are the keys of those that were read, as `signals.satisfied`.

    >>> policy = WatchedPolicy.of(Policy(lifetime_years=3))
    >>> policy.lifetime_years, policy.renewal.discount_rate, sorted(policy.noted)
    (3, 0.1, ['lifetime_years', 'renewal.discount_rate'])
    """

    noted: set[str] = field(default_factory=set[str])

    @classmethod
    def of(cls, policy: Policy) -> "WatchedPolicy":
        found = cls(**{name: getattr(policy, name) for name in _SETTINGS})
        found.noted.clear()
        return found

    def __getattribute__(self, name: str) -> object:
        value = object.__getattribute__(self, name)
        if name not in _SETTINGS:
            return value
        noted = object.__getattribute__(self, "__dict__").get("noted", set())
        if is_dataclass(value):
            return _WatchedPart(value, name, noted)
        noted.add(name)
        return value
