"""The providers of language models, pointed at the fake server."""

from pathlib import Path

from core.integrations.llm import groq, ollama, openai
from core.ports.llm import Ask, Final, LanguageModel, TextDelta, ToolCall, UserMessage
from tests.fakes.llm_server import KEY, LlmServer

NAMES = ("openai", "openai-chat", "groq", "ollama")


def provider(name: str, server: LlmServer) -> LanguageModel:
    """As bootstrap would make it."""
    nowhere = Path("nowhere")
    if name == "groq":
        return groq.create({"GROQ_API_KEY": KEY, "GROQ_BASE_URL": server.url}, nowhere)
    if name == "ollama":
        return ollama.create({"OLLAMA_HOST": server.url, "OLLAMA_API_KEY": KEY}, nowhere)
    environ = {"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": f"{server.url}/v1"}
    api = "chat" if name == "openai-chat" else "responses"
    return openai.create({**environ, "VIVA_LLM_OPENAI_API": api}, nowhere)


def saying(text: str, deadline: float = 10.0) -> Ask:
    """The shortest thread there is."""
    return Ask((UserMessage(text),), deadline=deadline)


async def collected(model: LanguageModel, request: Ask) -> tuple[str, list[ToolCall], Final]:
    """A whole answer; fails where there is not one final piece at its end."""
    pieces = [piece async for piece in model.stream(request)]
    *rest, last = pieces
    assert isinstance(last, Final)
    assert not any(isinstance(one, Final) for one in rest)
    text = [one.text for one in rest if isinstance(one, TextDelta)]
    assert all(text)
    return "".join(text), [one for one in rest if isinstance(one, ToolCall)], last
