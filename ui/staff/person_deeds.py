"""What can be done with one person from her page: the same on the list and where she is edited."""

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from dagleder.exchange.pdf import render_pdf
from dagleder.privacy.erasing import EraseReceipt
from dagleder.privacy.reports import receipt_paper
from dagleder.privacy.service import PrivacyService
from dagleder.settings.service import SettingsService
from dagleder.staff.people import Person
from dagleder.staff.service import StaffService
from ui.context import Context
from ui.kit.actions import Action, Menu
from ui.kit.messages import Answer, Question
from ui.kit.paper_job import PaperJob
from ui.kit.work import Job, Lane


class StaffServices(Protocol):
    """Of the open house, what the staff pages use; privacy and departure may have been left out."""

    @property
    def staff(self) -> StaffService: ...

    @property
    def settings(self) -> SettingsService: ...

    @property
    def presence(self) -> Any: ...

    @property
    def privacy(self) -> PrivacyService | None: ...

    @property
    def departure(self) -> Any: ...


class PersonDeeds:
    """Asks and tells through the context; `leaving` opens the panel for the last day."""

    def __init__(self, context: Context, services: StaffServices) -> None:
        self._context, self._services = context, services

    def departure_action(self, chosen: Callable[[], Person | None]) -> Action:
        """To what would be without an owner if the one who is `chosen` stopped."""

        def run() -> None:
            if person := chosen():
                self._context.open("departure", person.id)

        def named() -> str:
            person = chosen()
            return f"Hvis {person.called} stopper" if person else "Hvis medarbejderen stopper"

        return Action(
            "Hvis medarbejderen stopper",
            run,
            Menu.VIEW,
            "arrow-right-left",
            words="overdragelsesplan opsagt sårbarhed uden",
            why_not=lambda: "" if chosen() else "Vælg en medarbejder først.",
            named=named,
        )

    def why_not_leave(self, person: Person | None) -> str:
        return f"{person.called} er allerede fratrådt." if person and self._has_left(person) else ""

    def why_not_back(self, person: Person | None) -> str:
        return f"{person.called} er ikke fratrådt." if person and person.facts.end is None else ""

    def come_back(self, person: Person) -> None:
        staff = self._services.staff
        self._context.run(f"{person.called} er ikke fratrådt", partial(staff.come_back, person.id))

    def print_facts(self, person: Person) -> None:
        """'Oplysninger til medarbejderen': everything that is kept about her."""
        privacy = self._services.privacy
        if privacy is not None:
            self._context.show_paper(
                PaperJob(
                    "Udskriv oplysninger",
                    f"Oplysninger om {person.name}",
                    lambda _options: render_pdf(privacy.person_paper(person.id)),
                )
            )

    def erase(self, person: Person, leave: Callable[[], None]) -> None:
        """The only red question. `leave` is done instead when she merely has stopped."""
        privacy = self._services.privacy
        if privacy is None:
            return
        answer = self._context.messages.ask(_question(person, privacy, still_here=not self._has_left(person)))
        if answer == "leave":
            leave()
        elif answer == "erase":
            self._erase(person, privacy)

    def _has_left(self, person: Person) -> bool:
        return person.has_left(self._context.clock.today())

    def _erase(self, person: Person, privacy: PrivacyService) -> None:
        """In the background: the program's own copies are written anew, too."""
        job = Job(
            f"Sletter {person.name}",
            lambda _progress: privacy.erase(person.id),
            self._erased,
            lane=Lane.DATA,
        )
        self._context.work.start(job)

    def _erased(self, receipt: EraseReceipt) -> None:
        house = self._services.settings.house().name
        self._context.show_paper(
            PaperJob(
                "Kvittering for sletning",
                f"Kvittering for sletning {receipt.erased_on:%d-%m-%Y}",
                lambda _options: render_pdf(receipt_paper(receipt, house)),
            )
        )
        self._context.messages.tell("Slettet. Kvitteringen findes kun her: udskriv den, eller gem den")


def _question(person: Person, privacy: PrivacyService, *, still_here: bool) -> Question:
    preview = privacy.preview(person.id)
    answers = [Answer("erase", f"Slet alt om {person.called}", "danger"), Answer("", "Annullér")]
    note = ""
    if still_here:
        answers.append(Answer("leave", "Sæt som fratrådt", "primary"))
        note = f"Er {person.called} stoppet? Så vælg Fratrådt. Så kommer oplysningerne på listen til sletning senere."
    if preview.mentions:
        places = ", ".join(mention.where for mention in preview.mentions)
        note = f"{note} Navnet bliver stående i {places}.".strip()
    return Question(f"Slet {person.name} helt?", preview.text, tuple(answers), note)
