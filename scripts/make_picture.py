"""Take the picture of the page that README.md shows: docs/page.png, from a sample story, with a headless Chromium.

make_picture.py [STORY] [HEIGHT]. Needs Debian's `chromium` (or another on the PATH); opens no window and no connection.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WIDTH, HEIGHT = 1200, 1180
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def main() -> int:
    """Brief the story as a page, and photograph the top of it."""
    story = sys.argv[1] if sys.argv[1:] else "ferry"
    height = int(sys.argv[2]) if sys.argv[2:] else HEIGHT
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        print("no Chromium found; the picture stays as it is", file=sys.stderr)
        return 1
    folder = ROOT / "examples" / story
    expect = json.loads((folder / "expect.json").read_text(encoding="utf-8"))
    dates = next((run for run in expect["runs"].values() if run), {})
    named = [f"--date={folder / expect['articles'][name]}={date}" for name, date in dates.items()]
    with tempfile.TemporaryDirectory() as scratch:
        page = Path(scratch) / "page.html"
        program = Path(sys.executable).with_name("dateline")
        paths = [str(folder / file) for file in expect["articles"].values()]
        subprocess.run([program, "brief", *paths, *named, "-o", page, "-q"], check=True)
        shot = [f"--user-data-dir={scratch}/profile", f"--window-size={WIDTH},{height}", f"--screenshot={ROOT / 'docs' / 'page.png'}"]
        subprocess.run([browser, *QUIET, *shot, page.as_uri()], check=True, stderr=subprocess.DEVNULL)
    return 0


if __name__ == "__main__":
    sys.exit(main())
