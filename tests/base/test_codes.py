"""Random names for what leaves the house."""

from dagleder.base.codes import new_code
from dagleder.base.cpr import has_cpr


def test_no_code_looks_like_a_cpr_number_and_none_comes_twice():
    codes = {new_code() for _ in range(5_000)}
    assert len(codes) == 5_000
    assert all(code.isalpha() and not has_cpr(code) for code in codes)
