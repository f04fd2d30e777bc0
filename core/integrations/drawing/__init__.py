"""Pictures of numbers, and papers to keep."""
