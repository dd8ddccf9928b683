"""The wall: a statement against the paragraphs it cites."""
