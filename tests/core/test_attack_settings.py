"""Addresses that are none stop the start with a sentence, and the doctor goes on listing."""

from types import SimpleNamespace

import pytest

import skills
from core.bootstrap import build, probes
from core.errors import ConfigError
from core.ports.probe import Probe

WRONG = ["garbage", "http://[::1", "http://127.0.0.1:99999", "http://127.0.0.1:port", "ftp://x"]
KEYS = {"OPENAI_API_KEY": "sk-canary", "GROQ_API_KEY": "gsk-canary", "QDRANT_API_KEY": "canary"}
GIVEN = [
    ("OPENAI_BASE_URL", "VIVA_LLM", "openai"),
    ("OPENAI_BASE_URL", "VIVA_STT", "openai"),
    ("OPENAI_BASE_URL", "VIVA_TTS", "openai"),
    ("GROQ_BASE_URL", "VIVA_LLM", "groq"),
    ("GROQ_BASE_URL", "VIVA_STT", "groq"),
    ("QDRANT_URL", "VIVA_VECTORS", "qdrant"),
]


def settings(tmp_path, **given):
    off = {"VIVA_LLM": "none", "VIVA_STT": "none", "VIVA_VISION": "none", "VIVA_TTS": "none"}
    return {"VIVA_HOME": str(tmp_path), "VIVA_VECTORS": "none", **off, **KEYS, **given}


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize(("name", "capability", "provider"), GIVEN)
def test_a_wrong_address_stops_the_start(tmp_path, name, capability, provider, wrong):
    environ = settings(tmp_path, **{name: wrong, capability: provider})
    with pytest.raises(ConfigError) as stopped:
        build(environ, skills, [])
    (fault,) = stopped.value.faults
    assert fault.startswith(f"{name}: not valid")
    assert "canary" not in fault


@pytest.mark.parametrize("wrong", ["http://[::1", "127.0.0.1:99999", "h:port"])
def test_a_wrong_address_of_ollama_too(tmp_path, wrong):
    with pytest.raises(ConfigError, match="OLLAMA_HOST: not valid"):
        build(settings(tmp_path, OLLAMA_HOST=wrong, VIVA_LLM="ollama"), skills, [])


@pytest.mark.parametrize(
    "wrong", ["redis://:canary@127.0.0.1:port/0", "redis://[::canary", "http://127.0.0.1"]
)
def test_a_wrong_address_of_redis_is_told_and_not_met_in_every_turn(tmp_path, wrong):
    with pytest.raises(ConfigError, match="REDIS_URL: Give an address") as stopped:
        build(settings(tmp_path, REDIS_URL=wrong), skills, [])
    assert "canary" not in str(stopped.value)


def test_the_doctor_lists_all_the_same(tmp_path):
    given = {"OLLAMA_HOST": "http://[::1", "QDRANT_URL": "http://[::1", "OPENAI_BASE_URL": "x"}
    found = probes(settings(tmp_path, **given), [_channel()])
    broken = {(one.capability, one.name) for one in found if one.state == "broken"}
    assert {("llm", "ollama"), ("vectors", "qdrant"), ("llm", "openai")} <= broken
    assert len(found) > 20


def _channel():
    return SimpleNamespace(
        create=lambda environ, home: None,
        probe=lambda environ: Probe("none", "channel", "on", (), ""),
    )


@pytest.mark.parametrize(
    "given",
    [
        {"VIVA_BUDGET_DAILY_TOKENS": "abc"},
        {"VIVA_LLM": "groq", "VIVA_LLM_GROQ_RPM": "abc"},
        {"VIVA_PRICES": "nowhere.tsv"},
        {"REDIS_URL": "canary"},
        {"VIVA_LANGUAGE": "fr"},
        {"VIVA_LLM": "nobody", "VIVA_BUDGET_DAILY_USD": "-1"},
    ],
)
def test_the_doctor_tells_all_that_stops_the_start(tmp_path, given):
    environ = settings(tmp_path, **given)
    with pytest.raises(ConfigError) as stopped:
        build(environ, skills, [])
    broken = [one.detail for one in probes(environ, []) if one.state == "broken"]
    for fault in stopped.value.faults:
        assert sum(fault in detail for detail in broken) == 1, fault
    assert "canary" not in str(broken)


def test_the_doctor_tells_who_is_not_chosen_and_where_nobody_is(tmp_path):
    given = {
        "GROQ_API_KEY": "key",
        "OPENAI_API_KEY": "",
        "VIVA_LLM": "none",
        "VIVA_STT": "openai",
        "VIVA_VISION": "groq",
    }
    found = {
        (one.capability, one.name): one for one in probes(settings(tmp_path, **given), [_channel()])
    }
    assert found["llm", "groq"].detail.startswith("not chosen: VIVA_LLM")
    assert found["stt", "groq"].detail.startswith("not chosen: VIVA_STT")
    assert found["stt", "stt"].state == "off"
    assert "VIVA_STT asks for openai" in found["stt", "stt"].detail
    assert ("llm", "llm") not in found
    assert "not chosen" not in found["vision", "groq"].detail
