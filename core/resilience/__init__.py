"""What stands between us and whoever we call: limits, order, patience, and knowing when to stop."""

from core.resilience.gateway import Attempt, Gateway, Way
from core.resilience.log import Quota
from core.resilience.shared import Scripts
from core.resilience.window import Window

__all__ = ["Attempt", "Gateway", "Quota", "Scripts", "Way", "Window"]
