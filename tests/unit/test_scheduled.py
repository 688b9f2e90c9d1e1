"""The checks of `make scheduled`, against a server of our own and commands that fail."""

from __future__ import annotations

import http.server
import json
import subprocess
import threading
import time
from collections.abc import Iterator

import pytest
from tests.scheduled import NOT_CHECKED, TO_DO, TO_KNOW, WELL, Finding, __main__, links, packages, promises
from tests.unit.tiny_site import write_site

STATUS = {"/here": 200, "/moved": 302, "/gone": 404, "/shy": 403, "/down": 500, "/only-get": 200, "/lost": 410}


class Host(http.server.BaseHTTPRequestHandler):
    """Answers as the sites that we link to do. Keeps what it was asked, when and by whom."""

    asked: list[tuple[str, str, float, str]] = []

    def answer(self) -> None:
        self.asked.append((self.command, self.path, time.monotonic(), self.headers["User-Agent"]))
        status = 405 if (self.command, self.path) == ("HEAD", "/only-get") else STATUS[self.path]
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/gone")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET = answer  # noqa: N815

    def log_message(self, *args: object) -> None: ...


@pytest.fixture
def host() -> Iterator[str]:
    Host.asked.clear()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def asked(host: str, *paths: str, pause: float = 0.0) -> list[links.Answer]:
    return links.ask_all({host + path: ["help/index.html"] for path in paths}, pause, retries=0)


@pytest.mark.parametrize(
    ("path", "verdict", "words"),
    [
        ("/here", "good", "200"),
        ("/only-get", "good", "200"),
        ("/gone", "gone", "404, no longer there"),
        ("/lost", "gone", "410, no longer there"),
        ("/moved", "gone", "404, no longer there"),
        ("/shy", "unsure", "403, turns programs away"),
        ("/down", "unsure", "500, an error of the host"),
    ],
)
def test_address_is_judged_by_its_answer(path, verdict, words, host):
    (answer,) = asked(host, path)
    assert (answer.verdict, answer.words, answer.pages) == (verdict, words, ("help/index.html",))


def test_doi_is_good_when_it_is_known_wherever_it_leads(host, monkeypatch):
    monkeypatch.setattr(links, "DOI", host)
    assert [answer.verdict for answer in asked(host, "/moved", "/gone")] == ["gone", "good"]


def test_host_that_does_not_answer_or_exist_is_told(host):
    answers = links.ask_all({"http://127.0.0.1:9/": [], "http://no-such-host.invalid/": []}, 0, retries=0)
    assert [(answer.verdict, answer.words) for answer in answers] == [
        ("unsure", "no connection"),
        ("gone", "there is no such host"),
    ]


def test_host_is_asked_one_thing_at_a_time_at_leisure_and_by_name(host):
    asked(host, "/here", "/gone", "/shy", pause=0.2)
    first = {path: moment for _, path, moment, _ in reversed(Host.asked)}
    assert first["/here"] - first["/gone"] >= 0.2
    assert first["/shy"] - first["/here"] >= 0.2
    assert {name for *_, name in Host.asked} == {links.NAME}


def test_links_are_those_of_the_built_pages_to_other_hosts(tmp_path):
    (tmp_path / "fr").mkdir()
    page = '<a href="https://other.example/a#b">A</a><a href="/b">B</a><a href="https://ours.example/c">C</a>'
    (tmp_path / "index.html").write_text(page, "utf-8")
    (tmp_path / "fr/index.html").write_text(page + '<a href="mailto:x">D</a>', "utf-8")
    found = links.links_of(tmp_path, "https://ours.example/")
    assert found == {"https://other.example/a": ["fr/index.html", "index.html"]}


def judged(*verdicts: str) -> Finding:
    return promises.judge_links([links.Answer(f"https://{v}.example/", v, "words", ("a",)) for v in verdicts])


def test_broken_link_is_to_be_done_and_a_shy_host_is_to_know():
    assert judged("good", "good").verdict == WELL
    assert judged("good", "unsure").verdict == TO_KNOW
    found = judged("good", "unsure", "gone")
    assert (found.verdict, found.lines) == (
        TO_DO,
        ["Mend: https://gone.example/: words (a)", "Open in a browser: https://unsure.example/: words (a)"],
    )


def test_without_a_network_no_link_counts_as_checked():
    answers = [links.Answer("https://a.example/", "gone", links.NO_HOST)]
    assert promises.judge_links(answers).verdict == NOT_CHECKED


def test_overdue_promise_is_to_be_done(tmp_path, monkeypatch):
    folder = write_site(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793700000")  # November 3, 2026
    assert promises.check_promises(folder).verdict == WELL
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1893456000")  # January 1, 2030
    found = promises.check_promises(folder)
    assert found.verdict == TO_DO
    assert any(line.startswith("data/edition.yml:3: the numbers of the help page") for line in found.lines)


def answering(monkeypatch, stdout: str, code: int = 0, stderr: str = "") -> list[list[str]]:
    """Commands answer this; returns those that were run."""
    commands: list[list[str]] = []

    def run(command, folder):
        commands.append([str(word) for word in command])
        return subprocess.CompletedProcess(command, code, stdout, stderr)

    monkeypatch.setattr(packages, "run", run)
    return commands


def test_vulnerability_is_told_with_the_version_that_mends_it(monkeypatch, tmp_path):
    package = {"name": "jinja2", "version": "3.1.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3.1.6"]}]}
    commands = answering(monkeypatch, json.dumps({"dependencies": [package]}), code=1)
    found = packages.check_vulnerabilities(tmp_path)
    assert (found.verdict, len(found.lines)) == (TO_DO, 3)
    assert "requirements.txt: jinja2 3.1.0: PYSEC-1, mended in 3.1.6" in found.lines
    assert all("--strict" in command for command in commands)


