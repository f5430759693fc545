"""Invented post-its of a team that talks about its school, by what they are about."""

THEMES = {
    "ouders": (
        "Ouders meer betrekken bij het onderwijs",
        "Beter contact met ouders",
        "De communicatie met ouders kan beter",
        "Ouderavonden worden goed bezocht",
        "ouders horen te laat wat er speelt",
        "Contact met ouders via de app werkt fijn",
        "Ouderbetrokkenheid is groot!",
        "Ouders vaker uitnodigen in de klas",
    ),
    "lezen": (
        "Lezen gaat vooruit",
        "Elke dag een kwartier stillezen",
        "leesonderwijs is nog saai",
        "Leesplezier staat voorop!",
        "Kinderen lezen graag in de bieb",
        "LEZEN: te weinig nieuwe boeken",
        "Meer leesboeken op niveau",
        "begrijpend lezen blijft moeilijk",
    ),
    "werkdruk": (
        "De werkdruk is te hoog",
        "werkdruk hoog door onrust",
        "Minder administratie, minder werkdruk",
        "Werkdruk!!",
        "werkdurk blijft hoog",
        "Administratie geeft veel werkdruk",
    ),
    "rust": (
        "Rust in de klas",
        "Er is meer rust op de gang",
        "Onrust op de gang na de pauze",
        "Rustige werkplek voor wie dat nodig heeft",
        "rust en regels in de hal",
        "Onrustig bij het wisselen",
        "Op de gangen is het rustig",
    ),
    "schoolplein": (
        "Pesten op het schoolplein",
        "Het plein is te klein",
        "Op het schoolplein is vaak ruzie",
        "Ruzies op het plein worden goed opgelost",
        "Schoolplein: meer toezicht",
        "Nieuwe spullen voor het plein",
    ),
}
LOOSE = ("Koffie is lekker", "Gymzaal lekt", "Trots op elkaar")

TEXTS = (*(text for texts in THEMES.values() for text in texts), *LOOSE)
NOTES = tuple(enumerate(TEXTS, start=100))
THEME_OF = {
    key: next((theme for theme, texts in THEMES.items() if text in texts), None)
    for key, text in NOTES
}
