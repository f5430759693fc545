"""All settings, one file.

Without any environment variable this is the embedded default: SQLite, the in-memory channel
layer, one process, on this machine only. DATABASE_URL and REDIS_URL make it several processes
on several machines; nothing else in the code may know which of the two it is on.
"""

import secrets
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
import django_stubs_ext
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from scholendag import env

# Lets forms and querysets name their model, `ModelForm[Goal]`, as the types ask.
django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(env.text("DATA_DIR", str(BASE_DIR / "var")))
DATABASE_URL = env.text("DATABASE_URL")
REDIS_URL = env.text("REDIS_URL")

DEBUG = env.flag("DEBUG")
# Lets the printed begeleider link sign the demo coach in; see scholendag/demo/views.py.
DEMO = env.flag("DEMO")
# Whom to tell what is not accessible; without it that is the coach of the school.
CONTACT_EMAIL = env.text("CONTACT_EMAIL")


def _secret_key() -> str:
    """The key from the environment; the embedded default keeps one of its own beside its data."""
    if key := env.text("SECRET_KEY"):
        return key
    if DATABASE_URL:
        raise ImproperlyConfigured("SECRET_KEY is needed when DATABASE_URL is set")
    path = DATA_DIR / "secret_key"
    if not path.exists():
        DATA_DIR.mkdir(parents=True, exist_ok=True)
        path.write_text(secrets.token_urlsafe(50))
        path.chmod(0o600)
    return path.read_text().strip()


SECRET_KEY = _secret_key()

SITE_URL = env.address("SITE_URL", "http://127.0.0.1:8000")
SECURE = SITE_URL.startswith("https://")
ALLOWED_HOSTS = [
    urlsplit(SITE_URL).hostname or "",
    "localhost",
    "127.0.0.1",
    *env.words("ALLOWED_HOSTS"),
]
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "daphne",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "channels",
    "csp",
    "django_htmx",
    "scholendag.live",
    "scholendag.accounts",
    "scholendag.help",
    "scholendag.schools",
    "scholendag.sessies",
    "scholendag.agenda",
    "scholendag.breakouts",
    "scholendag.boards",
    "scholendag.instruments",
    "scholendag.inspiratieverhaal",
    "scholendag.datamuur",
    "scholendag.leerlingarena",
    "scholendag.doelen",
    "scholendag.verbeterbord",
    "scholendag.werksessie",
    "scholendag.retrospective",
    "scholendag.impactmatrix",
    "scholendag.stage",
    "scholendag.review",
    "scholendag.rehearsal",
    "scholendag.demo",
    "scholendag.styleguide",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "scholendag.unavailable.UnavailableMiddleware",
    "scholendag.stage.gone.GoneMiddleware",
]

ROOT_URLCONF = "scholendag.urls"
ASGI_APPLICATION = "scholendag.asgi.application"
# Pages that are made at the same time; each thread has a database connection of its own.
HTTP_THREADS = 8

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]


def _database() -> dict[str, Any]:
    """PostgreSQL from DATABASE_URL, else one SQLite file in WAL mode.

    Immediate transactions take the write lock at their first line, so two writers queue up
    instead of failing half-way.
    """
    if DATABASE_URL:
        return dict(dj_database_url.parse(DATABASE_URL, conn_max_age=60, conn_health_checks=True))
    DATA_DIR.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA_DIR / "scholendag.sqlite3",
        # The threads that use it last as long as the server.
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-20000;"
            ),
        },
    }


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The default of 100 messages is where the layer of one process starts to drop silently; a room of
# 300 that all posts at once needs more. The layer over Redis has no such limit.
LIVE_CAPACITY = 5_000
# The layer lets Redis wait for a message. The client gives up after 5 seconds unless told
# otherwise, and then takes every quiet socket down with it.
REDIS_SOCKET_TIMEOUT = 30
CHANNEL_LAYERS: dict[str, dict[str, Any]] = {
    "default": (
        {
            "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
            "CONFIG": {
                "hosts": [{"address": REDIS_URL, "socket_timeout": REDIS_SOCKET_TIMEOUT}],
                # What is published in one database of Redis is heard in all; this keeps them apart.
                "prefix": f"scholendag{urlsplit(REDIS_URL).path}:",
            },
        }
        if REDIS_URL
        else {
            "BACKEND": "scholendag.live.layers.OneProcessLayer",
            "CONFIG": {"capacity": LIVE_CAPACITY},
        }
    )
}

AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "sessies:home"
LOGOUT_REDIRECT_URL = "sessies:home"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
# The embedded default serves straight from static/. A host makes this folder, runs collectstatic,
# and serves from it under names that may be cached for ever.
_collected = Path(env.text("STATIC_ROOT", str(BASE_DIR / "staticfiles")))
STATIC_ROOT = _collected if _collected.exists() else None
WHITENOISE_USE_FINDERS = STATIC_ROOT is None
# Nothing is served under a name that holds other bytes after the next release.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if WHITENOISE_USE_FINDERS
            else "scholendag.collected.CollectedFiles"
        )
    },
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_SSL_REDIRECT = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env.text("LOG_LEVEL", "WARNING")},
}
