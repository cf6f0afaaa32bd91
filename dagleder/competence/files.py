"""The papers about competences as files: the ending of the name chooses the kind."""

from collections.abc import Sequence
from pathlib import Path

from dagleder.base.errors import UserProblem
from dagleder.competence import reports_overview, reports_profile, reports_vulnerability
from dagleder.competence.overview import Overview
from dagleder.competence.profile import Profile
from dagleder.competence.reports_vulnerability import VulnerabilityReport
from dagleder.exchange.paper import Document
from dagleder.exchange.pdf import render_pdf
from dagleder.exchange.xlsx import Sheet, render_xlsx


def overview_file(overview: Overview, path: Path) -> bytes:
    sheets = (
        reports_overview.overview_sheet(overview),
        reports_overview.totals_sheet(overview),
        reports_overview.courses_sheet(overview),
    )
    return _file(reports_overview.overview_paper(overview), sheets, path)


def profile_file(profile: Profile, path: Path) -> bytes:
    return _file(reports_profile.profile_paper(profile), (reports_profile.profile_sheet(profile),), path)


def vulnerability_file(report: VulnerabilityReport, path: Path) -> bytes:
    sheets = reports_vulnerability.vulnerability_sheets(report)
    return _file(reports_vulnerability.vulnerability_paper(report), sheets, path)


def _file(paper: Document, sheets: Sequence[Sheet], path: Path) -> bytes:
    """UserProblem when there is no such kind of file."""
    ending = path.suffix.casefold()
    if ending == ".pdf":
        return render_pdf(paper)
    if ending == ".xlsx":
        return render_xlsx(sheets, title=paper.title)
    raise UserProblem(f"“{path.name}” skal ende på .pdf eller .xlsx.", field="out")
