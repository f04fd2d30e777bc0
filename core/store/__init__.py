"""What is kept: the database and its writer, people, sessions, records."""
