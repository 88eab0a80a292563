"""Settings of the policy that cannot be are refused in a sentence that says why."""

import pytest

from messages.errors import UnfitValueError, worded
from transforms.core.policy import Policy, RelationshipPolicy


def test_points_of_a_scale_outside_of_the_score_are_refused() -> None:
    with pytest.raises(UnfitValueError, match="csat gives points outside 0 to 100") as refused:
        Policy(relationship_scales={"csat": ((0, 0), (1, 120))})
    assert "relationship_scales.csat" in worded(refused.value.told, "es")


def test_a_line_of_the_class_outside_of_the_score_is_refused() -> None:
    with pytest.raises(UnfitValueError, match="strong_points is 120, and lies between 0 and 100"):
        RelationshipPolicy(strong_points=120)


def test_a_scale_of_no_figure_is_refused() -> None:
    with pytest.raises(UnfitValueError, match="mood is a scale that no score rests on") as refused:
        Policy(relationship_scales={"mood": ((0, 0), (1, 100))})
    assert "no se apoya ninguna nota" in worded(refused.value.told, "es")
