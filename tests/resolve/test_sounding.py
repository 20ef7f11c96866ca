import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolve.registry import Registry
from onrecord.resolve.sounding import sound

REGISTRY = Registry()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Liwaa al-Tawheed", "Liwa at-Tawhid"),
        ("Ansar Eddine", "Ansar Dine"),
        ("Hezb-e Wahdat", "Hizb-i Vahdat"),
        ("Jebhat en-Nousra", "Jibhat al-Nusra"),
        ("Jaysh ul-Islam", "Jeish el Islam"),
        ("Moudjahidine", "Mujahideen"),
        ("Hizballah", "Hezbollah"),
        ("Mai-Mai Simba", "Mayi Mayi Simba"),
        ("Asa'ib Ahl ul-Haqq", "Asaib Ahl al-Haq"),
    ],
)
def test_one_name_under_two_schemes_has_one_key(one, other):
    assert sound(one) == sound(other) != ""


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("Liwaa al-Tawheed", "act:al-tawhid-brigade"),
        ("Mai-Mai Simba", "act:mayi-mayi-simba"),
        ("Harakat ash-Shabab ul-Mujahidin", "act:al-shabaab"),
    ],
)
def test_a_name_under_another_scheme_leads_to_the_actor(name, ident):
    (answer,) = REGISTRY.sounding(name)
    assert answer.actor.id == ident


@pytest.mark.parametrize(
    "name", ["liwa al-tawhid", "TAWHID", "Hamad", "Ansar", "Nobody at All", "لواء التوحيد"]
)
def test_ordinary_words_short_names_and_other_scripts_lead_to_nobody(name):
    assert REGISTRY.sounding(name) == ()


@given(st.text(max_size=300))
def test_every_text_has_a_key_that_stays_as_it_is_asked_again(name):
    assert sound(name) == sound(name)
    assert len(sound(name)) <= 2 * len(name) + 10
