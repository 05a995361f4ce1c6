"""Graph: the canvas, its twin list, and the linked selection."""
from tap import case, run
from window import EXAMPLES, Window, make_project, scratch, wait_for

PROJECT = make_project(scratch(), EXAMPLES / "kim-xi-meeting.txt")


@case
def the_graph_has_a_list_twin():
    with Window(PROJECT) as window:
        window.article_text()
        window.view("Graph")
        window.named("Relation graph")
        rows = wait_for(lambda: window.row_names("Entities"), 20, what="entities")
        assert any("Kim Jong Un" in row for row in rows) and any("Rodong Sinmun" in row for row in rows), rows
        assert not window.criticals(), window.criticals()


@case
def a_chosen_node_is_chosen_everywhere():
    with Window(PROJECT) as window:
        window.article_text()
        window.view("Graph")
        window.click(window.row("Entities", "Xi Jinping"))
        inspector = window.named("Inspector")
        wait_for(lambda: any("Xi Jinping" in (n.get_name() or "") for _, n in window.walk(inspector)), 10,
                 what="Xi Jinping in the inspector")
        canvas = window.named("Relation graph")
        wait_for(lambda: "Xi Jinping" in (canvas.get_description() or ""), 10, what="Xi Jinping on the canvas")


@case
def the_canvas_can_be_walked_by_actions():
    with Window(PROJECT) as window:
        window.article_text()
        window.view("Graph")
        wait_for(lambda: window.row_names("Entities"), 20, what="entities")
        canvas = window.named("Relation graph")
        window.act(canvas, "graph.next")
        first = wait_for(canvas.get_description, 10, what="a description")
        window.act(canvas, "graph.next")
        wait_for(lambda: canvas.get_description() != first, 10, what="another node")


run()
