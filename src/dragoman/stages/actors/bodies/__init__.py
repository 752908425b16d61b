"""Bodies, organisations and armed groups that a report names."""
