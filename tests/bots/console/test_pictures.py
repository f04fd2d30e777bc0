"""Pictures from a terminal: `viva send --image` and `/image`, as frames and as real processes."""

import json

import pytest

from bots.console import frames
from core.model import Image, Text
from tests.bots.console.test_console import viva  # noqa: F401  # the fixture
from tests.pictures import ENGLISH, saved, written


def test_pictures_are_parts_in_their_order():
    said = frames.read(b'{"type":"say","id":"1","text":"which?","images":["aa","bb"]}')
    assert isinstance(said, frames.Say)
    message = frames.parse(said, frames.Hello("anna"))
    assert message.parts == (Text("which?"), Image("aa"), Image("bb"))


def test_a_picture_that_is_none_is_one_sentence_and_exit_code_2(viva):  # noqa: F811
    pytest.importorskip("rapidocr_onnxruntime", reason="rapidocr-onnxruntime is not installed")
    for words, sentence in (
        (["--image", "README.md"], "Dieses Bild kann ich nicht öffnen"),
        (["--image", "none.png"], "Die Datei „none.png“ gibt es nicht."),
    ):
        done = viva("send", *words, "--lang", "de")
        assert (done.returncode, done.stdout) == (2, "")
        assert sentence in done.stderr


def test_pictures_are_read_from_the_command_line_and_in_a_chat(viva, tmp_path):  # noqa: F811
    for package in ("rapidocr_onnxruntime", "cv2", "PIL"):
        pytest.importorskip(package, reason=f"{package} is not installed")
    first, second = tmp_path / "a page.png", tmp_path / "second.png"
    first.write_bytes(saved(written(ENGLISH)))
    second.write_bytes(saved(written("and bring the book")))

    done = viva("send", "--image", str(first), "--image", str(second), "--json")
    told = json.loads(done.stdout)
    assert told["utterance"]["text"] == f"{ENGLISH} and bring the book"
    assert told["intent"]["name"] == "reminders.create"

    done = viva("chat", said=f"/image {first}\n")
    assert f"I read: “{ENGLISH}”" in done.stdout
    assert "revise chapter three" in done.stdout
