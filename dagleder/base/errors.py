"""The two kinds of error: a problem the user can mend, and a fault of ours."""


class UserProblem(Exception):  # noqa: N818 -- the glossary's word; it is told, not raised at programmers
    """Something the user can mend, told in one Danish sentence.

    `field` names the form field (or import column) the sentence belongs to;
    `suggestion` is a value that would be accepted instead, ready to be clicked.
    """

    def __init__(self, sentence: str, *, field: str = "", suggestion: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field
        self.suggestion = suggestion


class Bug(Exception):  # noqa: N818 -- says whose fault it is
    """A fault of ours: the program was called in a way that must not happen."""
