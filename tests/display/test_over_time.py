"""Compare over time: a story told over a week says what each source changed, and
who ran it when, on an axis with dates."""
from dam_at_kessmoor import make_dam_project
from tap import case, run
from window import Window, scratch, wait_for

DAM = make_dam_project(scratch())


def page(window, name, words):
    """Presses until the page is shown: what arrives meanwhile moves the tabs."""
    def shown():
        window.press(name)
        return wait_for(lambda: window.has_text(words), 3, what=f"{words!r} on {name}")
    wait_for(shown, 30, every=.2, what=f"{words!r} on {name}")


@case
def what_each_source_changed_is_said_with_its_date():
    with Window(DAM) as window:
        window.article_text()
        window.view("Compare")
        window.named("Claims by source", timeout=20)
        page(window, "Over time", "2 March 2032: first said")
        assert window.has_text(" → "), "a number that moves"
        assert window.has_text(": not said any more")
        assert not window.criticals(), window.criticals()


@case
def the_axis_of_coverage_has_dates():
    with Window(DAM) as window:
        window.article_text()
        window.view("Compare")
        window.named("Claims by source", timeout=20)
        page(window, "Coverage", "Saranian News Agency, 2 March 2032, 73 words: show the article")
        assert window.find_all("label", "1 March 2032"), "where the axis begins"
        assert window.find_all("label", "8 March 2032"), "where it ends"
        assert window.has_text("Tarn Valley Radio, no date")
        assert not window.criticals(), window.criticals()


run()
