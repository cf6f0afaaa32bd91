"""Moving an edge between two bands that meet moves both. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from dagleder.base.dates import DAY_MINUTES
from dagleder.base.errors import UserProblem
from dagleder.settings.places import Band, BandDraft

NEW_NAME, NEW_SHORT = "Nyt tidsrum", "Ny"
_HOUR = 60


def drafts_of(bands: Sequence[Band]) -> list[BandDraft]:
    return [BandDraft(band.name, band.short_name, band.start, band.end, band.id) for band in bands]


def with_start(bands: Sequence[Band], band_id: int, start: int) -> list[BandDraft]:
    """The band begins at `start`; the one that ended where it began ends there, too."""
    before = next(band.start for band in bands if band.id == band_id)
    return [
        replace(draft, start=start)
        if draft.id == band_id
        else replace(draft, end=start)
        if draft.end == before and draft.start < start
        else draft
        for draft in drafts_of(bands)
    ]


def with_end(bands: Sequence[Band], band_id: int, end: int) -> list[BandDraft]:
    """The band ends at `end`; the one that began where it ended begins there, too."""
    before = next(band.end for band in bands if band.id == band_id)
    return [
        replace(draft, end=end)
        if draft.id == band_id
        else replace(draft, start=end)
        if draft.start == before and end < draft.end
        else draft
        for draft in drafts_of(bands)
    ]


def with_new(bands: Sequence[Band]) -> list[BandDraft]:
    """Another band of an hour after the last."""
    latest = max((band.end for band in bands), default=0)
    if latest >= DAY_MINUTES:
        raise UserProblem("Dagens sidste tidsrum slutter ved midnat. Gør det kortere først.")
    return [*drafts_of(bands), BandDraft(NEW_NAME, NEW_SHORT, latest, min(latest + _HOUR, DAY_MINUTES))]


def without(bands: Sequence[Band], band_id: int) -> list[BandDraft]:
    return [draft for draft in drafts_of(bands) if draft.id != band_id]
