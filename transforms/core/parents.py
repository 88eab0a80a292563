"""Which account is above which."""

import pandas as pd


def ultimate_parents(accounts: pd.DataFrame) -> pd.DataFrame:
    """`account_id` and `entity_id`, the topmost account above it.

    A parent that is not in the table ends the climb; accounts in a cycle become their own
    clients. Both are validation failures, told elsewhere: here they must not crash.
    """
    parent_of = dict(zip(accounts["account_id"], accounts["parent_account_id"], strict=True))

    def top(account: str) -> str:
        seen = {account}
        current = account
        while isinstance(parent := parent_of.get(current), str) and parent in parent_of:
            if parent in seen:
                return account
            seen.add(parent)
            current = parent
        return current

    ids = accounts["account_id"].tolist()
    return pd.DataFrame({"account_id": ids, "entity_id": [top(item) for item in ids]}, dtype="str")
