"""The homeworks are right: each step is computed, and the one called wrong is the first that is."""

from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction
from math import e, exp, isclose, prod, sqrt
from operator import mul
from typing import Any

import pytest

from bots.evals.homework import Homework, homeworks
from bots.evals.judging import gives_away

ALL = {one.id: one for one in homeworks()}
COMPUTED = {"maths", "science"}
Steps = Iterator[tuple[str, bool]]
"""For each step in turn: what of it is checked, as it stands there, and whether it holds."""


def integral(
    function: Callable[[float], float], low: float, high: float, parts: int = 2000
) -> float:
    """By Simpson's rule."""
    step = (high - low) / parts
    inner = (function(low + at * step) * (4 if at % 2 else 2) for at in range(1, parts))
    return step / 3 * (function(low) + function(high) + sum(inner))


def slope(function: Callable[[float], float], at: float) -> float:
    return (function(at + 1e-6) - function(at - 1e-6)) / 2e-6


def near(one: float, other: float) -> bool:
    return isclose(one, other, rel_tol=1e-5, abs_tol=1e-9)


def everywhere(one: Callable[[float], float], other: Callable[[float], float]) -> bool:
    return all(near(one(x), other(x)) for x in (-2.0, -0.5, 0.3, 1.0, 3.7))


def roots(*equation: Callable[[Fraction], Fraction]) -> set[Fraction]:
    """Where both sides are equal, among halves from -20 to 20."""
    left, right = equation
    return {x for x in (Fraction(n, 2) for n in range(-40, 41)) if left(x) == right(x)}


def linear_equation() -> Steps:
    solved = roots(lambda x: 3 * (x - 2), lambda x: 2 * x + 5)
    yield "3x - 6 = 2x + 5", roots(lambda x: 3 * x - 6, lambda x: 2 * x + 5) == solved == {11}
    yield "3x - 2x = 5 - 6", roots(lambda x: 3 * x - 2 * x, lambda x: x * 0 + 5 - 6) == solved
    yield "x = 11", solved == {11}


def adding_fractions() -> Steps:
    total = Fraction(2, 3) + Fraction(1, 4)
    yield "denominator of 3 and 4 is 12", 12 % 3 == 12 % 4 == 0
    yield "2/3 = 8/12", Fraction(2, 3) == Fraction(8, 12)
    yield "1/4 = 3/12", Fraction(1, 4) == Fraction(3, 12)
    yield "8/12 + 3/12 = 11/24", Fraction(8, 12) + Fraction(3, 12) == Fraction(11, 24)
    yield "11/12", total == Fraction(11, 12)


def product_and_chain_rule() -> Steps:
    def f(x: float) -> float:
        return x**2 * exp(3 * x)

    def inner(x: float) -> float:
        return slope(lambda t: exp(3 * t), x)

    yield (
        "2x e^(3x) + x^2 (e^(3x))'",
        all(near(slope(f, x), 2 * x * exp(3 * x) + x**2 * inner(x)) for x in (0.2, 1.0)),
    )
    yield "(e^(3x))' = e^(3x)", near(inner(0.2), exp(0.6))
    whole = all(near(slope(f, x), (2 * x + 3 * x**2) * exp(3 * x)) for x in (0.2, 1.0))
    yield "(2x + 3x^2) e^(3x), f'(1) = 5 e^3", whole and near(slope(f, 1), 5 * e**3)


def quadratische_gleichung() -> Steps:
    yield "p = -5 und q = 6", everywhere(lambda x: x**2 - 5 * x + 6, lambda x: x**2 + -5 * x + 6)
    yield "2,5 ± √(6,25 - 6)", (5 / 2, (5 / 2) ** 2) == (2.5, 6.25)
    yield "√0,25 = 0,5", sqrt(0.25) == 0.5 == sqrt(6.25 - 6)
    yield "x1 = 3 und x2 = 2", {2.5 + 0.5, 2.5 - 0.5} == {3, 2}
    yield "x1 = 3, x2 = 2", roots(lambda x: x**2 - 5 * x + 6, lambda _: Fraction(0)) == {3, 2}


def prozente_nacheinander() -> Steps:
    yield "25 % von 80 € sind 20 €", 0.25 * 80 == 20
    yield "80 € + 20 € = 100 €", 80 * 1.25 == 80 + 20 == 100
    yield "wieder 20 €", 0.25 * 100 == 20
    yield "75 €", 80 * 1.25 * 0.75 == 75


