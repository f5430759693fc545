"""Secret links. A token is derived from the SECRET_KEY and a random salt, and stored hashed.

So the database alone opens no door, and yet a coach can be shown the same link again.
"""

import base64
import hashlib
import hmac
import secrets

from django.conf import settings


def new_salt() -> str:
    """What makes a token one of its own; 128 random bits."""
    return secrets.token_urlsafe(16)


def token_for(purpose: str, salt: str) -> str:
    """The token (22 characters, 128 bits, safe in a URL) that belongs to this salt."""
    key = settings.SECRET_KEY.encode()
    digest = hmac.new(key, f"{purpose}:{salt}".encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest[:16]).decode().rstrip("=")


def digest_of(token: str) -> str:
    """What is stored of a token: enough to recognise it, not to use it."""
    return hashlib.sha256(token.encode()).hexdigest()
