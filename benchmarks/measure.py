"""Running a command as a process of its own and noting what it took."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True)
class Cost:
    """What one run took: seconds on the wall clock, seconds of processor time, and peak memory in MB."""

    wall: float
    cpu: float
    memory: float = 0.0


def run(command: Sequence[str], folder: Path, environment: dict[str, str]) -> Cost:
    """Run the command in `folder`. Ends the program with the command's own words when it fails."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=os.environ | environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    assert process.stdout is not None  # noqa: S101  asked for above
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(command)} i {folder} misslyckades:\n{output.decode()[-4000:]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, _megabytes(usage.ru_maxrss))


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(
        median(cost.wall for cost in costs), median(cost.cpu for cost in costs), median(cost.memory for cost in costs)
    )


def _megabytes(resident_size: int) -> float:
    return resident_size / (1024**2 if sys.platform == "darwin" else 1024)
