"""The usual lukkedage, each with its reason, ticked off one by one before they are laid."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from dagleder.base.dates import period_text
from dagleder.base.json_value import Json
from dagleder.guide.closing import ClosingProposal
from ui.kit.label import Label

_INDENT = 24


class ClosingList(QWidget):
    """`changed` comes with each tick."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._proposals: tuple[ClosingProposal, ...] = ()
        self.ticks: list[QCheckBox] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_proposals(self, proposals: Sequence[ClosingProposal]) -> None:
        """What is already shown keeps its ticks."""
        if tuple(proposals) == self._proposals:
            return
        ticked = {name.name: tick.isChecked() for name, tick in zip(self._proposals, self.ticks, strict=True)}
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._proposals, self.ticks = tuple(proposals), []
        told = ""
        for proposal in proposals:
            tick = QCheckBox(f"{proposal.name} · {_days(proposal)}".replace("&", "&&"))
            tick.setChecked(ticked.get(proposal.name, proposal.suggested))
            tick.setAccessibleDescription(proposal.reason)
            tick.toggled.connect(lambda _on: self.changed.emit())
            self.ticks.append(tick)
            self._column.addWidget(tick)
            if proposal.reason != told:  # the same condition holds for all of them
                told = proposal.reason
        if told:
            self._column.addWidget(Label(told, "small", "text2", wrap=True))

    def otherwise(self) -> dict[str, Json]:
        """The ticks that are not as they were proposed, by name."""
        both = zip(self._proposals, self.ticks, strict=True)
        return {each.name: tick.isChecked() for each, tick in both if tick.isChecked() is not each.suggested}

    def choose(self, otherwise: Mapping[str, Json]) -> None:
        for proposal, tick in zip(self._proposals, self.ticks, strict=True):
            tick.setChecked(bool(otherwise.get(proposal.name, tick.isChecked())))

    def chosen(self) -> list[ClosingProposal]:
        return [proposal for proposal, tick in zip(self._proposals, self.ticks, strict=True) if tick.isChecked()]


def _days(proposal: ClosingProposal) -> str:
    """'28.–31. december (3 dage)'."""
    count = len(proposal.days)
    span = period_text(proposal.days[0], proposal.days[-1])
    return f"{span} ({count} dage)" if count > 1 else span
