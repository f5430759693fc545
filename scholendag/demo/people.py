"""The invented people of the demo: De Regenboog in Almerveen, a primary school with 24 teachers."""

SCHOOL = "De Regenboog"
PLACE = "Almerveen"
TEAMS = ("Onderbouw", "Middenbouw", "Bovenbouw")

COACH = ("Marieke de Wit", "marieke@demo.example")
SECOND_COACH = ("Youssef Amrani", "youssef@demo.example")
LEADER = ("Ingrid Postma", "ingrid@demo.example")
# Printed by the demo, for a database that holds nothing but the demo.
PASSWORD = "oefenen-mag-hier"  # noqa: S105

TEACHERS: dict[str, tuple[str, ...]] = {
    "Onderbouw": ("Anna", "Bram", "Cas", "Dilara", "Els", "Fatima", "Guus", "Hanneke"),
    "Middenbouw": ("Ilse", "Jeroen", "Karin", "Lotte", "Mehmet", "Nynke", "Omar", "Petra"),
    "Bovenbouw": ("Quinten", "Roos", "Sanne", "Thijs", "Umit", "Vera", "Wouter", "Yasmin"),
}


def colleague(number: int) -> tuple[str, str]:
    """Name and bouw of simulated colleague `number` (from 0), taken from all bouwen in turn.

    Beyond the 24 teachers a name gets a number, so that a large school can be rehearsed too.
    """
    bouw = TEAMS[number % len(TEAMS)]
    names = TEACHERS[bouw]
    lap, index = divmod(number // len(TEAMS), len(names))
    return (f"{names[index]} {lap + 1}" if lap else names[index]), bouw
