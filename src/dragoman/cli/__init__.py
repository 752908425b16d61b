"""The command line: `dragoman VERB`, every verb with --help."""


def main() -> None:
    """Run the command line."""
    from dragoman.cli.app import run

    run()
