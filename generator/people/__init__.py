"""Mentions of all articles brought together into people: one person, every spelling, and the reasons."""
