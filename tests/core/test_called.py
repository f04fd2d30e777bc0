"""A skill is called by what its sentences say, else by its title: no list of skills is kept."""

from pathlib import Path

from core.skill import IntentSpec
from core.skill.declare import SlotType
from core.understanding.language import Language

HELP = """
language: en
intents:
  help.show:
    data:
      - sentences: ["help with {skill:topic}"]
"""
OTHER = """
language: en
intents:
  %s.show:
    data:
      - sentences: ["show %s"]
"""


async def nothing(_context: object) -> None:
    raise AssertionError("nobody asks for it")


def test_a_new_skill_is_asked_about_by_its_title(tmp_path: Path) -> None:
    (tmp_path / "help.yaml").write_text(HELP)
    (tmp_path / "stars.yaml").write_text(OTHER % ("stars", "stars") + 'called: "[the] sky"\n')
    (tmp_path / "greet.yaml").write_text(OTHER % ("greet", "greet"))
    (tmp_path / "greet.ftl").write_text("greet-title = Greeting (short)\n")
    topic = SlotType("topic", (str,), required=False)
    specs = [
        IntentSpec("help.show", (topic,), "read", nothing),
        IntentSpec("stars.show", (), "read", nothing),
        IntentSpec("greet.show", (), "read", nothing),
    ]
    language = Language(tmp_path, specs)
    assert language.sentences.book.faults == []
    for said, meant in (("help with the sky", "stars"), ("help with greeting short", "greet")):
        reading = language.exact(said, ())
        assert reading is not None, said
        assert reading.match.slots() == {"topic": meant}
