"""What a model calls: reading is done at once, everything else is proposed to the person."""

from dataclasses import dataclass, field, replace

from core.assistant import proposals
from core.assistant.outgoing import Outgoing
from core.assistant.tools import Unfit, slots, summary
from core.errors import IntegrationError, UserError
from core.ports.llm import ToolCall
from core.skill import Context, IntentSpec, invoke
from core.study import Proposal

MOST_PROPOSED = 3
"""Of one turn."""


@dataclass(slots=True)
class Toolbox:
    """The tools of one turn, and what was proposed by them."""

    ctx: Context
    assistant: str
    specs: dict[str, IntentSpec]
    """By the tool's name: there are no others."""
    out: Outgoing
    """What is proposed is shown to the person too."""
    proposed: list[Proposal] = field(default_factory=list)

    async def use(self, call: ToolCall) -> str:
        """Does what may be done; what became of it, for the model."""
        spec = self.specs.get(call.name)
        if spec is None:
            return "There is no such tool."
        try:
            given = slots(self.ctx, spec, call.arguments)
        except Unfit as unfit:
            return str(unfit)
        if spec.effect == "read":
            return await self._read(spec, given)
        if len(self.proposed) >= MOST_PROPOSED:
            return "Not now: too much waits for the person's yes already."
        clean = {
            name: self.out.clean(value) if isinstance(value, str) else value
            for name, value in given.items()
        }
        what = self.out.clean(summary(self.ctx, spec, clean, call.arguments))
        made = await proposals.propose(self.ctx, self.assistant, spec, clean, what)
        self.proposed.append(made)
        return "It is not done: it waits for the person's own yes."

    async def _read(self, spec: IntentSpec, given: dict[str, object]) -> str:
        """What the skill answers; a question of it is no question to the person."""
        beside = replace(self.ctx, sources=(), materials=(), for_model=True)
        try:
            reply = await invoke(self.ctx.catalogue, spec.name, given, beside)
        except UserError as error:
            return self.ctx.text(error.text_id, **error.values)
        except IntegrationError:
            return "It does not work at the moment."
        finally:
            self.ctx.work.question(None)
        return reply.text
