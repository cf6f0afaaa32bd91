"""Sentences the guide says on its way that belong to no other part."""

NO_PASSWORD = "Uden adgangskode kan enhver, der får fat i computeren eller en kopi af filen, læse alt om personalet."  # noqa: S105 -- a sentence
FORGOTTEN = "Uden koden kan ingen åbne filen, heller ikke os. Udskriv nøglearket og læg det i pengeskabet."
BACKUP_PLACE = (
    "Vælg gerne et sted mere til kopierne, fx et drev på kommunens netværk. Går computeren i stykker, "
    "er kopierne på den væk sammen med den."
)
