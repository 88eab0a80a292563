"""Which clients a run is of, where somebody names their accounts."""

import pandas as pd
import pytest

from messages.errors import worded
from pipeline.compute.shards import NoAccountsError, Shard, UnknownAccountError, wanted_clients

SHARD = Shard(0, pd.DataFrame({"account_id": ["A", "B"], "entity_id": ["G", "G"]}))


def test_accounts_stand_for_the_clients_they_belong_to() -> None:
    assert wanted_clients([SHARD], ["A", "B"]) == {"G"}
    assert wanted_clients([SHARD], None) is None


def test_an_account_that_nobody_delivered_is_named() -> None:
    with pytest.raises(UnknownAccountError, match="no account has the id 'C'") as refused:
        wanted_clients([SHARD], ["A", "C"])
    assert "«C»" in worded(refused.value, "es") and refused.value.exit_code == 2


def test_without_any_account_the_file_to_land_is_named() -> None:
    assert "Land the CRM's account export" in worded(NoAccountsError(()), "en")
