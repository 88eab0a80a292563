"""Answers to surveys that figures are taken from."""

from transforms.metrics.rows import Rows

ANSWERS = Rows("surveys", lambda context: context.accounts.surveys)
