"""Numbers as texts write them: bound, unit, what they count, whose they are."""
