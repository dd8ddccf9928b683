"""The command line: the one room that prints.

Results go to standard output, errors to standard error. Exit status: 0 fine, 1 something does not hold, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.articles.folder import read_article, read_articles
from generator.articles.signature import of_article
from generator.briefing import Briefing
from generator.build import Built, build, prepare
from generator.compile import compile_briefing
from generator.draft import draft_file
from generator.editor import NAME as EDITOR_FILE
from generator.editor import read_editor_file
from generator.errors import BriefingError, InputError
from generator.evidence.retelling import verify_originals
from generator.evidence.statements import as_json, judge_file
from generator.explain import explain
from generator.inspection import inspect
from generator.names import compare
from generator.pages.phrases import counted
from generator.read import read_all
from generator.receipts import command, verify_receipts


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except BriefingError as error:
        print(f"Error in {error}", file=sys.stderr)
        if options.run in (run_build, run_draft):
            print("Nothing was written.", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m generator", description="Turns a folder of news articles into a briefing that can be checked."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    folders = argparse.ArgumentParser(add_help=False)
    folders.add_argument("--seeds", type=Path, default=Path("seeds"), metavar="DIR", help="the articles (seeds)")
    folders.add_argument("--templates", type=Path, default=Path("templates"), metavar="DIR", help=argparse.SUPPRESS)
    output = argparse.ArgumentParser(add_help=False)
    output.add_argument("--docs", type=Path, default=Path("docs"), metavar="DIR", help="the pages (docs)")

    for name, run, parents, text in (
        ("build", run_build, [folders, output], "read the articles and write the pages"),
        ("check", run_check, [folders], "do all but write; fails where something does not hold"),
        ("inspect", run_inspect, [folders], "print what was read, as JSON"),
        ("draft", run_draft, [folders], "write a first briefing.yml from what the articles say"),
        ("verify", run_verify, [folders, output], "compare articles and pages with the checksums kept with the pages"),
    ):
        command = commands.add_parser(name, parents=parents, help=text, description=text)
        command.set_defaults(run=run)
    commands.choices["verify"].add_argument(
        "--originals", type=Path, metavar="DIR", help="the articles that digests retell: compare those, too"
    )
    commands.choices["check"].add_argument("--strict", action="store_true", help="findings fail, too")
    commands.choices["check"].add_argument(
        "--statements", type=Path, metavar="FILE", help="judge these statements only: a list of {say: …, cite: [ID N]}"
    )
    rests = commands.add_parser("explain", parents=[folders], help="print what a statement rests on")
    rests.add_argument("asked", metavar="TEXT", help="words of a statement, its #anchor, or a citation (nyt 7)")
    rests.set_defaults(run=run_explain)
    sign = commands.add_parser("sign", help="print a digest's `original:` entry for the article that it retells")
    sign.add_argument("original", type=Path)
    sign.set_defaults(run=run_sign)
    names = commands.add_parser("names", help="are these two names one person's?")
    names.add_argument("left")
    names.add_argument("right")
    names.set_defaults(run=run_names)
    return parser


def run_build(options: argparse.Namespace) -> int:
    """Write the pages and say what was read, found and written."""
    built = build(options.seeds, options.docs, options.templates)
    _tell(built, options.seeds)
    if written := built.written:
        parts = [f"{len(paths)} {what}" for what in ("new", "changed", "removed") if (paths := getattr(written, what))]
        said = ", ".join(parts) or "nothing changed"
        print(f"Wrote  {options.docs}: {said}; {counted(len(built.pages), 'file')} in all.")
    return 0


def run_check(options: argparse.Namespace) -> int:
    """Do all but write; or, of a file of statements, print one judgement a line."""
    if options.statements:
        verdicts = []
        for say, judgement in judge_file(options.statements, options.seeds):
            print(as_json(say, judgement))
            verdicts.append(judgement.verdict)
        return 0 if all(verdict == "supported" for verdict in verdicts) else 1
    built = prepare(options.seeds, options.templates)
    _tell(built, options.seeds)
    return 1 if options.strict and built.briefing.findings else 0


def run_inspect(options: argparse.Namespace) -> int:
    """Print what was read, as JSON."""
    readings = read_all(read_articles(options.seeds))
    briefing = compile_briefing(readings, read_editor_file(options.seeds))
    print(json.dumps(inspect(readings, briefing), ensure_ascii=False, indent=1))
    return 0


def run_draft(options: argparse.Namespace) -> int:
    """Write a first editor's file, and never over one that is there."""
    path = options.seeds / EDITOR_FILE
    if path.exists():
        raise InputError(str(path), "", "is there already.", "Move it away first; a draft never replaces your work.")
    readings = read_all(read_articles(options.seeds))
    path.write_text(draft_file(readings, options.templates, command("check", options.seeds)), "utf-8")
    print(f"Wrote  {path}: its sentences are the articles' own, for you to put into your words.")
    return 0


def run_verify(options: argparse.Namespace) -> int:
    """Compare articles and pages with the receipts."""
    findings = verify_receipts(options.docs, options.seeds)
    if options.originals:
        findings += verify_originals(read_articles(options.seeds), options.originals)
    for finding in findings:
        print(finding)
    print("Everything is as it was written." if not findings else f"{counted(len(findings), 'difference')}.")
    return 1 if findings else 0


def run_explain(options: argparse.Namespace) -> int:
    """Say what a statement rests on."""
    readings = read_all(read_articles(options.seeds))
    print(explain(options.asked, compile_briefing(readings, read_editor_file(options.seeds)), readings))
    return 0


def run_sign(options: argparse.Namespace) -> int:
    """Print what a digest's front matter keeps of its original."""
    if not options.original.is_file():
        raise InputError(str(options.original), "", "there is no such file.", "Name an original that a digest retells.")
    article = read_article(options.original)
    print("original:")
    print(f"  file: {article.file}")
    print(f"  sha256: {article.sha256}")
    print(f"  words: {sum(len(block.text.split()) for block in article.paragraphs)}")
    print(f'  signature: "{of_article(article)}"')
    return 0


def run_names(options: argparse.Namespace) -> int:
    """Compare two names."""
    result = compare(options.left, options.right)
    print(f"{'same' if result.same else 'different'}  {result.score:.2f}")
    for reason in result.reasons:
        print(f"  {reason}")
    return 0


def _tell(built: Built, seeds: Path) -> None:
    briefing = built.briefing
    print(f"Read   {seeds}: {_read_line(briefing)}.")
    print(f"Found  {_found_line(briefing)}.")
    for finding in briefing.findings:
        print(f"  - {finding}")


def _read_line(briefing: Briefing) -> str:
    paragraphs = sum(len(article.paragraphs) for article in briefing.articles)
    aside = sum(len(article.set_aside) for article in briefing.articles)
    line = f"{counted(len(briefing.articles), 'article')} of {counted(len(briefing.origins), 'origin')}"
    line += f", {counted(paragraphs, 'paragraph')}"
    return f"{line}, {counted(aside, 'line')} set aside" if aside else line


def _found_line(briefing: Briefing) -> str:
    parts = (
        counted(len(briefing.people), "person", "people"),
        counted(len(briefing.ledger), "figure"),
        counted(len(briefing.events), "event"),
        counted(len(briefing.measures), "measure"),
        counted(len(briefing.utterances), "statement by somebody", "statements by somebody"),
        counted(len(briefing.questions), "open question"),
        counted(len(briefing.findings), "finding"),
    )
    return ", ".join(parts)
