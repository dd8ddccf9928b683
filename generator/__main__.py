"""`python -m generator`. What it prints is UTF-8 whatever the locale: names and quotation marks are, too."""

import io
import signal
import sys

try:
    from generator.cli import main
except ModuleNotFoundError as error:
    if (error.name or "").startswith("generator"):
        raise
    sys.exit(f"{error.name} is not installed here. Run `make pages` once, then .venv/bin/python -m generator.")

if hasattr(signal, "SIGPIPE"):  # whoever reads may stop reading (`… | head`), as with any other tool
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8")
sys.exit(main())
