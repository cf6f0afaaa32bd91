"""'Udviklingsplaner': open goals and wishes, and who could guide."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal

from dagleder.base.text import and_list
from dagleder.competence.facts import Facts, Holding
from dagleder.competence.guides import Guidance, guidance
from ui.competence.wording import date_in
from ui.context import Context
from ui.kit.actions import Hint
from ui.kit.empty_state import EmptyState
from ui.kit.table import Table
from ui.kit.table_model import TableModel
from ui.kit.table_pane import TablePane
from ui.kit.table_surface import Density
from ui.kit.table_values import CellLook, ChipValue, Column, Group, Grouping

_AGREED, _WISHED = "agreed", "wished"
_GROUPS = {_AGREED: Group("Aftalte mål", "target"), _WISHED: Group("Egne ønsker uden mål", "sprout")}
_FEW = 3
_FILTER = 180


@dataclass(frozen=True)
class Line:
    """Somebody on the way in a competence."""

    pair: tuple[int, int]
    group: str
    who: str
    what: str
    levels: str
    due: date | None
    when: str
    late: bool
    guides: str


COLUMNS = (
    Column("who", "Medarbejder", lambda line: line.who, width=160, least=136),
    Column("what", "Kompetence", lambda line: line.what, width=190, wraps=True, least=150),
    Column("levels", "Nu → mål", lambda line: line.levels, width=124, least=124),
    Column(
        "due",
        "Senest",
        lambda line: line.when,
        sort=lambda line: line.due,
        look=CellLook.CHIP,
        shape=lambda line: (
            ChipValue(line.when, *(("warn", "triangle-alert") if line.late else ())) if line.when else None
        ),
        width=176,
        least=176,
    ),
    Column("guides", "Kan vejlede", lambda line: line.guides, wraps=True),
)


class PlanView(TablePane):
    """`goal_wanted` tells whose goal is to be set or changed."""

    goal_wanted = Signal(int, int)

    def __init__(self, context: Context) -> None:
        model = TableModel(COLUMNS, lambda line: line.pair, Grouping(lambda line: line.group, _GROUPS.__getitem__))
        table = Table(context.theme, model, Density.NORMAL)
        table.setAccessibleName("Mål og ønsker")
        said = (
            "Sæt et mål med M i skemaet, eller vælg et ønske ved siden af det. Så står de her, med dem der kan vejlede."
        )
        super().__init__(
            context.theme, table, EmptyState(context.theme, "Ingen mål eller ønsker endnu", said, "sprout")
        )
        self.filter_field.setMinimumWidth(context.theme.px(_FILTER))
        self.setFocusProxy(table)
        table.opened.connect(lambda line: self.goal_wanted.emit(*line.pair))

    def hints(self) -> tuple[Hint, ...]:
        return (Hint("Enter", "sæt eller ret målet"),) if self.table.rows.shown_rows() else ()

    def show_facts(self, facts: Facts) -> None:
        """Goals by their date, those without one after them; then wishes."""
        lines = [_line(each, facts) for each in guidance(facts)]
        lines.sort(key=lambda line: (line.group, line.due is None, line.due or date.max))
        self.set_rows(lines)


def _line(each: Guidance, facts: Facts) -> Line:
    holding = facts.holding(each.learner_id, each.competence_id)
    goal = holding.goal
    competence, due = facts.competences[each.competence_id], goal.due if goal else None
    levels = f"{_held_text(holding, facts.day)} → ✓" if competence.certificate else f"{each.level} → {each.aim}"
    called = [facts.people[who].called for who in each.guides]
    more = [f"{len(called) - _FEW + 1} andre"] if len(called) > _FEW else []
    guides = (
        "" if competence.certificate else and_list([*called[: _FEW - 1 if more else _FEW], *more]) or "ingen i huset"
    )
    return Line(
        (each.learner_id, each.competence_id),
        _AGREED if each.agreed else _WISHED,
        facts.people[each.learner_id].name,
        competence.head,
        levels,
        due,
        date_in(due, facts.day) if due else "",
        due is not None and due < facts.day,
        guides,
    )


def _held_text(holding: Holding, day: date) -> str:
    """Of a certificate that is not held now."""
    had = holding.counted is not None and holding.counted.level and holding.counted.lapsed(day)
    return "udløbet" if had else "har det ikke"
