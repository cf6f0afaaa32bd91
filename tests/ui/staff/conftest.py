"""A staff list in a file, as leaders have them."""

import pytest

LIST = """Navn;Stilling;Afd.;Timer;Ansat;Mobil;CPR
Amalie Tangvig;Pædagog;Mariehønen;37;01-08-2016;20 00 00 01;010190-0000
Birthe Lindemark;Pædagogmedhjælper;Mariehønen;32;15-02-2009;20 00 00 02;020290-0000
Cecilie Ravnsø;Pædagog;Mariehøne;37;01-03-2021;20 00 00 03;030390-0000
Dorte Højkilde;Pædagogisk assistent;Mariehønen;34;1/9 18;20 00 00 04;040490-0000
Gitte Klitager;Pædagogmedhjælper;Humlebien;300;01-01-2006;20 00 00 07;050590-0000
Helle Brinkholt;Pædagog;Humlebien;37;01-05-2011;20 00 00 08;060690-0000
Ida Søndervang;Pædagogisk assistent;Humlebien;37;01-08-2022;20 00 00 09;070790-0000
I alt;;;514;;;
"""


@pytest.fixture
def list_file(tmp_path):
    """A staff list with what the picture of the import has in it."""
    path = tmp_path / "personaleliste 2026.csv"
    path.write_text(LIST, "utf-8")
    return path
