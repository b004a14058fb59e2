"""`make demo`: what it runs prints a brief and writes a page, for the samples and for one's own files."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def demo(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, ROOT / "scripts" / "demo.py", *arguments], cwd=cwd, capture_output=True, text=True, check=False)


def test_every_sample_story_is_briefed_and_its_page_named() -> None:
    done = demo()
    assert done.returncode == 0, done.stderr
    stories = sorted(path.parent.name for path in (ROOT / "examples").glob("*/expect.json"))
    assert len(stories) >= 3
    for story in stories:
        assert f"dateline brief {Path('examples') / story / 'articles'}" in done.stdout
        page = ROOT / "out" / f"{story}.html"
        assert str(page) in done.stdout
        assert "</html>" in page.read_text(encoding="utf-8")


def test_own_files_are_briefed_and_one_that_cannot_be_read_does_not_stop_it(tmp_path: Path) -> None:
    good, empty = tmp_path / "a.txt", tmp_path / "b.txt"
    good.write_text("The mayor said on Monday that 40 people had left the island of Torlan.\n", encoding="utf-8")
    empty.write_text("", encoding="utf-8")
    done = demo(str(good), str(empty), "--date=a.txt=2024-10-15", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "40 people" in done.stdout
    assert "15 Oct 2024" in done.stdout
    assert "b.txt" in done.stdout + done.stderr


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = demo(str(tmp_path / "nowhere.txt"))
    assert "nowhere.txt" in done.stderr
