"""What stands around the prose of a report, and how it is taken off: one file a kind of thing."""