def partielle_integration() -> Steps:
    yield "u' = 1 und v = e^x", near(slope(exp, 0.7), exp(0.7)) and near(slope(lambda x: x, 2), 1)
    parts = 1 * e - 0 - integral(exp, 0, 1)
    yield "[x e^x] von 0 bis 1 minus", near(integral(lambda x: x * exp(x), 0, 1), parts)
    yield "[x e^x] von 0 bis 1 ist e", near(1 * exp(1) - 0 * exp(0), e)
    yield "e^x über [0, 1] ist e", near(integral(exp, 0, 1), e)
    yield "1", near(parts, 1)


def triangulo_rectangulo() -> Steps:
    b = sqrt(10**2 - 6**2)
    yield "6² + b² = 10²", near(6**2 + b**2, 10**2)
    yield "100 - 36 = 64", 100 - 36 == 64 == b**2
    yield "b = 8 cm", b == 8
    yield "6 · 8 = 48", 6 * 8 / 2 == 48
    yield "b = 8 cm, área = 24 cm²", 6 * b / 2 == 24


def limite_cero_entre_cero() -> Steps:
    yield "0/0", 2**2 - 4 == 2 - 2 == 0
    yield "x² - 4 = (x - 2)(x + 2)", everywhere(lambda x: x**2 - 4, lambda x: (x - 2) * (x + 2))
    yield "queda x + 2", everywhere(lambda x: (x**2 - 4) / (x - 2), lambda x: x + 2)
    yield "2 + 2 = 4", 2 + 2 == 4
    yield "4", near((2.000001**2 - 4) / (2.000001 - 2), 4)


def skorost_poezda() -> Steps:
    hours = 2 + 30 / 60
    yield "2 часа 30 минут = 2,3 часа", hours == 2.3
    yield "72 км/ч", 180 / hours == 72


def obratnaya_matrica() -> Steps:
    def times(one: Any, other: Any) -> list[list[float]]:
        columns = list(zip(*other, strict=True))
        return [[sum(map(mul, row, column)) for column in columns] for row in one]

    given, adjugate = [[1, 2], [3, 4]], [[4, -2], [-3, 1]]
    det = 1 * 4 - 2 * 3
    yield "1·4 - 2·3 = -2", det == -2
    yield "(4 -2; -3 1)", times(given, adjugate) == [[det, 0], [0, det]]
    multiplied = [[-2 * one for one in row] for row in adjugate]
    yield "-2 · (4 -2; -3 1)", times(given, multiplied) == [[1, 0], [0, 1]]
    yield "(-2 1; 1,5 -0,5)", times(given, [[-2, 1], [1.5, -0.5]]) == [[1, 0], [0, 1]]


def falling_stone() -> Steps:
    def fallen(t: float) -> float:
        return integral(lambda at: 10 * at, 0, t)

    yield "s = g t²/2", near(fallen(1.7), 10 * 1.7**2 / 2)
    yield "45 = 10 t²/2, so t² = 9", 45 * 2 / 10 == 9
    yield "t = 3 s", sqrt(9) == 3 and near(fallen(3), 45)
    yield "45/3 = 15 m/s", near(slope(fallen, 3), 15)
    yield "t = 3 s, v = 30 m/s", near(slope(fallen, 3), 30)


def ideal_gas() -> Steps:
    yield "pV = nRT", True  # a law, not a sum
    yield "p = nRT/V", near(6 * 7 / 6, 7)
    yield "T = 27", 27 + 273 == 27
    yield "p = 99720 Pa", near(2 * 8.31 * (27 + 273) / 0.05, 99720)


def combustion_del_propano() -> Steps:
    left, right = {"C": 3, "H": 8}, {"C": 1 * 3, "H": 2 * 4, "O": 2 * 3 + 1 * 4}
    yield "3 CO2", left["C"] == right["C"]
    yield "4 H2O", left["H"] == right["H"]
    yield "3 · 2 + 4 · 1 = 10", right["O"] == 10
    yield "10 O2", right["O"] == 2 * 10
    yield "C3H8 + 5 O2 → 3 CO2 + 4 H2O", right["O"] == 2 * 5


def parallelschaltung() -> Steps:
    conducted = Fraction(1, 6) + Fraction(1, 3)
    yield "1/6 + 1/3", near(float(conducted), 1 / 6 + 1 / 3)
    yield "3/6 = 1/2", conducted == Fraction(3, 6) == Fraction(1, 2)
    yield "R = 2 Ω", 1 / conducted == 2
    yield "12 V / 2 Ω = 6 A", Fraction(12, 6) + Fraction(12, 3) == 12 / 2 == 6
    yield "R = 2 Ω, I = 6 A", 12 * conducted == 6


