"""Counts what is asked of the database."""

from sqlalchemy import Engine, event


def count_queries(run):
    counted = []

    def listener(*_):
        counted.append(1)

    event.listen(Engine, "before_cursor_execute", listener)
    run()
    event.remove(Engine, "before_cursor_execute", listener)
    return len(counted)
