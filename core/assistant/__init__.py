"""The language-model loop: a skill asks a model, with the house's intents as its tools."""

from core.assistant.assistants import Assistant, converse
from core.assistant.prompt import Data, quoted
from core.assistant.thread import current, thread_of

__all__ = ["Assistant", "Data", "converse", "current", "quoted", "thread_of"]
