"""A pytest plugin for `.ci/run`: where SALESCOACH_CI is 1, a test that is skipped has failed.

Load it with `-p no_skips`, this folder on PYTHONPATH. Tests that are left out by their `long` marker are not
counted, when `--long` was not asked for: the long runs are a selection of their own.
"""

import os
from collections.abc import Generator
from typing import Any

import pytest

EXCUSED = (
    "root may read everything",  # the same fault is provoked without root's rights in test_faults.py
    "root may write everything",
    "PyYAML's own parser takes no tab between words",  # a case of one parser only
    "compares both in one go",
)
"""Reasons that no program can cure."""
STRICT = os.environ.get("SALESCOACH_CI") == "1"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, Any]:
    """A skipped test fails, with the reason."""
    report = yield
    left_out = item.get_closest_marker("long") and not item.config.getoption("--long", default=False)
    if report.skipped and not left_out and not hasattr(report, "wasxfail"):
        _fail(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, Any, Any]:
    """So does a whole file that is skipped while it is collected."""
    report = yield
    if report.skipped:
        _fail(report)
    return report


def _fail(report: Any) -> None:
    reason = str(report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr)
    if STRICT and not reason.endswith(EXCUSED):
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid}: nothing may be skipped here. {reason}"
