"""How it works, floor by floor."""
