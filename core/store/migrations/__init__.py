"""How the database came to be what it is: one Alembic revision a step, never changed afterwards."""
