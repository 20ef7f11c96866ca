from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from onrecord.records import Judgement, Target
from onrecord.store import Correction, Store
from onrecord.store.corrections import correct_links

CHROMIUM = Path("/usr/bin/chromium")
VENDORED = Path(__file__).parents[2] / "src/onrecord/show/web/static/vendor/htmx.min.js"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not CHROMIUM.exists(), reason=f"{CHROMIUM} is not installed: the pages are not looked at in a browser"
    ),
]

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="module")
def browser():
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with api.sync_playwright() as play:
        started = play.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)
        yield started
        started.close()


class Visit:
    """A page with all that it asked for and complained of."""

    def __init__(self, page, site):
        self.page, self.site = page, site
        self.asked, self.complaints = [], []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on(
            "console",
            lambda said: self.complaints.append(said.text) if said.type in ("error", "warning") else None,
        )
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("requestfailed", self._failed)

    def _failed(self, request):
        """Complain, but not of what the browser itself broke off when its page was left or closed."""
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url}: {request.failure}")

    def to(self, path):
        self.page.goto(self.site + path, wait_until="networkidle")
        return self.page


@pytest.fixture
def visit(browser, site, request):
    """A visit; whatever a test looks at, no request may leave the machine and nothing may go wrong."""
    context = browser.new_context(**getattr(request, "param", {}))
    visiting = Visit(context.new_page(), site)
    yield visiting
    context.close()
    assert {urlsplit(url).hostname for url in visiting.asked} == {"127.0.0.1"}
    assert visiting.complaints == []


def test_every_page_renders_and_asks_nothing_of_another_machine(visit, ids):
    paths = [
        "/", "/documents", "/claims", "/events", "/actors", "/places", "/relations", "/presence", "/failures", "/open",
        "/events/evt:market", "/actors/act:hill-league", f"/claims/{ids['bombing']}", f"/documents/{ids['wire']}",
    ]  # fmt: skip
    for path in paths:
        page = visit.to(path)
        assert page.locator("h1").is_visible()
        assert "not verified" in page.locator("footer").inner_text()


def test_marked_words_lead_to_their_claim_and_the_claim_back_to_its_words(visit, ids):
    page = visit.to(f"/documents/{ids['wire']}")
    page.locator("a.mark", has_text="a suicide bomber of the Hill League").click()
    card = page.locator(f"#c-{ids['bombing']}")
    assert page.url.endswith(f"#c-{ids['bombing']}")
    assert card.locator("h3").inner_text() == "attack"
    card.locator("blockquote a").click()
    assert page.url.endswith(f"#t-{ids['bombing']}")
    assert (
        page.locator(f"#t-{ids['bombing']} + .mark").inner_text()
        == "a suicide bomber of the Hill League killed 12 people in Oldmarket"
    )


def test_a_claim_on_an_event_leads_to_its_words_in_the_document(visit, ids):
    page = visit.to("/events/evt:market")
    page.locator(f"#c-{ids['attack']} blockquote a").click()
    page.wait_for_url(f"**/documents/{ids['daily']}*")
    assert page.locator("a.mark").first.inner_text().startswith("The Hill League attack")


def test_urdu_words_run_from_right_to_left(visit, ids):
    page = visit.to(f"/documents/{ids['urdu_document']}")
    passage = page.locator(".passage")
    assert passage.evaluate("e => getComputedStyle(e).direction") == "rtl"
    whole = passage.bounding_box()
    mark = page.locator("a.mark").bounding_box()
    first_word = page.evaluate(
        """() => { const range = document.createRange(); const node = document.querySelector('.passage').firstChild;
            range.setStart(node, 0); range.setEnd(node, 4); return range.getBoundingClientRect().right; }"""
    )
    assert abs(first_word - (whole["x"] + whole["width"])) < 4
    assert mark["x"] + mark["width"] < first_word


def test_offsets_count_code_points_also_behind_an_emoji(visit, ids):
    page = visit.to(f"/claims/{ids['hostile']}")
    assert (
        page.locator("blockquote mark").inner_text()
        == "=HYPERLINK(1) and <script>alert(1)</script> attacked Oldmarket"
    )


def test_the_timeline_leads_to_its_events(visit):
    page = visit.to("/events")
    assert page.locator("svg .bar").count() == 2
    assert page.locator("svg .bar.precise").count() == 1
    page.locator("svg a").first.click()
    page.wait_for_url("**/events/evt*")
    assert page.locator("figure svg .dot").count() == 3


def test_the_filter_works_by_its_button(visit):
    page = visit.to("/events")
    page.get_by_label("Place").fill("Westvale")
    page.get_by_role("button", name="Filter").click()
    page.wait_for_url("**place=Westvale**")
    assert page.locator("tbody tr").count() == 1


