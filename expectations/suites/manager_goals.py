"""What must hold of targets of managers and teams."""

from expectations.suite import Suite
from expectations.vocabulary import described, most_rows_usable, rows_once
from transforms.tables.aims import manager_goals

SUITE = Suite(
    manager_goals,
    each_row=(*described(manager_goals),),
    across_rows=rows_once(manager_goals),
    of_sources=(most_rows_usable(),),
)
