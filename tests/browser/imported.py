"""Imported once, by the process that servers are forked from: all that a server has to read.

Nothing here opens a connection or starts a thread, for neither survives a fork.
"""

import os
import sys
from importlib import import_module

import django
from django.conf import settings

os.environ["DJANGO_SETTINGS_MODULE"] = "scholendag.settings"
django.setup()

from django.template.loader import get_template  # noqa: E402

import_module("scholendag.asgi")
for page in settings.BASE_DIR.glob("templates/**/*.html"):
    get_template(str(page.relative_to(settings.BASE_DIR / "templates")))

# Daphne makes its event loop when it is imported, and two processes on one loop would take each
# other's events. So each process that is forked imports it anew.
for name in ("daphne.server", "twisted.internet.reactor"):
    del sys.modules[name]
