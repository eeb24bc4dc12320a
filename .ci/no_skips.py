"""A pytest plugin for `.ci/run`: where SALESCOACH_CI is 1, a test that is skipped has failed.

Load it with `-p no_skips`, this folder on PYTHONPATH. Tests that are left out by their `long` marker are not
counted, when `--long` was not asked for: the long runs are a selection of their own.
"""

import os
from collections.abc import Generator
from typing import Any

import pytest


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, Any]:
    """Turn the report of a skipped test into a failure that gives the reason."""
    report = yield
    left_out = item.get_closest_marker("long") and not item.config.getoption("--long", default=False)
    if (
        os.environ.get("SALESCOACH_CI") == "1"
        and report.skipped
        and not left_out
        and not hasattr(report, "wasxfail")
    ):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid}: nothing may be skipped here. {reason}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Generator[None, Any, Any]:
    """The same for a whole file that was skipped while it was collected."""
    report = yield
    if os.environ.get("SALESCOACH_CI") == "1" and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"{collector.nodeid}: nothing may be skipped here. {report.longrepr}"
    return report
