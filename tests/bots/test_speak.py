"""`viva speak`: what it cannot do it says before anything is spoken."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bots.__main__ import app


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--lang", "fr"), "I speak English"),
        (("--lang", "xx"), "I speak English"),
        (("--out", "said.mp3"), "said.mp3: this writes OGG"),
    ],
)
def test_what_it_cannot_do_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, str], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    environ = {"VIVA_HOME": str(tmp_path / "home"), "VIVA_TTS": "espeak", "LANG": "en_GB.UTF-8"}
    done = CliRunner().invoke(app, ["speak", "hello", *words], env=environ)
    assert done.exit_code == 2
    assert told in done.stderr
    assert not list(tmp_path.iterdir())
