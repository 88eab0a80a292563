"""What waits for our teams: how much, and how long what is late does."""

from transforms.service.delivery_tasks import WaitingTask, held_up


def waiting(team: str, days_late: int | None) -> WaitingTask:
    return WaitingTask(team, "a1", "Task", "Project", None, days_late)


def test_teams_stand_by_what_they_hold_up_and_only_what_is_late_is_measured() -> None:
    days = {"Legal": (None, 0), "integrations": (4,), "Data": (20, 10, 0, 3)}
    found = held_up(waiting(team, late) for team, every in days.items() for late in every)
    assert [(item.team, len(item.tasks)) for item in found] == [
        ("Data", 4), ("Legal", 2), ("integrations", 1),
    ]  # fmt: skip
    data, legal, _ = found
    assert (data.late, data.median_days, data.longest_days) == (3, 10, 20)
    assert (legal.late, legal.median_days, legal.longest_days) == (0, None, None)
