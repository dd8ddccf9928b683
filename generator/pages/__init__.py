"""What each page shows and how values become words, drawings and files; the templates do the rest."""
