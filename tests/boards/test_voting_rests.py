"""What dots rest on: it stays as it is until the poll closes, and then takes its dots along."""

from scholendag.boards import actions, clustering, held, moving, voting
from scholendag.boards.models import Board, Cluster
from scholendag.boards.polls import Dot
from tests.boards.polling import Polling, counts_in
from tests.boards.scene import refused


def test_a_cluster_is_voted_on_as_one(polling: Polling) -> None:
    cluster = polling.cluster("Rust", "Stilte")
    polling.opens()
    note = cluster.notes.all()[0]
    assert refused(lambda: polling.gives("anna", note)) == voting.IN_CLUSTER
    polling.gives("anna", cluster)
    assert counts_in(polling.page("bram")) == {f"{cluster.dom_id}:1"}


def test_what_dots_rest_on_stays_while_people_vote(polling: Polling) -> None:
    note, other, cluster = polling.note(), polling.note("Stil"), polling.cluster("Licht", "Lucht")
    polling.opens()
    anna, coach, wall = polling.actors["anna"], polling.coach, polling.wall()
    for act in (
        lambda: clustering.put_with(coach, wall, [note.pk], other.pk),
        lambda: clustering.take_out(coach, wall, [cluster.notes.all()[0].pk]),
        lambda: clustering.rename(coach, wall, cluster.pk, "Anders"),
        lambda: clustering.dissolve(coach, wall, cluster.pk),
        lambda: moving.move_to_lane(coach, wall, [note.pk], "beter"),
    ):
        assert refused(act) == held.VOTING
    assert refused(lambda: actions.take_back(anna, note)) == actions.VOTING
    assert refused(lambda: actions.edit_note(anna, note, "Onrust")) == actions.VOTING
    for name in ("anna", "coach"):
        page = polling.page(name)
        assert "is-changeable" not in page
        assert "data-clusters" not in page
    polling.closes()
    actions.take_back(anna, note)
    clustering.put_with(coach, wall, [other.pk], cluster.notes.all()[0].pk)


def test_the_dots_on_a_hidden_note_do_not_count_and_can_be_taken_back(polling: Polling) -> None:
    note = polling.note()
    polling.opens(1)
    polling.gives("anna", note)
    actions.hide(polling.coach, note)
    assert counts_in("".join(polling.pages().values())) == set()
    assert "Haal 1 stip terug van een verborgen post-it" in polling.page("anna")
    assert "verborgen post-it" not in polling.page("bram")
    assert refused(lambda: polling.gives("bram", note)) == voting.GONE
    actions.unhide(polling.coach, note)
    assert counts_in(polling.page("bram")) == {f"{note.dom_id}:1"}
    actions.hide(polling.coach, note)
    polling.takes("anna", note, keep=0)
    other = polling.note("Iets anders")
    polling.gives("anna", other)
    assert polling.dots("anna") == 1


def test_dots_go_along_when_notes_are_put_together_later(polling: Polling) -> None:
    note, cluster = polling.note(), polling.cluster("Licht", "Lucht")
    other = polling.cluster("Tijd", "Ruimte")
    polling.opens()
    polling.gives("anna", note)
    polling.gives("bram", cluster)
    polling.gives("cas", other)
    polling.closes()
    coach, wall = polling.coach, polling.wall()
    clustering.put_in(coach, wall, [note.pk], cluster.pk)
    assert counts_in(polling.page("anna")) == {f"{cluster.dom_id}:2", f"{other.dom_id}:1"}
    clustering.merge(coach, wall, other.pk, cluster.pk)
    assert counts_in(polling.page("anna")) == {f"{cluster.dom_id}:3"}
    clustering.take_out(coach, wall, [note.pk])
    assert counts_in(polling.page("anna")) == {f"{note.dom_id}:1", f"{cluster.dom_id}:2"}


def test_no_dot_is_lost_with_a_cluster(polling: Polling) -> None:
    cluster = polling.cluster("Licht", "Lucht")
    Cluster.objects.update(name="")
    polling.opens()
    polling.gives("anna", cluster)
    polling.closes()
    coach, wall = polling.coach, polling.wall()
    assert refused(lambda: clustering.dissolve(coach, wall, cluster.pk)) == clustering.HAS_DOTS
    clustering.take_out(coach, wall, [note.pk for note in cluster.notes.all()])
    assert Dot.objects.get().cluster == cluster


def test_a_fixed_board_takes_no_dots_and_its_poll_can_be_closed(polling: Polling) -> None:
    note = polling.note()
    polling.opens()
    polling.gives("anna", note)
    Board.objects.update(override="vast")
    assert refused(lambda: polling.gives("anna", note)) == voting.NOT_YOU
    assert refused(lambda: polling.takes("anna", note, keep=0)) == voting.NOT_YOU
    polling.closes()
    assert refused(polling.opens) == voting.NOT_YET
    assert refused(lambda: polling.gives("anna", note)) == voting.OVER
