from scholendag.rehearsal.answers import Answers
from scholendag.rehearsal.forms_on_page import forms_on

PAGE = """
<body hx-headers:inherited='{"X-CSRFToken": "abc", "X-Als": "deelnemer"}'>
<form hx-post="/vakken/3/notities/" data-lane="terugblik.stap">
  <textarea name="text"></textarea><input type="hidden" name="client_id" value="u-1">
</form>
<form hx-post="/lessen/1/"><textarea name="aim"></textarea></form>
<form hx-post="/iets/"><input name="onbekend"></form>
</body>"""


def test_a_simulated_colleague_sees_the_forms_as_a_browser_does():
    board, lesson, unknown = forms_on(PAGE)

    assert (board.action, board.csrf, board.fields["client_id"]) == (
        "/vakken/3/notities/",
        "abc",
        "u-1",
    )
    answers = Answers()
    assert answers.to(board)["text"]
    assert answers.to(lesson)["aim"]
    assert answers.to(unknown) == {}
    assert not answers.has_one_for(unknown)
