"""`python -m lexdocs`: the command, where its script is not on the path."""

from lexdocs.cli.main import run

if __name__ == "__main__":
    run()
