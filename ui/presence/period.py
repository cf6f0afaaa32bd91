"""'Fra' and 'Til og med' of a form, told of when they stand the wrong way round as soon as one of them is left."""

from datetime import date

from dagleder.presence.drafts import check_period
from ui.kit.form import Form


def keep_in_order(form: Form, key: str, value: object) -> None:
    """The fields 'first' and 'last' of `form` when `key` becomes `value`.

    A later beginning takes the end along; an end before the beginning is a UserProblem at its field.
    """
    values = {**form.values(), key: value}
    first, last = values["first"], values["last"]
    if not isinstance(first, date) or not isinstance(last, date):
        return
    if key == "first" and last < first:
        form.frame("last").show_value(first)
    elif key == "last":
        check_period(first, last)
