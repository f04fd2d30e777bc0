"""Looking models that fail: each fault is a typed error, in time, and tells no secret."""

import asyncio
import logging
import socket
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from core.errors import IntegrationError, Unavailable
from core.integrations._looking import Looker
from tests.fakes.llm_faults import FAULTS, SLOW, is_told_well
from tests.fakes.llm_server import KEY, LlmServer, llm_server
from tests.fakes.llm_wire import Said
from tests.fakes.vision_providers import NAMES, provider
from tests.pictures import png_bomb, saved, written

pytest.importorskip("PIL", reason="Pillow is not installed")
pytest.importorskip("cv2", reason="opencv-python-headless is not installed")

PICTURE = saved(written("words", size=20))
SECRET = "is this my grandmother's handwriting"

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared() -> AsyncIterator[LlmServer]:
    async with llm_server(answer=lambda _: Said("LANGUAGE: en\nTEXT:\nwords\nSHOWN:\n-")) as server:
        yield server


@pytest_asyncio.fixture(scope="module", loop_scope="module", params=NAMES)
async def looker(request: pytest.FixtureRequest, shared: LlmServer) -> AsyncIterator[Looker]:
    made = provider(request.param, shared)
    shared.fault = None
    await made.see([PICTURE])  # SDK and worker are there before anything is timed
    yield made
    await made.close()


async def failed(
    looker: Looker, seconds: float, picture: bytes = PICTURE
) -> tuple[IntegrationError, float]:
    """What is raised, and after how many seconds."""
    loop = asyncio.get_running_loop()
    looker._seconds, began = seconds, loop.time()
    with pytest.raises(IntegrationError) as caught:
        await looker.see([picture], question=SECRET)
    looker._seconds = 20.0
    return caught.value, loop.time() - began


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_fault_is_typed_in_time_and_tells_nothing(
    looker: Looker, shared: LlmServer, fault: str, caplog: pytest.LogCaptureFixture
) -> None:
    if looker.name == "ollama" and fault == "quota":
        pytest.skip("nothing is paid for at Ollama")
    caplog.set_level(logging.DEBUG)
    shared.fault = fault
    shared.headers.clear()
    deadline = 0.3 if fault in SLOW else 3.0
    error, seconds = await failed(looker, deadline)
    is_told_well(
        error, fault, looker.name, seconds=seconds, deadline=deadline,
        logged=caplog.text, secrets=(KEY, SECRET),
    )  # fmt: skip
    assert len(shared.headers) == 1, "nobody tries again behind our back"
    shared.fault = None
    assert (await looker.see([PICTURE])).text == "words"


async def test_nobody_is_there() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    for name in NAMES:
        looker = provider(name, LlmServer(port=port))
        error, seconds = await failed(looker, 3.0)
        assert type(error) is Unavailable
        assert seconds < 3.0
        await looker.close()


async def test_pictures_that_take_too_long_to_open(looker: Looker, shared: LlmServer) -> None:
    shared.fault = None
    shared.headers.clear()
    heavy = png_bomb(4900)  # just small enough
    error, seconds = await failed(looker, 0.05, heavy)
    assert type(error) is Unavailable
    assert "not open" in str(error)
    assert seconds < 0.55
    assert not shared.headers
    assert (await looker.see([PICTURE])).text == "words"


async def test_a_cancelled_look_is_gone_and_the_next_one_sees(
    looker: Looker, shared: LlmServer
) -> None:
    shared.fault = "mute"
    shared.left.clear()
    task = asyncio.ensure_future(looker.see([PICTURE]))
    await asyncio.sleep(0.3)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await asyncio.wait_for(shared.left.wait(), 1)
    shared.fault = None
    assert (await looker.see([PICTURE])).text == "words"
