"""The schedule: study sessions and rooms are booked, moved and cancelled, and go to calendars."""

from skills.schedule.booking import book
from skills.schedule.changing import cancel, move, remind
from skills.schedule.feed import calendar, export, subscribe
from skills.schedule.keeping import draw_on, moved, soon
from skills.schedule.rooms import close, list_rooms, open_room
from skills.schedule.showing import free, week

__all__ = [
    "book",
    "calendar",
    "cancel",
    "close",
    "draw_on",
    "export",
    "free",
    "list_rooms",
    "move",
    "moved",
    "open_room",
    "remind",
    "soon",
    "subscribe",
    "week",
]
