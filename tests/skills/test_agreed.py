"""Words that agree and words that refuse, each understood in every language."""

from types import SimpleNamespace
from typing import Any

import pytest

from core.bootstrap import LOCALES
from core.skill.keywords import agreed
from core.texts import Texts

HERE: Any = SimpleNamespace(texts=Texts(LOCALES))


@pytest.mark.parametrize(
    "said",
    [
        "go ahead",
        "Do it!",
        "proceed, please",
        "mach das",
        "ja, mach es",
        "Mach ruhig",
        "tu es",
        "hazlo",
        "¡Adelante!",
        "сделай",
        "сделайте это",
        "давай",
    ],
)
def test_a_yes(said):
    assert agreed(HERE, said) is True


@pytest.mark.parametrize(
    "said",
    [
        "don't do it",
        "I wouldn’t do it",
        "no, leave it",
        "mach das nicht",
        "mach nichts",
        "nein, lass es",
        "no lo hagas",
        "не делай",
        "не надо, давай потом",
    ],
)
def test_a_no_anywhere_is_a_no(said):
    assert agreed(HERE, said) is False


@pytest.mark.parametrize("said", ["what do you mean", "ahead of time", "tomorrow at nine"])
def test_neither(said):
    assert agreed(HERE, said) is None


@pytest.mark.parametrize(
    "said",
    [
        "ok what would that delete",
        "okay let me think first",
        "Gern würde ich noch überlegen",
        "хорошо, я подумаю об этом",
        "claro que me da miedo",
        "yes but my deck of biology and everything I wrote about it since May",
    ],
)
def test_a_yes_says_nothing_else(said):
    assert agreed(HERE, said) is None


@pytest.mark.parametrize(
    "said",
    [
        "yes, delete everything please",
        "I am sure",
        "sí, bórralo todo por favor",
        "ja, lösch bitte alles",
        "да, удали всё пожалуйста",
    ],
)
def test_a_yes_may_be_polite(said):
    assert agreed(HERE, said) is True
