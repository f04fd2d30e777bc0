"""Decks read the locales in a thread while a turn does the same: fails until that is mended."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

from core.texts import Texts

LOCALES = Path(__file__).resolve().parents[2] / "locales"


def test_a_file_that_is_being_read_by_one_thread_is_there_for_another(monkeypatch):
    texts = Texts(LOCALES)
    opened, go_on = Event(), Event()
    read = Path.read_text

    def slowly(path, *args, **kwargs):
        said = read(path, *args, **kwargs)
        if path.name == "decks.ftl":
            opened.set()
            go_on.wait(5)
        return said

    monkeypatch.setattr(Path, "read_text", slowly)
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(texts.format, "en", "decks-column-front")
        assert opened.wait(5)
        second = threads.submit(texts.format, "en", "decks-column-back")
        try:
            second.result(0.5)  # a KeyError: the file counts as read before it is
        except TimeoutError:  # it waits for the other one, which is well
            pass
        finally:
            go_on.set()
        assert first.result(5)
        assert second.result(5)
