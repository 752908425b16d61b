"""States: where a report speaks of them, and whose a government, a body or a group is."""
