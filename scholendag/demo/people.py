"""The invented school of the demo: De Regenboog in Almerveen, and who signs in there."""

from scholendag.rehearsal.people import BOUWEN

SCHOOL = "De Regenboog"
PLACE = "Almerveen"
TEAMS = BOUWEN

COACH = ("Marieke de Wit", "marieke@demo.example")
SECOND_COACH = ("Youssef Amrani", "youssef@demo.example")
LEADER = ("Ingrid Postma", "ingrid@demo.example")
# Printed by the demo, for a database that holds nothing but the demo.
PASSWORD = "oefenen-mag-hier"  # noqa: S105
