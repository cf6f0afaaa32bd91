"""What is typed in a form and not saved yet survives: kept as drafts, and put back when the record is shown again."""

from collections.abc import Callable
from functools import partial

from ui.kit.drafts import Drafts, TextField
from ui.kit.form import Form
from ui.kit.line_input import LineInput
from ui.kit.text_area import TextArea


class FormDrafts:
    """`place_of` names each field for good; call `watch` when the form shows its record, `release` before another.

    `stored` says whether there is a row yet that a field goes to when it is left. Until there is one, all that is
    typed is text in the making, also in the fields she has left.
    """

    def __init__(
        self, drafts: Drafts, form: Form, place_of: Callable[[str], str], stored: Callable[[], bool] = lambda: True
    ) -> None:
        self._drafts, self._form, self._place_of, self._stored = drafts, form, place_of, stored
        self._places: dict[str, str] = {}
        form.saved.connect(self._saved)

    def watch(self) -> bool:
        """Again when the record got a name of its own. True when something was put back."""
        found = False
        for key, field in _typed(self._form).items():
            place = self._place_of(key)
            if place != self._places.get(key):
                self._give_up(key)
                self._places[key] = place
                found |= self._drafts.watch(place, field, partial(self._unsaved, key))
        return found

    def release(self) -> None:
        """The form is to show another record."""
        for place in self._places.values():
            self._drafts.release(place)
        self._places.clear()

    def drop(self) -> None:
        """All of it is stored, or given up."""
        self._drafts.saved(*self._places.values())

    def _give_up(self, key: str) -> None:
        if place := self._places.pop(key, ""):
            self._drafts.release(place)
            self._drafts.saved(place)

    def _unsaved(self, key: str) -> bool:
        frame = self._form.frame(key)
        return frame.changed() or bool(frame.text and not self._stored())

    def _saved(self, key: str) -> None:
        if key in self._places and self._stored():
            self._drafts.saved(self._places[key])


def _typed(form: Form) -> dict[str, TextField]:
    """The fields that text is typed in; a choice is made at once."""
    controls = {frame.field.key: frame.control for frame in form.frames()}
    return {key: control for key, control in controls.items() if isinstance(control, LineInput | TextArea)}
