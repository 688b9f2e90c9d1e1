"""A small site with questions for the browser to open: our real template, Markdown, words, style and script."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import material
from markdown import Markdown

from guidebook.learning.model import Moment, Option, Pair, Question, Type, Verdict
from guidebook.learning.render import render_question
from guidebook.links import Link
from guidebook.markdown import GuidebookExtension
from guidebook.strings import translator
from guidebook.templates import STORE, render_component

ROOT = Path(__file__).parents[2]
COMPONENTS = ROOT / "overrides" / "components"
STYLES = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; "
    "form-action 'none'; require-trusted-types-for 'script'"
)
SCRIPTS = ("store.js", "marked.js", "unmarked.js", "question.js")
"""In the order in which a page loads them."""
OTHER = {"en": "fr", "fr": "en"}
VERDICTS = {"x": Verdict.BEST, "~": Verdict.ACCEPTABLE, " ": Verdict.LESS_HELPFUL, "!": Verdict.UNSAFE}

WORDS = {
    "en": {
        "Q1-01": (
            "A baby looks away",
            "Nora, five months old, turns her head away in the middle of a lively game. What helps most first?",
            {
                "noisier-toy": (
                    "Bring out a noisier toy",
                    "It is natural to think that she is bored. More noise gives her more to handle.",
                ),
                "end-play": (
                    "End the game for today",
                    "You respect her signal, which is kind. She may only need a moment.",
                ),
                "turn-face": (
                    "Turn her face back gently",
                    "Turning her face takes away her own means of slowing things down.",
                ),
                "pause": (
                    "Pause and wait until she is ready",
                    "Yes. Nora learns that her signals are read and that she has a say.",
                ),
            },
            "Looking away is part of the conversation. Waiting is an answer too.",
            ("What might Nora be telling her uncle with her head?",),
        ),
        "Q1-05": (
            "A label after one visit",
            'After a single visit, a colleague tells you, "That baby is disorganized." What is the best reply?',
            {
                "describe-and-supervise": (
                    '"Let us write down what we saw and bring it to supervision."',
                    "Yes. You take the worry seriously without turning it into a label.",
                ),
                "add-to-file": (
                    '"Add it to the file, so that the team can plan."',
                    "In a file it may be read as fact, and it can harm a family for years.",
                ),
                "tell-parent": (
                    '"Tell the parent gently, so that things can change."',
                    "A category from one visit would frighten them and may be wrong.",
                ),
            },
            "Describe first, wonder together.",
            (),
        ),
        "Q1-20": (
            "Two things to do",
            "A mother says she has not slept for days and feels nothing. Which two things do you do?",
            {
                "ask": ("Ask plainly how she is", "Asking is safe, and it helps."),
                "link": ("Help her reach someone trained", "Depression can be treated."),
                "wait": ("Wait until she asks for help", "Many parents never ask."),
                "alone": ("Leave her to rest alone with a plan to die", "Someone in danger is never left alone."),
            },
            "",
            ("Think of today.", "Think of tonight."),
        ),
    },
    "fr": {
        "Q1-01": (
            "Un bébé détourne la tête",
            "Nora, cinq mois, détourne la tête au milieu d'un jeu animé. Qu'est-ce qui aide le plus, d'abord?",
            {
                "noisier-toy": (
                    "Sortir un jouet plus bruyant",
                    "Il est naturel de penser qu'elle s'ennuie. Plus de bruit lui donne plus à gérer.",
                ),
                "end-play": (
                    "Mettre fin au jeu pour aujourd'hui",
                    "Vous respectez son signal, et c'est bienveillant. Elle a peut-être besoin d'un moment.",
                ),
                "turn-face": (
                    "Ramener doucement son visage",
                    "Lui ramener le visage lui enlève son propre moyen de ralentir.",
                ),
                "pause": (
                    "Faire une pause et attendre qu'elle soit prête",
                    "Oui. Nora apprend que ses signaux sont lus et qu'elle a son mot à dire.",
                ),
            },
            "Détourner la tête fait partie de la conversation. Attendre est aussi une réponse.",
            ("Que dit peut-être Nora à son oncle avec sa tête?",),
        ),
        "Q1-05": (
            "Une étiquette après une visite",
            "Après une visite, une collègue vous dit : « Ce bébé est désorganisé. » Quelle est la meilleure réponse?",
            {
                "describe-and-supervise": (
                    "« Écrivons ce que nous avons vu et apportons-le en supervision. »",
                    "Oui. Vous prenez l'inquiétude au sérieux sans en faire une étiquette.",
                ),
                "add-to-file": (
                    "« Inscris-le au dossier, pour que l'équipe puisse planifier. »",
                    "Dans un dossier, elle peut passer pour un fait et nuire à une famille pendant des années.",
                ),
                "tell-parent": (
                    "« Dis-le doucement au parent, pour que les choses changent. »",
                    "Une catégorie tirée d'une seule visite leur ferait peur et pourrait être fausse.",
                ),
            },
            "Décrivez d'abord, questionnez-vous ensemble.",
            (),
        ),
        "Q1-20": (
            "Deux choses à faire",
            "Une mère dit ne pas avoir dormi depuis des jours. Quelles sont les deux choses à faire?",
            {
                "ask": ("Lui demander simplement comment elle va", "Poser la question est sans danger, et cela aide."),
                "link": ("L'aider à joindre une personne formée", "La dépression se traite."),
                "wait": ("Attendre qu'elle demande de l'aide", "Beaucoup de parents ne demandent jamais."),
                "alone": (
                    "La laisser se reposer seule malgré un plan pour mourir",
                    "On ne laisse jamais seule une personne en danger.",
                ),
            },
            "",
            ("Pensez à aujourd'hui.", "Pensez à ce soir."),
        ),
    },
}
MARKS = {"Q1-01": " ~ x", "Q1-05": "x! ", "Q1-20": "xx !"}
STATEMENT = {"en": "Reading signals", "fr": "Lire les signaux"}
PAIRS = {
    "en": (
        ("Secure base", "The child goes off to explore", "Help is within reach."),
        ("Safe haven", "The child comes back for comfort", "The adult comforts."),
    ),
    "fr": (
        ("Base de sécurité", "L'enfant part explorer", "Un appui reste à sa portée."),
        ("Havre de sécurité", "L'enfant revient chercher du réconfort", "L'adulte réconforte."),
    ),
}


def make_question(id: str, language: str) -> Question:
    title, stem, options, closing, hints = WORDS[language][id]
    several = id == "Q1-20"
    return Question(
        id=id,
        title=title,
        type=Type.SEVERAL if several else Type.CHOICE,
        stem=stem,
        options=tuple(
            Option(key, VERDICTS[mark], text, reason, line=1)
            for (key, (text, reason)), mark in zip(options.items(), MARKS[id], strict=True)
        ),
        pairs=(),
        closing=closing,
        hints=hints,
        about=("C1.3",),
        choose=2 if several else 1,
        version=1,
        passage="#passage",
        src_path=f"docs/{language}/test.md",
        line=1,
    )


def make_match(language: str) -> Question:
    pairs = tuple(Pair(key, *words, line=1) for key, words in zip(("base", "haven"), PAIRS[language], strict=True))
    title = {"en": "Two sides of a bond", "fr": "Deux versants d'un lien"}[language]
    stem = {"en": "Match each word with what it means.", "fr": "Associez chaque mot à son sens."}[language]
    bare = make_question("Q1-05", language)
    return replace(bare, id="Q1-30", title=title, type=Type.MATCH, stem=stem, options=(), pairs=pairs, closing="")


def make_kinds(language: str) -> tuple[Question, ...]:
    """One question of each kind that the page of every test does not have."""
    bare = make_question("Q1-20", language)
    words = {
        "en": ("signal", "hunger", "Look", "Listen", "Speak"),
        "fr": ("signal", "faim", "Voir", "Écouter", "Parler"),
    }
    best, near, *steps = words[language]
    known = (
        Option("signal", Verdict.BEST, best, "Yes.", 1, (best, f"l'{best}", "Éveil à l'autre")),
        Option("hunger", Verdict.UNSAFE, near, "No.", 1, (near,)),
    )
    ordered = tuple(Option(key, Verdict.BEST, text, "Why.", 1) for key, text in zip("abc", steps, strict=True))
    return (
        replace(bare, id="Q1-31", type=Type.SHORT, options=known, choose=1),
        replace(bare, id="Q1-32", type=Type.ORDER, options=ordered, choose=1),
        replace(bare, id="Q1-33", type=Type.RATING, options=(), ends=("low", "high"), pair="p", when=Moment.BEFORE),
        replace(bare, id="Q1-34", type=Type.RATING, options=(), ends=("low", "high"), pair="p", when=Moment.AFTER),
        replace(bare, id="Q1-35", type=Type.REFLECTION, options=(), answer="Perhaps so."),
    )


def make_questions(language: str) -> list[Question]:
    return [*(make_question(id, language) for id in WORDS[language]), make_match(language)]


@dataclass(frozen=True)
class Page:
    """What a test may change of a page."""

    language: str = "en"
    script: str = "".join(f"<script src='{name}' defer></script>" for name in SCRIPTS)
    questions: tuple[Question, ...] | None = None
    scheme: str = "default"
    policy: str = POLICY

    def html(self) -> str:
        extension = GuidebookExtension()
        extension.context.language = self.language
        t = translator(self.language)
        place = extension.context.place
        lines = [place(render_component("progress", t=t))]
        for question in make_questions(self.language) if self.questions is None else self.questions:
            lines.append(
                place(
                    render_question(
                        question,
                        self.language,
                        [Link("c1.html#C1-3", "C1.3", STATEMENT[self.language], "C1.3")],
                        "#passage",
                        f"{OTHER[self.language]}.html#{question.id}",
                        "Q1-33" if question.when is Moment.AFTER else "",
                    )
                )
            )
        lines.append(place(render_component("clear", t=t)))
        body = Markdown(extensions=["attr_list", extension]).convert("\n\n".join(lines))
        return f"""<!doctype html>
<html lang="{self.language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{self.policy}">
<title>Questions</title><meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="icon" href="data:,"><link rel="stylesheet" href="main.css"><link rel="stylesheet" href="palette.css">
<link rel="stylesheet" href="question.css">
{self.script}</head>
<body dir="ltr" data-md-color-scheme="{self.scheme}" data-md-color-primary="teal" data-md-color-accent="teal">
<div class="md-container"><main class="md-main"><div class="md-main__inner md-grid"><div class="md-content">
<article class="md-content__inner md-typeset"><h1>Test</h1><h2 id="passage">Passage</h2><p>…</p><h2>Questions</h2>
{body}
</article></div></div></main></div></body></html>"""


def write_site(folder: Path) -> None:
    """Material's style, our style and script, and one page per language."""
    for name in ("main", "palette"):
        shutil.copy(next(STYLES.glob(f"{name}.*.min.css")), folder / f"{name}.css")
    for path in (*(COMPONENTS / "question").glob("question.css"), *(COMPONENTS / "question").rglob("*.js")):
        shutil.copy(path, folder / path.name)
    shutil.copy(ROOT / "overrides" / STORE, folder / "store.js")
    for language in OTHER:
        (folder / f"{language}.html").write_text(Page(language).html(), "utf-8")
