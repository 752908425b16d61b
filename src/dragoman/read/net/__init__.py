"""The only door to the network: addresses that the user named, asked for politely and within limits."""
