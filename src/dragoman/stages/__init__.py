"""Each stage adds one kind of annotation to a document."""
