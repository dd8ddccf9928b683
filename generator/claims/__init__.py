"""A statement, or a passage, as the wall reads it: its clauses, names, quantities, and what their words can mean."""
