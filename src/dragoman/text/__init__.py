"""Pure string work on news text."""
