"""What the core asks of the outside: one Protocol a capability, one file each."""
