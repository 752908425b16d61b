"""Words that point back to somebody: pronouns, "the two", "both sides", "we"."""
