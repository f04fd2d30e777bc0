"""How well the engines hear and read, and the mentor teaches: measured on what is here."""
