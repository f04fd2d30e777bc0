"""What the assistant does: one file per skill, found by looking into this folder."""
