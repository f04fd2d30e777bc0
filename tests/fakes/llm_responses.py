"""The wire of OpenAI's Responses for the fake server; its shapes are checked against the spec."""

import json
from collections.abc import Iterator
from typing import Any

from tests.fakes.llm_wire import (
    USAGE,
    Heard,
    Json,
    Refused,
    Said,
    checked,
    image,
    known,
    openai_error,
    strict,
)

PARAMETERS = {
    *("model", "input", "instructions", "max_output_tokens", "store", "stream", "temperature"),
    *("safety_identifier", "text", "tools", "tool_choice"),
}


class Responses:
    """POST /v1/responses with stream true."""

    def hear(self, body: Json) -> Heard:
        known(body, PARAMETERS)
        if body.get("max_output_tokens", 16) < 16:
            raise Refused(400, "integer_below_min_value", "too few", "max_output_tokens")
        if "temperature" in body and body["model"].startswith("fixed"):
            said = "Unsupported parameter: 'temperature' is not supported with this model."
            raise Refused(400, "unsupported_parameter", said, "temperature")
        if any("strict" not in tool for tool in body.get("tools", [])):
            raise Refused(400, "missing_required_parameter", "strict", "tools[0].strict")
        asked: set[str] = set()
        images: list[bytes] = []
        text = begun = ""
        for item in body["input"]:
            kind = item.get("type", "message")
            begun = item["content"] if item.get("role") == "assistant" else ""
            if kind == "function_call":
                json.loads(item["arguments"])
                asked.add(item["call_id"])
            elif kind == "function_call_output":
                if item["call_id"] not in asked:
                    raise Refused(400, None, "No tool call found for function call output")
                text = item["output"]
            elif item["role"] == "user":
                parts = item["content"]
                text = "".join(one["text"] for one in parts if one["type"] == "input_text")
                shown = [one for one in parts if one["type"] == "input_image"]
                images += [image(one["image_url"]) for one in shown]
        form = body.get("text", {}).get("format")
        return Heard(
            text=text,
            system=body.get("instructions", ""),
            images=tuple(images),
            tools=checked(body.get("tools", [])),
            required=body.get("tool_choice") == "required",
            schema=strict(form["schema"]) if form else None,
            after_tool=body["input"][-1].get("type") == "function_call_output",
            begun=begun,
        )

    def frames(self, said: Said, body: Json) -> Iterator[bytes]:
        for number, event in enumerate(_events(said, body)):
            yield _frame({**event, "sequence_number": number})

    def kind(self, body: Json) -> str:
        return "text/event-stream"

    def error(self, refused: Refused) -> Json:
        return openai_error(refused)

    def middle(self, refused: Refused) -> bytes:
        """What goes wrong in the middle is an event of its own."""
        told = {"code": refused.code, "message": refused.message, "param": refused.param}
        return _frame({"type": "error", **told, "sequence_number": 9})


def _frame(event: Json) -> bytes:
    return f"event: {event['type']}\ndata: {json.dumps(event)}\n\n".encode()


def _events(said: Said, body: Json) -> Iterator[Json]:
    yield {"type": "response.created", "response": _response(body, "in_progress", [])}
    output: list[Json] = []
    if said.text:
        part = "refusal" if said.refusal else "output_text"
        whole = _part(said.text, refusal=said.refusal)
        at: Json = {"item_id": "msg_1", "output_index": 0, "content_index": 0}
        logs: Json = {} if said.refusal else {"logprobs": []}
        item = _message("in_progress", [])
        yield {"type": "response.output_item.added", "output_index": 0, "item": item}
        empty = _part("", refusal=said.refusal)
        yield {"type": "response.content_part.added", **at, "part": empty}
        for bit in said.chunks():
            yield {"type": f"response.{part}.delta", **at, "delta": bit, **logs}
        end = {"refusal": said.text} if said.refusal else {"text": said.text}
        yield {"type": f"response.{part}.done", **at, **end, **logs}
        yield {"type": "response.content_part.done", **at, "part": whole}
        output.append(_message("completed", [whole]))
        yield {"type": "response.output_item.done", "output_index": 0, "item": output[0]}
    for name, arguments in said.calls:
        written = json.dumps(arguments)
        torn = written[:-2] if said.finish == "length" else written
        status = "incomplete" if said.finish == "length" else "completed"
        item = _called(name, torn, len(output)) | {"status": status}
        yield from _call(item, len(output))
        output.append(item)
    cut = {"length": "max_output_tokens", "content_filter": "content_filter"}.get(said.finish)
    status = "incomplete" if cut else "completed"
    whole_response = _response(body, status, output, cut)
    yield {"type": f"response.{status}", "response": whole_response}


def _call(item: Json, index: int) -> Iterator[Json]:
    at: Json = {"item_id": f"fc_{index}", "output_index": index}
    begun = item | {"status": "in_progress", "arguments": ""}
    yield {"type": "response.output_item.added", "output_index": index, "item": begun}
    kind, arguments = "response.function_call_arguments", item["arguments"]
    yield {"type": f"{kind}.delta", **at, "delta": arguments}
    yield {"type": f"{kind}.done", **at, "name": item["name"], "arguments": arguments}
    yield {"type": "response.output_item.done", "output_index": index, "item": item}


def _called(name: str, arguments: str, index: int) -> Json:
    ids = {"id": f"fc_{index}", "call_id": f"call_{index}"}
    kind = {"type": "function_call", "status": "completed"}
    return {**ids, **kind, "name": name, "arguments": arguments}


def _message(status: str, content: list[Json]) -> Json:
    ids = {"id": "msg_1", "type": "message", "role": "assistant"}
    return {**ids, "status": status, "content": content}


def _part(text: str, *, refusal: bool) -> Json:
    if refusal:
        return {"type": "refusal", "refusal": text}
    return {"type": "output_text", "text": text, "annotations": [], "logprobs": []}


def _response(body: Json, status: str, output: list[Json], cut: str | None = None) -> Json:
    made: dict[str, Any] = {
        "id": "resp_1",
        "object": "response",
        "created_at": 1,
        "status": status,
        "error": None,
        "incomplete_details": {"reason": cut} if cut else None,
        "instructions": body.get("instructions"),
        "model": body["model"],
        "output": output,
        "parallel_tool_calls": True,
        "metadata": {},
        "tool_choice": body.get("tool_choice", "auto"),
        "tools": body.get("tools", []),
        "temperature": 1,
        "top_p": 1,
    }
    if status != "in_progress":
        made["usage"] = {
            "input_tokens": USAGE[0],
            "input_tokens_details": {"cached_tokens": USAGE[2], "cache_write_tokens": 0},
            "output_tokens": USAGE[1],
            "output_tokens_details": {"reasoning_tokens": 0},
            "total_tokens": USAGE[0] + USAGE[1],
        }
    return made
