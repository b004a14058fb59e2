"""`python -m dateline.cli`."""

from dateline.cli.main import main

if __name__ == "__main__":
    main()
