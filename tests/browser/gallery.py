"""Pictures of every page, role and step of the demo day: `python tests/browser/gallery.py`.

They are in `var/gallery/`; `index.html` there shows them all. Four of them go in the README.
"""

import os
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path

import django

ROOT = Path(__file__).parents[2]
sys.path[0] = str(ROOT)  # instead of this folder, so that the tests are found as a package
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "scholendag.settings")
django.setup()

from tests.browser import chromium, readme, whole_day  # noqa: E402
from tests.browser.album import SCHEMES, SIZES, Album  # noqa: E402
from tests.browser.around import afterwards, coming_in, helping, preparing, rehearsing  # noqa: E402
from tests.browser.screens import Screens  # noqa: E402
from tests.browser.server import Demo, serve_demo  # noqa: E402
from tests.browser.store import prepared  # noqa: E402

FOLDER = ROOT / "var" / "gallery"


def options() -> Namespace:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--only", metavar="ROLE", help="the pages of one role, such as begeleider")
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=list(SIZES))
    parser.add_argument("--schemes", nargs="+", choices=SCHEMES, default=list(SCHEMES))
    return parser.parse_args()


def play(screens: Screens, demo: Demo, album: Album) -> None:
    """Everything that there is to see, in the order in which a school comes by it."""
    coming_in.play(screens, demo, album)
    preparing.play(screens, demo, album)
    rehearsing.play(screens, demo, album)
    helpers = helping.come_in(screens, demo, album)
    whole_day.play(screens, demo, album, helpers)
    afterwards.play(screens, demo, album)


def main() -> None:
    chosen = options()
    path = chromium.found() or sys.exit("There is no Chromium on this machine.")
    album = Album(FOLDER, chosen.sizes, chosen.schemes, chosen.only or "")
    with (
        tempfile.TemporaryDirectory() as folder,
        prepared(Path(folder)) as store,
        serve_demo(store) as demo,
        chromium.launched(path) as browser,
    ):
        screens = Screens(browser)
        try:
            play(screens, demo, album)
        finally:
            print(album.bind())
            print(
                "In the README:", ", ".join(readme.hang(album.pictures, FOLDER)) or "none of these"
            )
            screens.close()


if __name__ == "__main__":
    main()
