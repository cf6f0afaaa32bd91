"""Udskriv og eksport: every paper and file the program can make, each opening in its preview."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from dagleder.base.text import fold
from ui.context import Context
from ui.kit.actions import Action, Menu
from ui.kit.buttons import Button, Look
from ui.kit.icon_label import IconLabel
from ui.kit.label import Label
from ui.kit.line import Line
from ui.kit.page import Page
from ui.kit.paper_job import PaperOffer
from ui.theme.theme import Theme

_WIDEST, _FILTER = 860, 250


class OfferLine(QWidget):
    """One paper: what it is, what it can be saved as, and the way to it."""

    def __init__(self, theme: Theme, offer: PaperOffer, show: Button) -> None:
        super().__init__()
        self.offer, self.show_button = offer, show
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 14, 9)
        row.setSpacing(12)
        row.addWidget(IconLabel(theme, offer.icon))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(offer.title, "name"))
        words.addWidget(Label(offer.detail, "small", "text2", wrap=True))
        row.addLayout(words, 1)
        row.addWidget(Label(offer.forms, "small", "text2"))
        row.addWidget(show)

    def findable(self) -> str:
        return f"{self.offer.title} {self.offer.detail} {self.offer.forms}"


class PapersPage(Page):
    """`offers` gives, by the title of a page, the papers its feature can make now."""

    feature = "papers"
    title = "Udskriv og eksport"

    def __init__(self, context: Context, offers: Sequence[tuple[str, Sequence[PaperOffer]]]) -> None:
        super().__init__(context)
        self._filter = QLineEdit()
        self._nothing = Label("Intet papir passer på det, du skrev.", "", "text2")
        self._cards: list[tuple[QFrame, list[OfferLine]]] = []
        self._scroll = QScrollArea()
        for title, found in offers:
            if found:
                self._cards.append(self._card(title, found))
        self._build()

    @property
    def lines(self) -> list[OfferLine]:
        return [line for _, lines in self._cards for line in lines]

    def _build(self) -> None:
        self._filter.setPlaceholderText("Find et papir")
        self._filter.setAccessibleName("Find et papir")
        self._filter.setClearButtonEnabled(True)
        self._filter.setFixedWidth(self.context.theme.px(_FILTER))
        self._filter.textChanged.connect(self._show_found)
        self.header.add_filter(self._filter)
        self.header.add(Label("Alt vises, før det udskrives eller gemmes", "small", "text2"))
        inner = QWidget()
        inner.setProperty("ground", "bg")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(self._nothing)
        self._nothing.hide()
        for card, _ in self._cards:
            column.addWidget(card)
        column.addStretch(1)
        inner.setMaximumWidth(self.context.theme.px(_WIDEST))
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.content.addWidget(self._scroll, 1)

    def panes(self) -> Sequence[QWidget]:
        return tuple(line.show_button for line in self.lines[:1])

    def page_actions(self) -> Sequence[Action]:
        return [
            Action(
                f"Vis papiret: {line.offer.title}",
                line.show_button.click,
                Menu.FILE,
                line.offer.icon,
                words="udskriv eksport pdf excel",
                group=2,
            )
            for line in self.lines
        ]

    def _card(self, title: str, offers: Sequence[PaperOffer]) -> tuple[QFrame, list[OfferLine]]:
        card = QFrame()
        card.setProperty("kind", "card")
        card.setAccessibleName(title)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 10, 0, 4)
        column.setSpacing(0)
        head = Label(title, "h3")
        head.setContentsMargins(14, 0, 14, 8)
        column.addWidget(head)
        lines = []
        for offer in offers:
            show = Button(self.context.theme, "Vis…", partial(self._show, offer), Look(compact=True))
            show.setAccessibleName(f"Vis {offer.title}")
            line = OfferLine(self.context.theme, offer, show)
            column.addWidget(Line())
            column.addWidget(line)
            lines.append(line)
        return card, lines

    def _show(self, offer: PaperOffer) -> None:
        outcome = self.context.run("", offer.make)
        if outcome.value is not None:
            self.context.show_paper(outcome.value)

    def _show_found(self, text: str) -> None:
        words = fold(text).split()
        for card, lines in self._cards:
            for line in lines:
                line.setVisible(all(word in fold(line.findable()) for word in words))
            card.setVisible(any(not line.isHidden() for line in lines))
        self._nothing.setVisible(all(card.isHidden() for card, _ in self._cards))
