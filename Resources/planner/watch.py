"""How far a run is, and how it ends."""

import math, threading, time


class Stopped(Exception):
    """Somebody asked for the plan as it is."""


class Watch:
    """Says how far the work is, and ends it: when somebody asks, or when the safety net of seconds is used up (only then the clock decides)."""

    def __init__(self, seconds, out):
        self.end, self.asked, self.out, self.late = time.monotonic() + seconds, threading.Event(), out, False

    def look(self):
        self.late = time.monotonic() > self.end
        if self.late or self.asked.is_set():
            raise Stopped

    def left(self):
        return max(1.0, self.end - time.monotonic())

    def say(self, step, value, bound, groups):
        bound = None if bound is None or not math.isfinite(bound) else bound
        gap = None if bound is None or value is None else gap_of(value, bound)
        self.out(
            {
                "step": step,
                "value": None if value is None else round(value, 2),
                "bound": None if bound is None else round(bound, 2),
                "gap": None if gap is None else round(gap, 4),
                "groups": groups,
            }
        )


def gap_of(value, bound):
    """The part of the bound that the plan does not reach, 0 … 1."""
    return max(0.0, (bound - value) / bound) if bound > 1e-9 else 0.0
