"""The command itself, as a process of its own: it says where it is, answers, and ends when interrupted."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from dateline.model.errors import DatelineError
from dateline.web.server import bound


@pytest.fixture
def served(desk):
    # A process that may import nothing but the program: the environment of the tests has no say.
    command = [sys.executable, "-m", "dateline.cli", "serve", "--port", "0", "--ledger", str(desk.path)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, "NO_COLOR": "1"}) as process:
        address = re.search(r"http://127\.0\.0\.1:\d+/", process.stderr.readline())
        yield process, address and address.group()
        if process.poll() is None:
            process.kill()


def test_serve_says_where_answers_and_ends_when_interrupted(served):
    process, address = served
    with urllib.request.urlopen(address) as answer:
        assert b"Marrow Quay" in answer.read()
        assert "server" not in answer.headers
        assert "date" not in answer.headers
    with urllib.request.urlopen(urllib.request.Request(address, method="HEAD")) as answer:
        assert (answer.status, answer.read()) == (200, b"")
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) in {0, 130, -signal.SIGINT}
    assert "Traceback" not in process.stderr.read()


def test_a_port_that_is_taken_is_told():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(DatelineError, match=f"port {port} of 127.0.0.1 cannot be taken .*--port"), bound("127.0.0.1", port):
            pass
