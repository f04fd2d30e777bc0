"""A server of embeddings on this machine: OpenAI's wire and Ollama's, and how both fail."""

import json
from array import array
from base64 import b64encode
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.embedder import vector
from tests.fakes.llm_server import KEY, REFUSALS, LlmServer, served
from tests.fakes.llm_wire import Json, Ollama, Refused, known, openai_error

MOST_INPUTS, MOST_TOKENS, MOST_TOKENS_OF_ALL = 2048, 8192, 300_000
EMBEDDERS = {"text-embedding-3-small", "embeddinggemma", "floats-only"}
SCALE = 3.0
"""Not of length one: not every server's are."""


class OpenAIWire:
    """POST /v1/embeddings; a model called floats-only knows no base64, as some servers do not."""

    def hear(self, body: Json) -> list[str]:
        known(body, {"model", "input", "encoding_format", "dimensions", "user"})
        texts = body["input"]
        if not isinstance(texts, list) or not 0 < len(texts) <= MOST_INPUTS:
            raise Refused(400, None, "'$.input' is invalid", "input")
        if not all(isinstance(one, str) and one for one in texts):
            raise Refused(400, None, "input cannot be an empty string", "input")
        if max(_tokens(one) for one in texts) > MOST_TOKENS:
            raise Refused(400, None, f"maximum context length is {MOST_TOKENS} tokens", "input")
        if sum(_tokens(one) for one in texts) > MOST_TOKENS_OF_ALL:
            raise Refused(400, "max_tokens_per_request", "max 300000 tokens per request", "input")
        return texts

    def frames(self, vectors: list[list[float]], body: Json) -> Iterator[bytes]:
        whole = body["model"] == "floats-only" or body.get("encoding_format") != "base64"
        data = [
            {
                "object": "embedding",
                "index": index,
                "embedding": one if whole else b64encode(array("f", one)).decode(),
            }
            for index, one in enumerate(vectors)
        ]
        usage = {"prompt_tokens": 8, "total_tokens": 8}
        # The index tells the order, whatever order they come in.
        told = {"object": "list", "data": data[::-1], "model": body["model"], "usage": usage}
        yield from _pieces(told)

    def kind(self, body: Json) -> str:
        return "application/json"

    def error(self, refused: Refused) -> Json:
        return openai_error(refused)

    def middle(self, refused: Refused) -> bytes:
        return json.dumps(openai_error(refused)).encode()


class OllamaWire(Ollama):
    """POST /api/embed; what is too long is cut there."""

    def hear(self, body: Json) -> Any:
        texts = body["input"]
        if isinstance(texts, str):
            return [texts]
        if not all(isinstance(one, str) for one in texts):
            raise Refused(400, None, "invalid input type")
        if not body.get("truncate", True) and max(map(_tokens, texts)) > MOST_TOKENS:
            raise Refused(400, None, "the input length exceeds the context length")
        return texts

    def frames(self, said: Any, body: Json) -> Iterator[bytes]:
        told = {"model": body["model"], "embeddings": said, "total_duration": 14143917}
        yield from _pieces({**told, "load_duration": 1019500, "prompt_eval_count": 8})

    def kind(self, body: Json) -> str:
        return "application/json; charset=utf-8"


WIRES: dict[str, Any] = {"/v1/embeddings": OpenAIWire(), "/api/embed": OllamaWire()}


@dataclass
class EmbeddingsServer(LlmServer):
    """Its vectors are the fake embedder's, three times as long; `wrong` takes their place."""

    wrong: list[list[float]] | None = None
    asked: list[list[str]] = field(default_factory=list)
    """The texts of each request."""

    def wire(self, method: str, path: str) -> Any:
        return WIRES.get(path) if method == "POST" else None

    def _frames(self, wire: Any, path: str, body: Json, headers: dict[str, str]) -> list[bytes]:
        key = headers.get("authorization", "").removeprefix("Bearer ")
        if key != KEY and not isinstance(wire, Ollama):
            raise Refused(401, "invalid_api_key", f"Incorrect API key provided: {key}")
        if self.fault in REFUSALS:
            raise REFUSALS[self.fault]
        if body.get("model") not in EMBEDDERS:
            raise Refused(404, "model_not_found", f"model '{body.get('model')}' not found")
        texts = wire.hear(body)
        self.asked.append(texts)
        made = [[SCALE * one for one in vector(text)] for text in texts]
        return list(wire.frames(made if self.wrong is None else self.wrong, body))


def embeddings_server() -> AbstractAsyncContextManager[EmbeddingsServer]:
    """Serves on a free port of this machine."""
    return served(EmbeddingsServer())


def _tokens(text: str) -> int:
    """As many as there could be at the most."""
    return len(text.encode())


def _pieces(told: Json) -> Iterator[bytes]:
    whole = json.dumps(told).encode()
    step = len(whole) // 6 + 1
    for start in range(0, len(whole), step):
        yield whole[start : start + step]
