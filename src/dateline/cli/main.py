"""The program `dateline`: its commands, its options for all of them, and the outermost edge where errors become messages.

Only the library of the command line is imported here; each command imports what it needs when it runs.
"""

import os
import sys
from typing import Annotated

import typer

from dateline import __version__
from dateline.cli import add, annotate, article, brief, cluster, doctor, kickoff, lists, read, rule, serve, show, stories, verify
from dateline.cli.exits import FAILED, USAGE
from dateline.model.errors import DatelineError, UsageError

app = typer.Typer(
    name="dateline",
    help="Turn a pile of saved news articles into a ledger of each story: who said what, when, through whom.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:  # noqa: FBT001 - the shape that the library calls
    if asked:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")] = False,  # noqa: FBT002
) -> None:
    pass


app.command("brief", short_help="Print the brief of each story.")(brief.brief)
app.command("read", short_help="Print what was read and cleaned.")(read.read)
app.command("annotate", short_help="Mark texts by character offsets.")(annotate.annotate)
app.command("cluster", short_help="Group texts into stories.")(cluster.cluster)
app.command("add", short_help="Read articles into the ledger.")(add.add)
app.command("stories", short_help="List the stories of the ledger.")(stories.stories)
app.command("show", short_help="Print the brief of one story of the ledger.")(show.show)
app.command("article", short_help="Show one article with its passages and marks.")(article.article)
app.command("rule", short_help="Confirm, reject, correct, merge, split, dismiss, answer, undo.")(rule.rule)
app.command("rulings", short_help="List the rulings.")(rule.rulings)
app.command("verify", short_help="Check every span against its source.")(verify.verify)
app.command("serve", short_help="Serve the ledger as pages on this machine.")(serve.serve)
app.command("kickoff", short_help="Ask what documents leave open, read as a specification.")(kickoff.kickoff)
app.command("rules", short_help="List the rules.")(lists.rules)
app.command("stages", short_help="List the stages.")(lists.stages)
app.command("doctor", short_help="Print versions, model and extras.")(doctor.doctor)


def main() -> None:
    """Run the program. What Dateline raises on purpose becomes one line on standard error, and an exit code."""
    try:
        app()
    except UsageError as error:
        _fail(error, USAGE)
    except DatelineError as error:
        _fail(error, FAILED)
    except BrokenPipeError:
        # The reader has gone (`dateline brief ... | head`): nothing more can be said to it, at exit neither.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FAILED)
    except OSError as error:
        _fail(f"{error.filename or 'input or output'}: {error.strerror or error}", FAILED)
    except Exception as error:  # the outermost edge: a defect of ours is told in a line
        if os.environ.get("DATELINE_TRACE"):
            raise
        _fail(f"a defect of the program, {type(error).__name__}: {error}; with DATELINE_TRACE=1 set it says where", FAILED)


def _fail(says: object, code: int) -> None:
    typer.echo(f"dateline: {says}", err=True)
    sys.exit(code)


if __name__ == "__main__":
    main()
