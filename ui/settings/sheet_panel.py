"""'Prøv arket…': the key copied from the nøgleark, to see that it opens the house while nothing is at stake."""

from PySide6.QtCore import Signal

from dagleder.base.errors import UserProblem
from dagleder.privacy.security import SecurityService
from ui.context import Context
from ui.kit.label import Label
from ui.kit.line_input import LineInput
from ui.settings.panel import Panel

_HOW = "Skriv nøglen af fra arket. Store og små bogstaver, bindestreger og mellemrum er lige gyldige."


class SheetPanel(Panel):
    """`confirmed` is followed by `passed` when the key was right."""

    passed = Signal()

    def __init__(self, context: Context, security: SecurityService) -> None:
        super().__init__(context.theme, "Prøv nøglen")
        self._context, self._security = context, security
        self.setAccessibleName("Prøv nøglearket")
        self.field = LineInput(context.theme)
        self.field.setAccessibleName("Nøglen fra arket")
        self.field.returnPressed.connect(self.confirmed)
        label = Label("Nøglen fra arket", "label")
        label.setBuddy(self.field)
        for widget in (label, self.field, Label(_HOW, "small", "text2", wrap=True)):
            self.body.addWidget(widget)
        self.confirmed.connect(self._try)
        self.closed.connect(self.field.clear)

    def _try(self) -> None:
        try:
            self._security.try_sheet(self.field.text())
        except UserProblem as problem:
            self.show_problem(problem)
            self.field.setFocus()
            return
        self.close_panel()
        self.passed.emit()
        self._context.messages.tell("Nøglen passer. Læg arket tilbage i pengeskabet")
