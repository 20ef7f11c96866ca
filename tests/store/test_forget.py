import pytest

from onrecord.errors import StoreError
from onrecord.records import Actor, Link, Target
from onrecord.store import Filter, Store

OTHER = "Traders of the River Front attacked Ostrava Bridge on 3 May 2016, killing more than eighty people, the ministry said. The Front is led by Karim Vale."
WITNESS = "Zubeida Quill saw it: "


def raw_bytes(path):
    return b"".join(file.read_bytes() for file in sorted(path.parent.glob(path.name + "*")))


def test_the_words_leave_the_file_for_good(store, sample, path):
    sample.fill(store, WITNESS + sample.story, "witness.txt", title="Quillpaper")
    kept = sample.fill(store, OTHER, "other.txt", event_id="evt_2")
    forgotten = store.documents()[0]
    claim = store.claims(Filter(document=forgotten.id))[0].claim
    store.append(sample.judgement(claim.id, span=claim.evidence, seen='{"kind": "event"}'))
    store.append(
        sample.judgement(
            "evt_9",
            seen="Raiders of the River Front attacked Ostrava Bridge on 3 May 2016, killing more than eighty people",
        )
    )
    undo = store.append(sample.judgement("x", "undo", "1"))
    spared = store.append(sample.judgement(kept.claims[0].id))
    assert b"Quill" in raw_bytes(path)

    stone = store.forget(forgotten.id, who="A. Reviewer", reason="a witness is named")

    left = raw_bytes(path).lower()
    for words in (b"zubeida", b"quill", b"raiders", b"quillpaper", b"witness.txt"):
        assert words not in left
    assert (stone.document_id, stone.sha256, stone.purged, stone.siblings) == (
        forgotten.id,
        forgotten.sha256,
        True,
        0,
    )
    assert [row.location for row in store.documents()] == ["other.txt"]
    assert [row.claim for row in store.claims()] == list(kept.claims)
    assert [event.id for event in store.events()] == ["evt_2"]
    assert {claim for relation in store.relations() for claim in relation.claim_ids} <= {
        c.id for c in kept.claims
    }
    assert store.judgements() == (spared,)
    assert undo not in store.judgements()
    store.verify()


def test_other_documents_are_still_found_by_their_words(store, sample):
    first = sample.fill(store)
    sample.fill(store, OTHER, "other.txt")
    store.forget(store.text(first.text_id).document_id, who="A", reason="r")
    assert len(store.documents(Filter(text="ostrava"))) == 1
    assert store.documents(Filter(text="raiders")) == ()


def test_documents_of_the_same_bytes_keep_their_texts_without_the_bytes(store, sample):
    intake = sample.intake("one page", parts=("The article.", "A teaser."))
    store.add_intake(intake)
    stone = store.forget(intake.documents[1].id, who="A", reason="r")
    assert [text.content for text in store.texts()] == ["The article."]
    assert store.content(intake.raw.sha256) is None
    assert stone.siblings == 1


def test_forgotten_bytes_are_refused_until_they_are_asked_for(store, sample):
    intake = sample.intake()
    store.add_intake(intake)
    store.forget(intake.documents[0].id, who="A", reason="the editor withdrew it")
    assert store.forgotten(intake.raw.sha256).reason == "the editor withdrew it"
    with pytest.raises(StoreError, match="the editor withdrew it"):
        store.add_intake(intake)
    assert store.documents() == ()
    assert store.add_intake(intake, even_if_forgotten=True)
    assert store.forgotten(intake.raw.sha256) is None
    assert not store.add_intake(intake)
    assert len(store.documents()) == 1


def test_an_unknown_document_cannot_be_forgotten(store):
    with pytest.raises(StoreError, match="no document doc_none"):
        store.forget("doc_none", who="A", reason="r")


def test_while_another_program_reads_it_says_that_the_work_is_not_done(store, sample, path):
    sample.fill(store)
    document = store.documents()[0].id
    store._file._db.execute("PRAGMA busy_timeout = 50")
    with Store(path) as reader, reader._file.steady():
        assert reader.documents()
        with pytest.raises(StoreError, match="forget the document again"):
            store.forget(document, who="A", reason="r")
    assert not store.tombstones()[0].purged
    assert store.forget(document, who="A", reason="r").purged
    assert b"Raiders" not in raw_bytes(path)


def test_event_ids_stay_minted(store, sample):
    class Minting:
        rows = (("evt_1", 1, "clm_1"),)
        redirects = ()

    reading = sample.fill(store)
    store.add_minted(Minting)
    store.forget(store.text(reading.text_id).document_id, who="A", reason="r")
    assert store.minted() == Minting.rows


def test_a_candidate_of_a_forgotten_document_is_proposed_anew_from_the_others(store, sample):
    first, second = sample.fill(store), sample.fill(store, OTHER, "other.txt")
    for reading in (first, second):
        link = Link(
            reading.mentions[0].id, Target.ACTOR, "cand:river", "River Front", 0.5, "new", "resolve/1"
        )
        store.save_links(reading.text_id, "resolve/1", (link,), ())
    store.save_entries(
        (Actor("cand:river", "River Front", "group", "candidate", ("Raiders of the River",)),), ()
    )
    store.forget(store.text(first.text_id).document_id, who="A", reason="r")
    assert store.actors() == ()
    assert store.linked_by(second.text_id) == ""


def test_entries_that_only_the_forgotten_document_led_to_go_with_it(store, sample):
    first, second = sample.fill(store), sample.fill(store, OTHER, "other.txt")
    store.forget(store.text(first.text_id).document_id, who="A", reason="r")
    assert [entry.id for entry in (*store.actors(), *store.places())] == ["act:1", "geo:1"]
    store.forget(store.text(second.text_id).document_id, who="A", reason="r")
    assert (store.actors(), store.places()) == ((), ())
