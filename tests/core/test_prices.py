"""Prices: ours, people's own, and what is not known."""

from dataclasses import replace

import pytest

from core.errors import ConfigError
from core.ports.meter import Charge
from core.store.database import Database
from core.store.ledger import create
from core.store.prices import OURS, Price, find, read
from tests.books import ASKED, COST, NOW, PRICED


@pytest.mark.parametrize(
    ("charge", "nanos"),
    [
        (Charge("stt", "groq", "whisper-large-v3-turbo", seconds=60), 666_667),
        (Charge("stt", "groq", "whisper-large-v3", seconds=1), 308_333),  # ten are billed
        (Charge("stt", "openai", "gpt-transcribe", 90, 20, seconds=60), 4_500_000),
        (Charge("stt", "groq", "whisper-large-v3", error="unavailable"), 0),
        (Charge("stt", "groq", "whisper-large-v3"), None),  # it cannot have heard nothing
        (Charge("llm", "groq", "openai/gpt-oss-120b", 10, 10), None),
        (Charge("llm", "groq", "openai/gpt-oss-120b", error="rate-limited"), 0),
        (Charge("llm", "groq", "whisper-large-v3", characters=5), None),
        (Charge("llm", "ollama", "qwen3-vl:4b", 10, 10), 0),
        (Charge("llm", "embedded", "anything", 10, 10), 0),
        (Charge("vision", "rapidocr", "PP-OCR"), 0),
        (Charge("tts", "piper", "joe", characters=300), 0),
    ],
)
def test_our_price_list(charge, nanos):
    assert find(read({}), charge.provider, charge.model).of(charge) == nanos


def test_an_ollama_that_asks_for_a_key_is_not_free():
    charge = Charge("llm", "ollama", "gpt-oss:120b", 10, 10)

    assert find(read({"OLLAMA_API_KEY": "x"}), "ollama", charge.model).of(charge) is None


def test_money_is_exact_to_a_millionth_of_a_cent():
    assert PRICED.of(ASKED) == COST
    assert replace(PRICED, cached=None).of(ASKED) == 1_000 * 250 + 500 * 2_000
    assert replace(PRICED, output=None).of(ASKED) is None
    assert Price(input=20_000).of(Charge("embeddings", "openai", "e", input_tokens=20)) == 400


def test_own_prices_go_before_ours(tmp_path):
    own = tmp_path / "prices.tsv"
    own.write_text(
        "# mine\nprovider\tmodel\tinput\toutput\tnote\n\ngroq\t*\t0.15\t0.6\tby contract\n"
        "openai\tgpt-6-luna\t1\t4.25\n",
        encoding="utf-8",
    )
    prices = read({}, own)

    assert find(prices, "groq", "whisper-large-v3") == Price(input=150_000, output=600_000)
    assert find(prices, "openai", "gpt-6-luna") == Price(input=1_000_000, output=4_250_000)
    assert find(prices, "openai", "gpt-transcribe").hour == 270_000
    assert find(prices, "embedded", "x").is_free


def test_all_faults_of_the_settings_are_told_at_once(tmp_path):
    database = Database(tmp_path / "viva.db")
    own = tmp_path / "prices.tsv"
    own.write_text("provider\tmodel\tinput\toutput\nx\ty\t-1\t0.0000001\nx\tz\tnan\tcheap\n")

    with pytest.raises(ConfigError) as told:
        create({"VIVA_PRICES": str(own)}, database, lambda: NOW)
    assert [fault.partition(" is")[0] for fault in told.value.faults] == [
        f"VIVA_PRICES: prices.tsv line {line}: {column}"
        for line in (2, 3)
        for column in ("input", "output")
    ]
    for wrong in ({"VIVA_PRICES": str(tmp_path / "none")}, {"VIVA_PRICES": str(tmp_path)}):
        with pytest.raises(ConfigError, match="cannot be read"):
            create(wrong, database, lambda: NOW)
    own.write_text("openai\tgpt-6-luna\t1\n")
    with pytest.raises(ConfigError, match="names the columns"):
        create({"VIVA_PRICES": str(own)}, database, lambda: NOW)
    others = {"VIVA_BUDGET_DAILY_TOKENS": "-5", "VIVA_PRICES": str(own)}
    for money in ("-1", "nan", "inf", "1e300"):
        with pytest.raises(ConfigError) as told:
            create({**others, "VIVA_BUDGET_DAILY_USD": money}, database, lambda: NOW)
        assert len(told.value.faults) == 3


def test_the_price_list_has_a_source_and_a_date_for_every_line():
    lines = OURS.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]

    assert {len(row) for row in rows} == {len(rows[0])}
    assert all(row[-1] and row[-2].startswith("20") for row in rows[1:])
