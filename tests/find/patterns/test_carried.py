from builders.ruled import one, parts


def test_support_that_fades_in_the_next_clause_is_the_subjects():
    words = "Boko Haram grew more violent; public support in Kismayo began to wane."
    assert parts(one(words, "support_lost"), "actor") == ["Boko Haram"]


def test_who_owns_somebody_is_not_who_the_clause_is_about():
    words = "Boko Haram's cook knew M23; most of its fighters come from Goma."
    assert parts(one(words, "composition"), "actor") == ["M23"] or not parts(
        one(words, "composition"), "actor"
    )


def test_who_is_named_in_the_clause_stays():
    words = "Boko Haram grew more violent; public support for M23 in Kismayo began to wane."
    assert parts(one(words, "support_lost"), "actor") == ["M23"]
