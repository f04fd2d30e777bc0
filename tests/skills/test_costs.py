"""What somebody has spent, as they are told in their language."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from core.errors import UserError
from core.ports.caller import acting
from core.ports.meter import Charge
from core.store.ledger import Ledger, Settings
from core.store.prices import Price

PRICES = {
    ("openai", "paid"): Price(input=1_000_000, output=2_000_000),
    ("own", "*"): Price(*[0] * 5),
}
DOLLAR = Charge("llm", "openai", "paid", 500_000, 250_000)
LITTLE = Charge("llm", "openai", "paid", 1_001, 0)
UNKNOWN = Charge("llm", "groq", "new", 1, 0)
FREE = Charge("llm", "own", "small", 20, 2)

ANYTHING = re.compile("")

NOTHING = {
    "en": (
        "what have I spent?",
        (
            "You have used no language model in the last 30 days, so you have spent nothing.\n"
            "You have no daily budget, so nothing is ever cut off."
        ),
    ),
    "es": (
        "¿Cuánto he gastado?",
        (
            "No has usado ningún modelo de lenguaje en los últimos 30 días, así que no has gastado"
            " nada.\nNo tienes presupuesto diario, así que nada se interrumpe."
        ),
    ),
    "de": (
        "Was habe ich ausgegeben?",
        (
            "Du hast in den letzten 30 Tagen kein Sprachmodell benutzt und also nichts ausgegeben."
            "\nDu hast kein Tagesbudget: Es wird nichts gesperrt."
        ),
    ),
    "ru": (
        "Сколько я потратил?",
        (
            "За последние 30 дней языковые модели вам не понадобились, так что вы ничего не"
            " потратили.\nДневного бюджета у вас нет, поэтому ничего не отключится."
        ),
    ),
}
SPENT = {
    "en": (
        "how many tokens did I use today",
        (
            "Today: 1,001 tokens, less than a cent\n"
            "Last 7 days: 751,001 tokens, $1.00\n"
            "Last 30 days: 751,002 tokens, $1.00 and something whose price I do not know\n"
            "Of today's budget of $0.50 you have $0.50 left. It starts afresh at 00:00."
        ),
    ),
    "es": (
        "cuántos tokens he usado hoy",
        (
            "Hoy: 1.001 tokens, menos de un centavo\n"
            "Últimos 7 días: 751.001 tokens, 1,00\xa0US$\n"
            "Últimos 30 días: 751.002 tokens, 1,00\xa0US$ y algo cuyo precio no conozco\n"
            "Del presupuesto de hoy, 0,50\xa0US$, te quedan 0,50\xa0US$. Se renueva a las 00:00."
        ),
    ),
    "de": (
        "wie viele Tokens habe ich heute verbraucht",
        (
            "Heute: 1.001 Tokens, weniger als ein Cent\n"
            "Letzte 7 Tage: 751.001 Tokens, 1,00\xa0$\n"
            "Letzte 30 Tage: 751.002 Tokens, 1,00\xa0$ und etwas, dessen Preis ich nicht kenne\n"
            "Vom heutigen Budget, 0,50\xa0$, hast du noch 0,50\xa0$."
            " Um 00:00 Uhr beginnt es von vorn."
        ),
    ),
    "ru": (
        "сколько токенов я сегодня потратил",
        (
            "Сегодня: 1\xa0001 токен, меньше цента\n"
            "Последние 7 дней: 751\xa0001 токен, 1,00\xa0$\n"
            "Последние 30 дней: 751\xa0002 токена, 1,00\xa0$ и ещё что-то, чего цену я не знаю\n"
            "Из сегодняшнего бюджета (0,50\xa0$) осталось 0,50\xa0$. Он обновится в 00:00."
        ),
    ),
}


def books(dialog, **budget):
    """The house's ledger, with prices of our own and this budget."""
    house = dialog.app.house
    house.ledger = Ledger(house.database, house.now, PRICES, Settings(**budget))


async def spend(dialog, *charges, days_ago=0):
    """On behalf of the only person there is."""
    house = dialog.app.house
    ((anna,),) = house.database.read("SELECT id FROM person")
    then = house.now() - timedelta(days=days_ago)
    ledger = Ledger(house.database, lambda: then, PRICES)
    with acting(person_id=anna):
        for charge in charges:
            await ledger.note(charge)


@pytest.mark.parametrize("language", NOTHING)
async def test_who_has_used_nothing_has_spent_nothing(dialog, language):
    await dialog(NOTHING[language], language=language)


@pytest.mark.parametrize("language", SPENT)
async def test_tokens_and_money_are_told(dialog, language):
    books(dialog, daily_usd=0.5)
    anna = await dialog(("/name show", ANYTHING), language=language)
    await spend(dialog, LITTLE)
    await spend(dialog, DOLLAR, days_ago=6)
    await spend(dialog, UNKNOWN, days_ago=29)
    await spend(dialog, DOLLAR, days_ago=30)

    await anna(SPENT[language])


async def test_what_is_left_of_the_budget(dialog):
    books(dialog, daily_usd=1.25, daily_tokens=1_000_000)
    anna = await dialog(("/name show", ANYTHING), zone="Asia/Tokyo")  # it is 19:00 there
    await spend(dialog, FREE, FREE)
    await anna(
        (
            "what is my budget",
            (
                "Today: 44 tokens, free of charge\n"
                "Last 7 days: 44 tokens, free of charge\n"
                "Last 30 days: 44 tokens, free of charge\n"
                "Of today's budget of $1.25 you have $1.25 left. It starts afresh at 00:00."
            ),
        )
    )
    await spend(dialog, *[replace(DOLLAR, output_tokens=0)] * 2)
    await anna(
        (
            "what is my budget",
            re.compile(
                r"^Today: 1,000,044 tokens, \$1.00\n(.*\n)*"
                r"Of today's budget of 1,000,000 tokens you have 0 left\. It starts afresh"
            ),
        )
    )


async def test_unknown_is_never_nothing(dialog):
    anna = await dialog(("/name show", ANYTHING))
    await spend(dialog, UNKNOWN)
    await anna(("/costs show", re.compile("^Today: 1 token; what they cost I do not know\n")))


async def test_nobody_sees_what_another_has_spent(dialog):
    await dialog(("/name show", ANYTHING))
    await spend(dialog, DOLLAR)
    await dialog(NOTHING["en"], id="bob")


@pytest.mark.parametrize("language", NOTHING)
@pytest.mark.parametrize("budget", [{"daily_usd": 0.5}, {"daily_tokens": 1_000}])
async def test_the_words_around_a_budget(dialog, language, budget):
    """Those that the assistants say: they hold the figures, and nothing is left open."""
    books(dialog, **budget)
    await dialog(("/name show", ANYTHING), language=language)
    await spend(dialog, DOLLAR)
    house = dialog.app.house
    ((anna,),) = house.database.read("SELECT id FROM person")
    with pytest.raises(UserError) as told:
        house.ledger.check(anna, "UTC")

    spent = house.texts.format(language, told.value.text_id, **told.value.values)
    warning = house.texts.format(language, "budget-warning", **house.ledger.left(anna, "UTC").words)

    assert re.search(r"0[.,]50" if "daily_usd" in budget else r"1[.,\xa0]?000", spent)
    assert "100 %" in warning
    assert all("00:00" in one and "{" not in one for one in (spent, warning))
