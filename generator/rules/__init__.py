"""What a statement may say that its passages do not: one rule a module, each held by the wall."""
