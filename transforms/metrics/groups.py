"""Clients by who looks after them and what kind they are."""

import pandas as pd

from transforms.core.canonical import CanonicalTables
from transforms.metrics.rollup import Grouping
from transforms.sales.unassigned_deals import manager_of

MANAGER = "manager"
TEAM = "team"
SEGMENT = "segment"


def client_groupings(tables: CanonicalTables, clients: pd.Index) -> tuple[Grouping, ...]:
    """Clients by manager, team and segment, as their ultimate parent's account says; a stand-in
    for deals without account is of the manager who works them, if clients are.

    A client without one is in no group of the kind; a kind that no client has is left out.
    """
    own = tables.rows("accounts").set_index("account_id").reindex(clients)
    teams = tables.rows("managers").set_index("manager_id")["team"]
    worked = manager_of(clients)
    worked = worked[worked.isin(own["manager_id"].dropna())]
    managers = own["manager_id"].fillna(worked.reindex(clients))
    kinds = {
        MANAGER: managers,
        TEAM: managers.map(teams),
        SEGMENT: own["segment"],
    }
    named = {kind: owner[owner.notna() & owner.ne("")] for kind, owner in kinds.items()}
    return tuple(Grouping(kind, owner) for kind, owner in named.items() if len(owner))
