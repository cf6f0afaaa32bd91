"""A revision of a program that does not exist: what an update does to a house, for the tests only.

It rebuilds tables that others refer to, which is where SQLite's migrations break when they are killed.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "of_a_later_program",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("employee") as employee:
        employee.alter_column("notes", existing_type=sa.String(), nullable=True)
        employee.create_index("ix_employee_role", ["role"])
    with op.batch_alter_table("team") as team:
        team.alter_column("icon", existing_type=sa.String(), nullable=True)
    op.execute("INSERT INTO of_a_later_program (employee_id, title) SELECT id, 'Hils' FROM employee")
