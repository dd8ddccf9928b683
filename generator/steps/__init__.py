"""Sanctions steps, who argues for or against them, and what a source says is not known."""