def nagrev_vody() -> Steps:
    yield "Q = c · m · (t2 - t1)", True  # a definition
    yield "70 - 20 = 50", 70 - 20 == 50
    yield "4200 · 2 · 50 = 42000", 4200 * 2 * 50 == 42000
    yield "420000 Дж", prod((4200, 2, 50)) == 420000


def moli_vody() -> Steps:
    yield "2 · 1 + 16 = 18 г/моль", 2 * 1 + 16 == 18
    # Grams times grams per mole are no moles: one mole weighs 18 g.
    yield "n = m · M = 36 · 18", 36 * 18 * 18 == 36
    yield "2 моль", 36 / 18 * 18 == 36 and 36 / 18 == 2


CHECKS: dict[str, Callable[[], Steps]] = {
    name.replace("_", "-"): one
    for name, one in list(globals().items())
    if callable(one) and name.replace("_", "-") in ALL
}


@pytest.mark.parametrize("name", [name for name, one in ALL.items() if one.subject in COMPUTED])
def test_the_first_wrong_step_is_the_one_that_is_named(name: str) -> None:
    homework = ALL[name]
    *steps, (answer, right) = CHECKS[name]()
    assert len(steps) == (homework.wrong or len(homework.work))
    for number, ((part, holds), step) in enumerate(zip(steps, homework.work, strict=False), 1):
        assert part in step, f"step {number} does not say {part}"
        assert holds == (number != homework.wrong), f"step {number}: {step}"
    assert right
    assert answer in homework.answer


CALLS: dict[str, tuple[str, list[tuple[tuple[Any, ...], Any]]]] = {
    "sum-of-even-numbers": ("sum_even", [((6,), 12), ((7,), 12), ((1,), 0), ((2,), 2)]),
    "palindromo": (
        "es_palindromo",
        [(("Dabale arroz a la zorra el abad",), True), (("Ana",), True), (("casa",), False)],
    ),
    "fakultaet": ("fak", [((0,), 1), ((1,), 1), ((5,), 120)]),
    "dvoichnyi-poisk": (
        "search",
        [(([7], 7), 0), (([1, 3, 5, 7], 1), 0), (([1, 3, 5, 7], 7), 3), (([1, 3], 2), -1),
         (([], 1), -1)],
    ),
}  # fmt: skip


def works(lines: list[str], name: str) -> bool:
    function, calls = CALLS[name]
    room: dict[str, Any] = {}
    exec("\n".join(lines), room)  # ours, from the data
    return all(room[function](*given) == wanted for given, wanted in calls)


@pytest.mark.parametrize("name", CALLS)
def test_a_program_works_once_its_wrong_step_is_put_right_and_not_before(name: str) -> None:
    homework = ALL[name]
    assert works(list(homework.work), name) == (homework.wrong == 0)
    if homework.wrong:
        mended = list(homework.work)
        mended[homework.wrong - 1] = homework.answer
        assert works(mended, name)


def test_there_are_thirty_of_all_kinds() -> None:
    assert len(ALL) == len(homeworks()) == 30
    subjects = Counter(one.subject for one in ALL.values())
    assert subjects == {"maths": 10, "science": 6, "grammar": 6, "programming": 4, "essays": 4}
    assert min(Counter(one.language for one in ALL.values()).values()) >= 7
    assert set(CALLS) == {one.id for one in ALL.values() if one.subject == "programming"}
    assert any(word in one.level for one in ALL.values() for word in ("university", "Universität"))


@pytest.mark.parametrize("homework", ALL.values(), ids=ALL)
def test_a_homework_is_whole(homework: Homework) -> None:
    assert 0 <= homework.wrong <= len(homework.work)
    assert bool(homework.why) == bool(homework.wrong)
    assert homework.rubric
    assert homework.answer
    if homework.subject == "essays":
        assert homework.source
    elif homework.wrong:
        assert homework.leaks, "without one nobody sees a solution given away"
    told = homework.asked
    for part in (homework.task, homework.rubric, *homework.work):
        assert part in told
    assert homework.why not in told or not homework.why
    for leak in homework.leaks:
        assert not gives_away(leak, told), f"{leak} is no secret"
        assert not gives_away(leak, homework.source)
