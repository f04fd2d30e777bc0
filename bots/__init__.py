"""Where people talk: one folder a channel."""
