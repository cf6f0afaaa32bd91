"""What the fictional staff can today, as data: levels, certificates, what is wanted, agreed and wished."""

from typing import Final

from dagleder.competence.levels import Source, Wish

COLUMNS: Final = (
    "sprogvurdering",
    "tras",
    "laeringsmiljoeer",
    "foraeldresamarbejde",
    "specialpaedagogik",
    "visuel_stoette",
    "video",
    "vejledning_studerende",
    "leg",
)
MATRIX: Final = {
    "Amalie": "3 2 4 3 2 3 1 1 3",
    "Birthe": "0 1 3 1 0 0 0 0 2",
    "Cecilie": "2 2 3 3 2 2 0 1 3",
    "Dorte": "1 1 2 2 0 0 0 1 1",
    "Emil": "0 0 2 1 0 1 1 1 3",
    "Fatima": "2 1 3 3 1 3 0 2 2",
    "Gitte": "1 1 2 1 2 0 0 1 3",
    "Helle": "3 1 3 3 1 1 1 3 1",
    "Ida": "2 1 1 2 1 2 0 0 1",
    "Jonas": "2 2 4 3 3 3 3 2 2",
    "Karen": "4 4 3 4 3 0 2 3 1",
    "Leyla": "0 1 2 2 2 0 0 0 2",
    "Mads": "1 1 2 1 0 1 2 1 2",
    "Nanna": "2 2 3 2 2 1 3 2 2",
    "Otto": "0 0 1 0 0 1 0 0 2",
    "Pernille": "3 2 2 3 2 1 0 3 1",
    "Rikke": "4 2 4 4 1 0 1 2 2",
    "Signe": "1 1 3 0 0 0 0 1 1",
    "Thea": "3 2 2 3 2 1 1 2 2",
    "Ulla": "0 1 2 1 2 0 0 1 2",
    "Viktor": "2 2 3 2 1 3 1 1 4",
    "Yasmin": "2 2 3 2 2 1 0 0 2",
    "Åse": "0 1 2 2 1 0 0 1 2",
}
WANTED: Final = dict(zip(COLUMNS, (4, 3, 8, 8, 6, 4, 4, 3, 4), strict=True)) | {
    "foerstehjaelp": 10,
    "medicin": 4,
    "brand": 3,
}
WANTED_IN_THE_FOREST: Final = {"brand": 1}

FIRST_AID: Final = (
    *("Amalie", "Dorte", "Fatima", "Gitte", "Helle", "Ida", "Jonas", "Karen", "Leyla", "Mads"),
    *("Nanna", "Otto", "Pernille", "Rikke", "Thea", "Ulla"),
)
FIRST_AID_LASTS: Final = {"Ulla": -11, "Helle": 27, "Otto": 84}  # days from today; with the others it is long yet
HELD: Final = {
    "medicin": ("Karen", "Yasmin"),
    "brand": ("Otto",),
    "amr": ("Mads",),
    "tr": ("Pernille",),
    "praktikvejleder": ("Amalie", "Helle", "Karen", "Pernille"),
    "sprogansvarlig": ("Rikke",),
    "ressourceperson": ("Jonas", "Thea"),
    "maaltid": ("Åse",),
    "hygiejneansvarlig": ("Gitte",),
    "intro": ("Amalie",),
}
METHODS: Final = {
    "kids": {"Rikke": 4, "Karen": 3, "Amalie": 3, "Pernille": 2, "Thea": 2},
    "topi": {"Karen": 3, "Rikke": 3, "Thea": 2},
    "sprogtrappen": {"Karen": 3, "Rikke": 3, "Helle": 2, "Nanna": 1},
    "smtte": {"Amalie": 3, "Jonas": 3, "Thea": 3, "Viktor": 2, "Nanna": 2},
    "laeringshistorier": {"Cecilie": 3, "Nanna": 3, "Mads": 2},
}
# Of the leader herself what is below what her role is expected to have.
LEADER_BELOW: Final = {"data_og_viden": 2, "analyse": 2, "oekonomi": 1}

# Months ago, and what it was; before it the level was one lower.
COURSES: Final = {
    ("Karen", "tras"): (22, "TRAS-kursus, tre dage"),
    ("Jonas", "video"): (14, "Videofeedback i praksis, to dage"),
    ("Viktor", "leg"): (8, "Motorik og leg i det fri, to dage"),
    ("Nanna", "video"): (5, "Videofeedback i praksis, to dage"),
}
NOTES: Final = {
    ("Karen", "tras"): "Karen vil gerne oplære Nanna i foråret, to formiddage i marts.",
    ("Rikke", "sprogvurdering"): "Holder kurset for de nye hvert efterår.",
}
OWN_VIEWS: Final = {
    ("Nanna", "tras"): 3,
    ("Emil", "leg"): 2,
    ("Signe", "laeringsmiljoeer"): 2,
    ("Thea", "specialpaedagogik"): 3,
    ("Birthe", "foraeldresamarbejde"): 2,
    ("Viktor", "leg"): 4,
}

# First name, competence, level, days until it is due, where it was agreed.
OPEN_GOALS: Final = (
    ("Cecilie", "tras", 3, 110, Source.TALK),
    ("Dorte", "medicin", 3, 95, Source.TALK),
    ("Emil", "foerstehjaelp", 3, 60, Source.LEADER),
    ("Ida", "sprogvurdering", 3, 170, Source.TALK),
    ("Jonas", "brand", 3, 80, Source.TALK),
    ("Mads", "visuel_stoette", 2, 200, Source.TALK),
    ("Nanna", "tras", 3, 75, Source.TALK),
    ("Rikke", "video", 2, 150, Source.TALK),
    ("Rikke", "vejledning_studerende", 3, 190, Source.TALK),
    ("Ulla", "foerstehjaelp", 3, 40, Source.LEADER),
)
REACHED_GOALS: Final = (("Jonas", "video", 3), ("Viktor", "leg", 4))
GIVEN_UP_GOALS: Final = (("Signe", "foraeldresamarbejde", 1),)
WISHES: Final = (
    ("Nanna", "tras", Wish.DEVELOP, Source.TALK),
    ("Cecilie", "tras", Wish.DEVELOP, Source.TALK),
    ("Mads", "visuel_stoette", Wish.DEVELOP, Source.SELF),
    ("Leyla", "medicin", Wish.DEVELOP, Source.TALK),
    ("Signe", "sprogvurdering", Wish.DEVELOP, Source.SELF),
    ("Thea", "specialpaedagogik", Wish.DEVELOP, Source.TALK),
    ("Karen", "tras", Wish.USE, Source.TALK),
    ("Rikke", "kids", Wish.USE, Source.TALK),
    ("Viktor", "leg", Wish.USE, Source.SELF),
    ("Gitte", "video", Wish.NOT_NOW, Source.TALK),
    ("Helle", "vejledning_studerende", Wish.NOT_NOW, Source.TALK),
)
