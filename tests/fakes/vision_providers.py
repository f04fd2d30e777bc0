"""The providers of sight that ask a model, pointed at the fake server of models."""

from pathlib import Path

from core.integrations._looking import Looker
from core.integrations.vision import groq, ollama, openai
from tests.fakes.llm_server import KEY, LlmServer

NAMES = ("openai", "openai-chat", "groq", "ollama")


def provider(name: str, server: LlmServer, seconds: float = 20.0) -> Looker:
    """As bootstrap would make it, but with as many seconds as a test has."""
    nowhere = Path("nowhere")
    keys = {"GROQ_API_KEY": KEY, "OLLAMA_API_KEY": KEY, "OPENAI_API_KEY": KEY}
    urls = {"GROQ_BASE_URL": server.url, "OLLAMA_HOST": server.url}
    urls["OPENAI_BASE_URL"] = f"{server.url}/v1"
    api = {"VIVA_VISION_OPENAI_API": "chat" if name == "openai-chat" else "responses"}
    room = {"groq": groq, "ollama": ollama}.get(name, openai)
    made: Looker = room.create(keys | urls | api, nowhere)
    made._seconds = seconds
    return made
