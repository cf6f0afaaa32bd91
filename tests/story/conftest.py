"""One story, lived once: a leader sets up her house from her own lists, and what stood there at each turn."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from dagleder import app
from dagleder.base.clock import FixedClock
from dagleder.exchange.tables import read_table
from dagleder.guide.steps import Step
from dagleder.meetings.files import plan_file
from dagleder.meetings.kinds import PEDAGOGUES, STAFF_MEETING
from dagleder.meetings.plan_year import PlanYear
from dagleder.staff.import_target import STAFF_TARGET
from dagleder.storage.secret import Password
from tests.conftest import NOW
from tests.story.lists import OWN_LIST, PAYROLL

WORDS = "sol sommer solsikke"
YEAR = 2026


@dataclass
class Story:
    """The open house, and what was seen on the way."""

    services: app.Services
    path: Path
    seen: dict[str, Any] = field(default_factory=dict)

    def read_in(self, file: Path) -> Any:
        return self.services.staff.import_staff(read_table(file, STAFF_TARGET))


def live(path: Path) -> Story:
    clock = FixedClock(NOW)
    story = Story(app.create_house(path, name="Lille hus", secret=None, clock=clock), path)
    assert story.services.security is not None
    story.services.security.set_password(WORDS, WORDS)
    _read_lists(story)
    _set_up(story)
    _change_plans(story)
    return story


def _read_lists(story: Story) -> None:
    staff = story.services.staff
    story.seen["own list"] = story.read_in(OWN_LIST)
    story.seen["staff after own list"] = staff.staff_list()
    story.seen["payroll"] = story.read_in(PAYROLL)
    story.seen["staff after payroll"] = staff.staff_list()
    story.seen["again"] = [story.read_in(OWN_LIST), story.read_in(PAYROLL)]
    story.seen["history after lists"] = [step.name for step in story.services.database.history()]


def _set_up(story: Story) -> None:
    guide, meetings = story.services.guide, story.services.meetings
    assert guide is not None
    assert meetings is not None
    guide.accept_minimum(guide.minimum_proposals())
    guide.accept_competences({each.competence.id: each.wanted for each in guide.competence_proposals()})
    guide.accept_closing([proposal for proposal in guide.closing_proposals(YEAR) if proposal.suggested])
    story.seen["laid"] = meetings.plan_year(YEAR)
    story.seen["laid again"] = meetings.plan_year(YEAR)
    meetings.issue_version(YEAR)
    story.seen["first calendar"] = plan_file(meetings.plan(PlanYear(YEAR)), Path("plan.ics"))
    guide.reach(Step.CALENDAR)
    guide.finish()
    story.seen["guide"] = guide.state()


def _change_plans(story: Story) -> None:
    """One meeting moved, one cancelled, the cancelling undone and redone."""
    meetings, database = story.services.meetings, story.services.database
    assert meetings is not None
    ahead = [meeting for meeting in meetings.meetings() if meeting.day > NOW.date()]
    moved = next(meeting for meeting in ahead if meeting.kind.key == STAFF_MEETING)
    cancelled = next(meeting for meeting in ahead if meeting.kind.key == PEDAGOGUES)
    meetings.move(moved.id, moved.day + timedelta(days=7), because="vinterferien")
    meetings.cancel(cancelled.id)
    story.seen |= {"moved": moved, "cancelled": cancelled}
    database.undo()
    story.seen["state after undo"] = meetings.meeting(cancelled.id).state
    database.redo()
    story.seen["state after redo"] = meetings.meeting(cancelled.id).state


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    lived = live(tmp_path_factory.mktemp("story") / "Lille hus.dagleder")
    yield lived
    lived.services.close()


def reopened(path: Path) -> app.Services:
    return app.open_house(path, Password(WORDS), FixedClock(NOW))
