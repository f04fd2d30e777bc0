"""Pictures and files for a terminal: they lie in the home, and it is told where."""

from pathlib import Path

import pytest

from bots.console import frames
from bots.console.channel import ConsoleChannel
from core.model import Attachment, Reply, Target
from core.ports.channel import Delivery
from core.store.home import Home

CHART = Attachment("progress.png", "image/png", b"\x89PNG", "A chart")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("progress.png", "5-progress.png"),
        ("../../etc/passwd", "5-etcpasswd"),
        ("Мои данные.zip", "5-Мои данные.zip"),
        ("a/b\\c\0d\n.ics", "5-abcd.ics"),
        ("", "5-file"),
        ("..", "5-file"),
        ("x" * 300 + ".pdf", "5-" + "x" * 56 + ".pdf"),
    ],
)
def test_a_file_is_named_so_that_any_disk_takes_it(name: str, kept: str) -> None:
    assert frames.file_name(5, name) == kept


def test_what_a_terminal_is_told(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.make()
    channel = ConsoleChannel(home)
    reply = Reply("Your week", image=CHART)
    delivery = Delivery(5, Target("console", "main", "anna"), reply, "en")

    kept = channel._keep(delivery)
    frame = frames.render(delivery, kept)

    (told,) = frame["reply"]["files"]
    assert Path(told["path"]).read_bytes() == CHART.data
    assert Path(told["path"]).parent == home.sent_to("anna") != home.sent_to("bert")
    assert frames.shown(frame) == f"Your week\n  progress.png: {told['path']}"
    assert b"iVBOR" not in frames.write(frame)  # the picture itself is not on the line
    assert channel._keep(delivery) == kept  # the same at another try
