"""Cards as another skill would have made them, and what a quiz has kept of them."""

from core.store.records import Records
from core.study import Card, Deck

BIOLOGY = {
    "Which organelle makes energy?": "mitochondria",
    "Where does photosynthesis happen?": "chloroplast",
    "What holds the genes?": "nucleus",
    "What surrounds the cell?": "membrane",
}
CAPITALS = {"Capital of France?": "Paris", "Capital of Spain?": "Madrid"}


def records(dialog, kind, id="anna"):
    ((person,),) = dialog.app.house.database.read(
        "SELECT person_id FROM identity WHERE external_id = ?", (id,)
    )
    return Records(kind, person, person, None, "en", dialog.app.house.database)


async def plant(dialog, speaker, title="Biology", cards=None, language="", **known):
    """Puts a deck into the person's records, as another skill would."""
    await speaker.say("hello")
    decks = records(dialog, Deck, speaker.id)
    deck = await decks.add(Deck(title, dialog.clock.now(), language=language))
    kept = records(dialog, Card, speaker.id)
    for front, back in (BIOLOGY if cards is None else cards).items():
        await kept.add(Card(deck.id, front, back, dialog.clock.now(), **known))
    for one in (decks, kept):
        await one.index()
        await dialog.app.house.database.write(one.write)
    return deck


async def cards(dialog, id="anna"):
    return {one.front: one for one in await records(dialog, Card, id).list(100)}


def facts(dialog, name):
    return dialog.app.house.database.read(
        "SELECT topic, value, seconds FROM fact WHERE name = ? ORDER BY id", (name,)
    )
