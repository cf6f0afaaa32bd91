import logging
import sys
import threading
from pathlib import Path

import pytest

from dagleder.base import log

NAME = "Karen Ulvdal"


@pytest.fixture
def handler(tmp_path):
    handler = log.start_log(tmp_path)
    yield handler
    logging.getLogger().removeHandler(handler)
    for name in log.OUR_LOGGERS:
        logging.getLogger(name).setLevel(logging.NOTSET)
    handler.close()


@pytest.fixture
def written(handler):
    """The text of the log so far, as a function."""
    return lambda: Path(handler.baseFilename).read_text(encoding="utf-8")


@pytest.fixture
def hooks(monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)


def fall(name):
    raise ValueError(f"no such person: {name}")


def stumble(name):
    try:
        fall(name)
    except ValueError as cause:
        raise RuntimeError(name) from cause


def stumble_quietly(name):
    try:
        fall(name)
    except ValueError:
        raise KeyError(name) from None


def fallen():
    with pytest.raises(RuntimeError) as raised:
        stumble(NAME)
    return raised.value


def test_a_plain_line_is_written_with_its_time_and_place(written):
    logging.getLogger("dagleder.storage").info("backup made")
    assert " INFO dagleder.storage backup made" in written()


def test_an_account_says_where_and_never_what(written, logged_errors):
    log.log_unexpected(fallen())
    logged_errors.clear()
    text = written()
    assert "RuntimeError\n  test_log.py:" in text
    assert "caused by ValueError" in text
    assert "in fall" in text
    assert NAME not in text


def test_an_exception_given_to_any_logger_is_written_without_values(written, logged_errors):
    logging.getLogger("ui.pages").error("could not", exc_info=fallen())
    logged_errors.clear()
    assert "could not\nRuntimeError" in written()
    assert NAME not in written()


def test_what_a_library_says_is_left_out_since_it_may_quote(written):
    logging.getLogger("pypdf.reader").warning("cannot read %s", NAME)
    assert " WARNING pypdf.reader (message left out)" in written()


def test_a_cause_that_was_put_away_is_not_told():
    with pytest.raises(KeyError) as raised:
        stumble_quietly(NAME)
    assert "ValueError" not in log.without_values(raised.value)


def test_an_error_that_is_its_own_cause_is_told_once():
    raised = ValueError()
    raised.__cause__ = raised
    assert log.without_values(raised) == "ValueError"


@pytest.mark.usefixtures("hooks")
def test_what_nobody_caught_is_logged_and_told(written, logged_errors):
    told: list[str] = []
    log.catch_unexpected(told.append)
    raised = fallen()
    sys.excepthook(type(raised), raised, raised.__traceback__)
    assert told == [log.without_values(raised)]
    assert "dagleder.base.log: unexpected" in logged_errors.pop()
    assert "unexpected\nRuntimeError" in written()


@pytest.mark.usefixtures("hooks")
def test_a_thread_that_fell_is_told_too(logged_errors):
    told: list[str] = []
    log.catch_unexpected(told.append)
    thread = threading.Thread(target=fall, args=(NAME,))
    thread.start()
    thread.join()
    logged_errors.clear()
    assert told[0].startswith("ValueError\n")


@pytest.mark.usefixtures("hooks")
def test_stopping_by_the_keyboard_is_no_fault(capsys):
    log.catch_unexpected(pytest.fail)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_old_logs_are_rolled_away(handler, written, tmp_path, monkeypatch):
    monkeypatch.setattr(handler, "maxBytes", 200)
    for number in range(40):
        logging.getLogger("ui").info("line %d", number)
    assert len(list(tmp_path.iterdir())) == log.KEPT_FILES + 1
    assert "line 39" in written()
