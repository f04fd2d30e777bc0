"""What a turn understood and how long it took, as plain values for the journal and the console."""

from core.model import Turn
from core.store.codec import wrap


def trace_of(turn: Turn) -> dict[str, object]:
    """See the README for its fields; `timings_ms` is per stage."""
    said, intent = turn.utterance, turn.intent
    also = {"also": [{"name": one.name, "slots": wrap(one.slots)} for one in turn.more]}
    return {
        "turn": turn.id,
        "utterance": said
        and {"text": said.text, "language": said.language, "confidence": round(said.confidence, 3)},
        "intent": intent
        and {
            "name": intent.name,
            "slots": wrap(intent.slots),
            "confidence": round(intent.confidence, 3),
        },
        **(also if turn.more else {}),
        "skill": intent and intent.name.partition(".")[0],
        "error": turn.error,
        "timings_ms": dict(turn.timings),
    }
