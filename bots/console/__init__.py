"""The terminal as a channel: any number of them speak to the serving process over a socket."""
