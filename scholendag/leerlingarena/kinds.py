"""The two boards of a leerlingarena: what is noted while pupils talk, and what the team adds."""

from scholendag.boards.kinds import Adds, BoardKind, LaneKind, Limit, at_most

LANES = (
    LaneKind("goed", "Dit gaat goed volgens leerlingen", colour="green", icon="👍"),
    LaneKind("beter", "Hier kunnen wij iets doen", colour="pink", icon="🔧"),
)

# Nobody is to be distracted while pupils talk, so these notes come out when the talk is over.
TAKEN_DOWN = BoardKind(
    slug="arena-aantekeningen",
    title="Opgeschreven tijdens het gesprek",
    lanes=LANES,
    open_in=frozenset({"gesprek"}),
    adds=Adds.AANTEKENAAR,
    after_signal=True,
    clustered_in=frozenset({"nabespreking"}),
)
DISCUSSED = BoardKind(
    slug="arena",
    title="Wat wij hoorden",
    lanes=LANES,
    open_in=frozenset({"nabespreking"}),
    limits=(Limit(at_most(3), each_lane=True),),
    clustered_in=frozenset({"nabespreking"}),
    takes=True,
)