@pytest.mark.skipif(
    not VENDORED.exists(), reason="the front-end libraries are not there (npm): no filtering while typing"
)
def test_the_list_follows_what_is_typed_without_a_click(visit):
    page = visit.to("/events")
    page.get_by_label("Place").press_sequentially("Westvale")
    page.wait_for_url("**place=Westvale**")
    page.wait_for_function("document.querySelectorAll('tbody tr').length === 1")
    assert page.get_by_label("Place").input_value() == "Westvale"


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True)
def test_the_pages_work_without_scripts(visit):
    page = visit.to("/events")
    page.get_by_label("Place").fill("Westvale")
    page.get_by_role("button", name="Filter").click()
    page.wait_for_url("**place=Westvale**")
    assert page.locator("tbody tr").count() == 1


@pytest.mark.parametrize("visit", [{"viewport": {"width": 360, "height": 740}}], indirect=True)
def test_no_page_is_wider_than_a_telephone(visit, ids):
    for path in (
        "/",
        "/events",
        "/events/evt:market",
        "/claims",
        "/actors",
        "/open",
        "/search?text=hill",
        f"/documents/{ids['wire']}",
        f"/claims/{ids['bombing']}",
    ):
        page = visit.to(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_words_are_searched_from_any_page_and_lead_to_the_document(visit, ids):
    page = visit.to("/actors")
    page.get_by_label("Search the words").fill("allied")
    page.get_by_role("button", name="Search").click()
    page.wait_for_url("**/search?text=allied")
    page.locator("a.words-link").first.click()
    page.wait_for_url(f"**/documents/{ids['daily']}*#t-{ids['alliance']}")


def test_what_stays_open_leads_to_its_words(visit):
    page = visit.to("/open")
    page.locator("a.words-link").click()
    page.wait_for_url("**#t-at")
    assert page.locator(".spot").inner_text() == "The League"


@pytest.mark.parametrize("visit", [{"viewport": {"width": 360, "height": 740}}], indirect=True)
def test_on_a_telephone_each_cell_says_what_it_is(visit):
    page = visit.to("/events")
    cell = page.locator("td", has_text="Westvale").first
    assert "Event" in cell.evaluate("e => getComputedStyle(e, '::before').content")


def test_the_keyboard_reaches_the_content_first(visit):
    page = visit.to("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"


def correct_the_place(path, claim_id):
    """Put another place in the stead of the first one of a claim, as a rebuild would with a correction."""
    with Store(path) as store:
        row = store.claim(claim_id)
        (place,) = [link for link in row.links.values() if link.target is Target.PLACE]
        judged = Judgement(
            1, "link", place.mention_id, "correct", "pl:westvale", "A. Reviewer", "seen there", "2026-01-02"
        )
        text_id = row.claim.text_id
        links = correct_links(
            store.links(text_id), (Correction(judged, place.mention_id),), {"pl:westvale": "Westvale"}.get
        )
        store.save_links(text_id, "hand/1 corrected by 1", links, store.moments(text_id))


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True)
def test_the_panel_of_a_claim_tells_every_reading_with_reasons_and_rivals_without_scripts(visit, ids):
    page = visit.to(f"/documents/{ids['wire']}")
    panel = page.locator(f"#c-{ids['bombing']} details")
    assert not panel.locator(".values").is_visible()
    panel.locator("summary").click()
    told = panel.locator(".values").inner_text()
    for part in ("Hill League is Hill League", "act:hill-league", "Oldmarket is Oldmarket",
                 "kind: settlement", "UCDP's seven steps", "2019-05-03", "written in full", "killed 12"):  # fmt: skip
        assert part in told
    assert panel.locator(".weighed li").count() == 1


def test_a_value_leads_to_its_own_page_and_from_there_to_its_words(visit, ids):
    page = visit.to(f"/claims/{ids['bombing']}")
    page.locator(".values li", has_text="Oldmarket is").locator("a", has_text="men_").click()
    page.wait_for_url("**/mentions/men_*")
    page.get_by_role("link", name="These words in the document").click()
    page.wait_for_url("**#t-at")
    assert page.locator(".spot").first.inner_text() == "Oldmarket"


def test_the_panel_says_that_a_person_decided_and_what_the_machine_had_said(browser, own_site):
    ids, path, address = own_site
    correct_the_place(path, ids["bombing"])
    page = browser.new_page()
    page.goto(f"{address}/events/evt:market", wait_until="networkidle")
    card = page.locator(f"#c-{ids['bombing']}")
    assert card.locator("summary .flag").inner_text() == "decided by a person"
    card.locator("summary").click()
    value = card.locator(".values > li", has_text="Oldmarket is")
    assert "is Westvale" in value.inner_text()
    assert value.locator(".why").inner_text() == "A. Reviewer decided: seen there"
    assert value.locator(".weighed li").first.inner_text().startswith("Oldmarket pl:oldmarket")
    page.close()
