"""The invented colleagues who play along: 24 teachers of a primary school, and more if needed."""

BOUWEN = ("Onderbouw", "Middenbouw", "Bovenbouw")
TEACHERS: dict[str, tuple[str, ...]] = {
    "Onderbouw": ("Anna", "Bram", "Cas", "Dilara", "Els", "Fatima", "Guus", "Hanneke"),
    "Middenbouw": ("Ilse", "Jeroen", "Karin", "Lotte", "Mehmet", "Nynke", "Omar", "Petra"),
    "Bovenbouw": ("Quinten", "Roos", "Sanne", "Thijs", "Umit", "Vera", "Wouter", "Yasmin"),
}


def colleague(number: int) -> tuple[str, str]:
    """Name and bouw of simulated colleague `number` (from 0), taken from all bouwen in turn.

    Beyond the 24 teachers a name gets a number, so that a large school can be rehearsed too.
    """
    bouw = BOUWEN[number % len(BOUWEN)]
    names = TEACHERS[bouw]
    lap, index = divmod(number // len(BOUWEN), len(names))
    return (f"{names[index]} {lap + 1}" if lap else names[index]), bouw
