"""Puts Python's own import back after Qt's bindings have replaced it. To be imported before anything of Qt's.

Theirs reads the source of every module that is imported, to find out whether it uses Qt: for the 700 modules of
a start that is a quarter of the time. It is needed for `from __feature__ import …` only, which nobody uses here.
"""

import builtins

_plain_import = builtins.__import__

import PySide6.QtCore  # noqa: E402, F401 -- this is what replaces it

builtins.__import__ = _plain_import
