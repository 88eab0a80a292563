"""Unknown exports → a proposed mapping, with a confidence and the evidence for each guess."""

from sources.mapper.guesses import Company
from sources.mapper.propose import Proposal, propose

__all__ = ["Company", "Proposal", "propose"]
