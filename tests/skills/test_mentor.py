"""The mentor through the whole pipeline: asked, gone on with, over papers, without a model."""

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from core.ports.llm import Abilities, Final, ToolCall, UserMessage, Usage
from tests.dialog import Dialog
from tests.fakes.llm import FakeLanguageModel


@pytest_asyncio.fixture
async def minded(tmp_path) -> AsyncIterator[Dialog]:
    """A dialog with a model whose scripts the test adds."""
    dialog = Dialog(tmp_path, given={"llm": FakeLanguageModel()})
    await dialog.start()
    yield dialog
    await dialog.app.stop()


def model(dialog) -> FakeLanguageModel:
    return dialog.given["llm"]


async def test_a_question_is_answered_and_gone_on_with(minded):
    model(minded).scripts += [["Plants make sugar from light."], ["Like a kitchen in a leaf."]]
    anna = await minded(("explain photosynthesis to me", "Plants make sugar from light."))
    assert list(anna.choices) == [
        "A hint", "Simpler, please", "Show the solution", "A similar exercise",
    ]  # fmt: skip
    await anna(("[Simpler, please]", "Like a kitchen in a leaf."))
    first, second = model(minded).asks
    assert first.messages[-1] == UserMessage("explain photosynthesis to me")
    assert [one.text for one in second.messages] == [
        "explain photosynthesis to me",
        "Plants make sugar from light.",
        "Explain it again in simpler words, with an example from everyday life.",
    ]
    assert first.assistant == "mentor"
    assert "anna" not in (first.user or "anna")
