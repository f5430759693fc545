"""The names of the groups that a push can reach. Nothing else in the code writes such a name.

An audience is who may read the same bytes. What one of them may not read never goes to it.
"""


def everyone(sessie_id: int) -> str:
    """Every screen of the sessie: deelnemers, begeleiders and the scherm."""
    return f"sessie.{sessie_id}.everyone"


def coaches(sessie_id: int) -> str:
    """The begeleiders of the sessie."""
    return f"sessie.{sessie_id}.coaches"


def account(user_id: int) -> str:
    """One begeleider with an account, on every device and tab."""
    return f"account.{user_id}"


def participant(participant_id: int) -> str:
    """One deelnemer, on every device and tab."""
    return f"participant.{participant_id}"


def room(room_id: int) -> str:
    """Those who sit in one breakout room."""
    return f"room.{room_id}"


def helpers(sessie_id: int, role: str) -> str:
    """Those who help in the sessie in this role, each by a link of their own."""
    return f"sessie.{sessie_id}.{role}"


def link(link_id: int) -> str:
    """Every page that rests on one link."""
    return f"link.{link_id}"


def team(team_id: int) -> str:
    """Those who look at the verbeterbord of one lasting team."""
    return f"team.{team_id}"


def processes() -> str:
    """Every process of this installation; not for people."""
    return "processes"
