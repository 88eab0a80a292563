"""Unknown exports → a proposed mapping, with a confidence and the evidence for each guess."""

from sources.proposer.guesses import Company
from sources.proposer.propose import Proposal, propose

__all__ = ["Company", "Proposal", "propose"]
