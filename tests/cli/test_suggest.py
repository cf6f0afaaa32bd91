"""tasks suggest and export task-reason: the answers others' scripts rely on."""

import subprocess
import sys

import pytest

CRITERIA = ("relevance", "competence", "experience", "readiness")


@pytest.fixture
def demo(demo_file, tmp_path, cli):
    """`demo("tasks", "list")` on the demo house."""
    path = tmp_path / "Solsikken.dagleder"
    path.write_bytes(demo_file.read_bytes())

    def call(*arguments: object):
        return cli("--house", path, "--json", *arguments)

    return call


@pytest.fixture
def language(demo):
    """The task of the demo house that asks for Sprogvurdering and that nobody has."""
    return next(task["id"] for task in demo("tasks", "list").value if "sprogvurderinger" in task["title"])


def test_the_answer_has_the_keys_of_the_contract(demo, language):
    answer = demo("tasks", "suggest", language).value
    assert {"task", "candidates", "excluded"} <= answer.keys()
    assert answer["task"] == language
    for candidate in answer["candidates"]:
        assert list(candidate) == ["employee", "employee_id", *CRITERIA, "sentence"]
        assert all(candidate[each].keys() == {"value", "fact"} for each in CRITERIA)
        assert all(candidate[each]["value"] in range(5) and candidate[each]["fact"] for each in CRITERIA)
        assert candidate["sentence"].endswith(".")
    assert all(each["reason"] for each in answer["excluded"])
    assert list(answer["directions"]) == ["safe", "developing", "relieving"]


def test_everybody_on_the_staff_is_told_of_once(demo, language):
    answer = demo("tasks", "suggest", language).value
    told = [each["employee_id"] for each in answer["candidates"] + answer["excluded"]]
    assert sorted(told) == sorted(each["id"] for each in demo("list", "staff").value)


def test_the_same_call_answers_the_same_and_leaves_no_step(demo, language):
    history = demo("history").value
    assert demo("tasks", "suggest", language).out == demo("tasks", "suggest", language).out
    assert demo("history").value == history


def test_the_weights_change_the_order_and_no_value(demo, language):
    def asked(weights):
        answer = demo("tasks", "suggest", language, "--weights", weights).value
        return {each["employee"]: [each[part]["value"] for part in CRITERIA] for each in answer["candidates"]}

    experienced, ready = asked("experience=3,readiness=1"), asked("experience=1,readiness=3")
    assert experienced == ready
    assert list(experienced) != list(ready)


def test_the_weights_are_named_as_on_screen_too(demo, language):
    danish = demo("tasks", "suggest", language, "--weights", "Erfaring=3, parathed=1").value
    assert danish["weights"] == {"relevance": 2, "competence": 2, "experience": 3, "readiness": 1}
    assert danish == demo("tasks", "suggest", language, "--weights", "experience=3,readiness=1").value


@pytest.mark.parametrize(
    "weights", ["relevans=1,relevance=2", "relevance=4", "height=2", "relevance", "relevance=1,relevance=2", ""]
)
def test_a_weight_that_is_none_is_wrong_usage(demo, language, weights):
    said = demo("tasks", "suggest", language, "--weights", weights)
    assert (said.code, said.out) == (2, "")


def test_without_a_task_the_first_three_are_told_for_each_that_nobody_has(demo, language):
    found = {each["task"]: each["employees"] for each in demo("tasks", "suggest").value}
    open_tasks = [task["id"] for task in demo("tasks", "list").value if not task["people"] and not task["own"]]
    assert list(found) == open_tasks
    order = [each["employee"] for each in demo("tasks", "suggest", language).value["candidates"]]
    assert found[language] == order[:3]


def test_a_task_that_is_not_there_is_a_problem(demo):
    said = demo("tasks", "suggest", 999)
    assert (said.code, said.out) == (1, "")
    assert said.err == "Opgaven findes ikke længere. Måske er den fortrudt eller slettet imens.\n"


@pytest.mark.parametrize(("state", "told"), [("done", "færdig"), ("dropped", "droppet")])
def test_a_task_that_is_over_is_suggested_to_nobody(demo, state, told):
    over = next(task["id"] for task in demo("tasks", "list", "--state", "all").value if task["state"] == state)
    said = demo("tasks", "suggest", over)
    assert (said.code, said.out, said.err) == (1, "", f"Opgaven er {told}. Genåbn den først.\n")


def test_why_somebody_got_a_task_is_written_as_a_paper(demo, language, tmp_path):
    given = next(task["id"] for task in demo("tasks", "list").value if task["title"] == "Sprogvurdering af treårige")
    out = tmp_path / "hvorfor.pdf"
    assert demo("export", "task-reason", given, "--out", out).value == {"file": str(out)}
    assert out.read_bytes().startswith(b"%PDF")
    assert demo("export", "task-reason", language, "--out", out).err.startswith("Opgaven er ikke givet efter")
    assert demo("export", "task-reason", given, "--out", tmp_path / "hvorfor.txt").code == 1


def test_no_start_waits_for_numpy():
    parts = "dagleder.__main__, dagleder.app, dagleder.tasks.delegation_service"
    done = subprocess.run([sys.executable, "-c", f"import sys, {parts}; sys.exit('numpy' in sys.modules)"], check=False)
    assert done.returncode == 0
