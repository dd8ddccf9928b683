"""Dates as texts write them, each with the interval it means."""
