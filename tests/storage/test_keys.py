"""The first 16 bytes, the password, and the key on the printed sheet."""

import binascii
import secrets
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.base.errors import UserProblem
from dagleder.storage import keys
from dagleder.storage.header import HEADER_BYTES, Header, KeyCost, KeyKind
from dagleder.storage.keys import Key, calibrated_cost, fresh_key, key_of
from dagleder.storage.problems import WrongSecret
from dagleder.storage.secret import Password, RecoveryKey

QUICK = KeyCost(6, 1)


def header() -> Header:
    return Header.fresh(KeyKind.PASSWORD, QUICK)


def test_a_header_reads_as_it_was_written():
    written = header()
    assert len(written.to_bytes()) == HEADER_BYTES
    assert Header.from_bytes(written.to_bytes()) == written


@given(st.integers(0, HEADER_BYTES * 8 - 1))
def test_a_flipped_bit_in_the_header_is_always_found(bit):
    raw = bytearray(header().to_bytes())
    raw[bit // 8] ^= 1 << bit % 8
    assert Header.from_bytes(bytes(raw)) is None


@pytest.mark.parametrize("raw", [b"", b"SQLite format 3\0", bytes(16), bytes(17)])
def test_other_bytes_are_no_header(raw):
    assert Header.from_bytes(raw) is None


@given(st.binary(min_size=32, max_size=32))
def test_the_printed_key_reads_as_it_was_printed(key):
    printed = RecoveryKey.of(key)
    assert len(printed.text.split("-")) == 12
    assert not set("IO") & set(printed.text)
    assert RecoveryKey(printed.text.lower().replace("-", " ")).key() == key


@given(st.binary(min_size=32, max_size=32), st.integers(0, 59), st.sampled_from("ABCDEFGHJKLMNPQRSTUVWXYZ"))
def test_a_letter_read_wrong_is_found(key, place, letter):
    letters = RecoveryKey.of(key).text.replace("-", "")
    wrong = letters[:place] + letter + letters[place + 1 :]
    if wrong != letters:
        with pytest.raises(UserProblem, match="nøglearket"):
            RecoveryKey(wrong).key()


@pytest.mark.parametrize("text", ["", "ABCDE", "0" * 60, "Z" * 60, "æ" * 60])
def test_what_is_no_key_is_refused_with_a_sentence(text):
    with pytest.raises(UserProblem, match="nøglearket"):
        RecoveryKey(text).key()


def test_a_mark_on_a_house_of_a_newer_format_is_no_header():
    raw = bytearray(header().to_bytes())
    raw[1] = 9  # a kind of key nobody knows
    raw[14:] = binascii.crc_hqx(raw[:14], 0xFFFF).to_bytes(2, "big")
    assert Header.from_bytes(bytes(raw)) is None


def test_the_same_word_typed_composed_or_not_is_the_same_password():
    word, where = "Blåbær og øl", header()
    typed = {form: key_of(Password(unicodedata.normalize(form, word)), where).raw for form in ("NFC", "NFD")}
    assert typed["NFC"] == typed["NFD"]


def test_case_blanks_and_length_make_another_password():
    where = header()
    words = ["sommerfugl", "Sommerfugl", "sommerfugl ", "", "x" * 1_000_000]
    assert len({key_of(Password(word), where).raw for word in words}) == len(words)


def test_two_houses_with_one_password_have_different_keys():
    assert key_of(Password("sommerfugl"), header()).raw != key_of(Password("sommerfugl"), header()).raw


def test_a_house_under_a_password_needs_one():
    with pytest.raises(WrongSecret):
        key_of(None, header())


def test_secrets_show_in_no_traceback():
    key = Key(secrets.token_bytes(32), header())
    shown = repr([Password("sommerfugl"), RecoveryKey("ABCDE"), key])
    assert "sommerfugl" not in shown
    assert "ABCDE" not in shown
    assert repr(key.raw) not in shown


def test_a_guess_costs_at_least_a_quarter_of_a_second_and_64_mib():
    cost = calibrated_cost()
    assert cost.memory_log2 >= 16
    where = Header.fresh(KeyKind.PASSWORD, cost)
    took = []
    for _ in range(3):
        began = time.perf_counter()
        key_of(Password("sommerfugl"), where)
        took.append(time.perf_counter() - began)
    assert max(took) >= 0.2  # 0.25–0.5 on a quiet computer; other work beside it moves both sides


def test_the_cost_follows_how_quick_the_computer_is(monkeypatch):
    for seconds, rounds in ((0.035, 10), (0.09, 4), (2.0, 1), (0.0001, 255)):
        monkeypatch.setattr(keys, "_seconds", lambda _, taken=seconds: taken)
        assert calibrated_cost().rounds == rounds


def test_only_a_house_under_a_password_has_a_key_to_print():
    assert fresh_key(None).recovery is None
