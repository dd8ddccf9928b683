"""Turns a folder of news articles about one event into a briefing that a reader can check line by line."""

__version__ = "0.1.0"