@pytest.mark.parametrize("stdout", ["", "not json", '{"error": {"code": "ENOAUDIT"}}'])
def test_audit_that_could_ask_nobody_is_not_well(stdout, monkeypatch, tmp_path):
    answering(monkeypatch, stdout, code=1, stderr="WARNING\nERROR: no connection")
    assert str(packages.check_vulnerabilities(tmp_path)).endswith("could not be checked\n\n- ERROR: no connection\n")
    assert packages.check_npm_vulnerabilities(tmp_path).verdict == NOT_CHECKED


def test_audit_of_npm_says_why_it_could_ask_nobody(monkeypatch, tmp_path):
    answering(monkeypatch, '{"message": "405 Method Not Allowed"}', code=1, stderr="a log is somewhere")
    assert packages.check_npm_vulnerabilities(tmp_path).lines == ["405 Method Not Allowed"]


def test_vulnerability_of_npm_is_told(monkeypatch, tmp_path):
    answering(monkeypatch, json.dumps({"vulnerabilities": {"ajv": {"severity": "high", "range": "<8"}}}), code=1)
    assert packages.check_npm_vulnerabilities(tmp_path) == Finding(
        "Known vulnerabilities, npm", TO_DO, ["ajv: high, <8"]
    )
    answering(monkeypatch, json.dumps({"vulnerabilities": {}}))
    assert packages.check_npm_vulnerabilities(tmp_path).verdict == WELL


def test_newer_version_is_to_know_and_only_of_what_we_name(monkeypatch, tmp_path):
    (tmp_path / "requirements.in").write_text("# Ours\nPyYAML==6.0.3\nmkdocs==1.6.1\n", "utf-8")
    names = [("pyyaml", "6.0.3", "7.0"), ("mkdocs", "1.6.1", "2.0"), ("six", "1", "2")]
    listed = [{"name": name, "version": old, "latest_version": new} for name, old, new in names]
    answering(monkeypatch, json.dumps(listed))
    found = packages.check_newest(tmp_path)
    assert found.verdict == TO_KNOW
    assert found.lines == ["pyyaml 6.0.3 → 7.0", f"mkdocs 1.6.1 → 2.0 ({packages.STAYS['mkdocs']})"]


def test_spare_engine_that_fails_or_differs_is_to_be_done(monkeypatch, tmp_path):
    answering(monkeypatch, "", code=1, stderr="one\ntwo")
    assert packages.check_spare_engine(tmp_path, tmp_path, tmp_path).lines == ["The build fails.", "one", "two"]
    for name, files in {"ours": {"a": "1", "b": "1"}, "theirs": {"a": "2", "c": "1"}}.items():
        (tmp_path / name).mkdir()
        for path, text in files.items():
            (tmp_path / name / path).write_text(text, "utf-8")
    found = packages.compare_sites("Title", tmp_path / "ours", tmp_path / "theirs")
    assert (found.verdict, found.lines) == (TO_DO, ["missing: b", "only there: c", "different: a"])


def test_sites_of_two_engines_are_the_same_but_for_their_names(tmp_path):
    for name, words in {"mkdocs-1": "Hello", "ProperDocs 1": "Hello", "Other": "Bye"}.items():
        (tmp_path / name).mkdir()
        page = f'<meta name="generator" content="{name}"><p>{words}</p>'
        (tmp_path / name / "index.html").write_text(page, "utf-8")
    assert packages.compare_sites("Title", tmp_path / "mkdocs-1", tmp_path / "ProperDocs 1").verdict == WELL
    assert packages.compare_sites("Title", tmp_path / "mkdocs-1", tmp_path / "Other").verdict == TO_DO


@pytest.mark.parametrize(("verdict", "code"), [(WELL, 0), (TO_KNOW, 0), (TO_DO, 1), (NOT_CHECKED, 1)])
def test_command_fails_when_something_is_to_be_done_or_was_not_looked_at(verdict, code, monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("SITE_URL", "https://ours.example/")
    monkeypatch.setattr(__main__, "REPORT", tmp_path / "scheduled.md")
    for module in (packages, promises):
        for name in [name for name in vars(module) if name.startswith("check_")]:
            monkeypatch.setattr(module, name, lambda *_: Finding("Title", WELL))
    monkeypatch.setattr(packages, "check_newest", lambda *_: Finding("Versions", verdict, ["a line"]))
    assert __main__.main() == code
    report = (tmp_path / "scheduled.md").read_text("utf-8")
    assert f"## Versions: {verdict}\n\n- a line\n" in report
    assert report.count("## ") == 7
    assert "## Title: all is well" in capsys.readouterr().out
