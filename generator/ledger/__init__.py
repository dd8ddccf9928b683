"""Figures of all articles lined up: what counts the same thing, and whether the values go together."""
