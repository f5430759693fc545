"""What happens on a day while the pages are open."""

from channels.db import database_sync_to_async

from scholendag import live


@database_sync_to_async
def happens(action, *args, then=()):
    """The action as a view does it; right after it, something secret to each of these audiences."""
    action(*args)
    for audience in then:
        live.push(audience, live.replace("geheim", lambda: "<p>geheim</p>"))


@database_sync_to_async
def shown(audience, text):
    """Push something to this audience."""
    live.push(audience, live.replace("tekst", lambda: f"<p>{text}</p>"))


async def hears_nothing_but(one, audience):
    """Once it fetched itself, this page hears this audience again, and no secret until then."""
    content = ""
    while "einde" not in content:
        told = await one.told()
        content += told.get("content", "")
        if "refresh" in told:
            await shown(audience, "einde")
    assert "geheim" not in content
