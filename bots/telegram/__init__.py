"""Telegram: parse and render are pure, channel holds the SDK, simulator is the other side."""
