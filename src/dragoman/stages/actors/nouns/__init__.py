"""Common nouns that stand for actors: governments, armies, rebels, officials, crowds."""
