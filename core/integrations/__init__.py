"""Vendors and engines: a folder a capability, a file a provider; only bootstrap imports them."""
