"""The recipe that makes the analyser's weights from corpora; not shipped in the wheel."""
