"""The colours of paper: the light tokens of `resources/tokens.json` (a test keeps them equal) and a few of its own."""

INK = "#17222A"
INK_SOFT = "#44525B"
RULE = "#D3DADB"
RULE_FAINT = "#E2E8E9"
RULE_STRONG = "#748288"
WHITE = "#FFFFFF"
HEAD_FILL = "#EDF1F1"
WEEKEND_FILL = "#E2E8E9"
NOTE_FILL = "#F3F5F5"
PRIMARY = "#0E5F6E"
PRIMARY_TEXT = "#0B5361"
SOFT_FILL = "#D6EAEC"
SOFT_EDGE = "#4A97A5"
SUN = "#F2B632"
SUN_FILL = "#EFDC83"
SUN_EDGE = "#8A6C00"
SUN_TEXT = "#3B2D00"

# Only on paper: lines between those tokens, light enough for a pencil note on top.
GRID = "#B8C2C5"
HATCH = "#D5DCDE"
SUN_HEART = "#5A3A12"

# What somebody can, from 'Ikke endnu' to 'Kan vejlede andre': the fill of a field and the text on it.
LEVEL_INKS = (
    ("#FFFFFF", "#586670"),
    ("#D6EAEC", "#17222A"),
    ("#9CCBD3", "#0A333B"),
    ("#4A97A5", "#04191D"),
    ("#0C4A57", "#FFFFFF"),
)
