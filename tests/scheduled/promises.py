"""External links, and promises that time has overtaken."""

from __future__ import annotations

from pathlib import Path

from guidebook.edition import day_of_the_clock
from guidebook.problems import Problem
from guidebook.stale import find_stale
from tests.scheduled import NOT_CHECKED, TO_DO, TO_KNOW, WELL, Finding
from tests.scheduled.links import NO_HOST, Answer, ask_all, links_of


def check_promises(root: Path) -> Finding:
    problems = find_stale(root, day_of_the_clock())
    return Finding("Promises and review dates", TO_DO if problems else WELL, [_line(problem) for problem in problems])


def check_links(site: Path, home: str) -> Finding:
    return judge_links(ask_all(links_of(site, home)))


def judge_links(answers: list[Answer]) -> Finding:
    """Broken links are to be done; a host that turns programs away is to know: somebody opens it in a browser."""
    title = f"Links to other sites ({len(answers)})"
    gone = [answer for answer in answers if answer.verdict == "gone"]
    unsure = [answer for answer in answers if answer.verdict == "unsure"]
    if all(answer.words in (NO_HOST, "no connection") for answer in answers):
        return Finding(title, NOT_CHECKED, ["Not one host could be reached: is this computer connected?"])
    lines = [f"Mend: {answer}" for answer in gone] + [f"Open in a browser: {answer}" for answer in unsure]
    return Finding(title, TO_DO if gone else TO_KNOW if unsure else WELL, lines)


def _line(problem: Problem) -> str:
    return f"{problem.path}:{problem.line}: {problem.what} {problem.fix}"
