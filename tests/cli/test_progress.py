"""Progress: told on a terminal alone, a few times a second, with the rate of late and the time that is left."""

import io

from lexdocs.cli.progress import told_in_progress


class Screen(io.StringIO):
    """What is written, as a terminal or not."""

    def __init__(self, *, watched: bool) -> None:
        super().__init__()
        self.watched = watched

    def isatty(self) -> bool:
        return self.watched


def told(steps, *, watched=True):
    """What is told of statements done at some seconds, of 1,000,000."""
    screen, now = Screen(watched=watched), [0.0]
    heard = told_in_progress(screen, lambda: now[0])
    for second, done in steps:
        now[0] = second
        heard(done, 1_000_000)
    lines = screen.getvalue().split("\r")[1:]
    assert [line.endswith("\n") for line in lines] == [line.startswith("1,000,000 of") for line in lines]
    return [line.strip() for line in lines]


def test_nothing_is_told_where_nobody_looks():
    assert told([(1, 10), (2, 1_000_000)], watched=False) == []


def test_the_rate_and_the_time_left_are_told():
    assert told([(10, 100_000), (20, 200_000), (100, 1_000_000)]) == [
        "100,000 of 1,000,000 statements, 10,000/s, 1:30 left",
        "200,000 of 1,000,000 statements, 10,000/s, 1:20 left",
        "1,000,000 of 1,000,000 statements, 10,000/s; putting them together",
    ]


def test_it_is_told_a_few_times_a_second_and_at_the_end():
    steps = [(1 + part / 100, 1_000 * part) for part in range(100)]
    assert 3 <= len(told(steps)) <= 4
    assert len(told([(1, 10), (1.01, 1_000_000)])) == 2


def test_what_lay_there_already_does_not_count_for_long():
    steps = [(0.1, 900_000), *((second, 900_000 + 100 * second) for second in range(1, 100))]
    assert told(steps)[-1] == "909,900 of 1,000,000 statements, 100/s, 15:01 left"
