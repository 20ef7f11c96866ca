import pytest

from onrecord.errors import InputError
from onrecord.find.models.llm import engine
from onrecord.find.models.llm.settings import from_environment

SET = {"ONRECORD_LLM_URL": "http://127.0.0.1:8080/v1/", "ONRECORD_LLM_MODEL": "tiny"}


def test_an_endpoint_and_a_model_are_enough():
    settings = from_environment(SET)
    assert (settings.url, settings.model, settings.key) == ("http://127.0.0.1:8080/v1", "tiny", "")
    assert settings.price_in is None


@pytest.mark.parametrize("missing", SET)
def test_without_endpoint_or_model_one_line_says_what_to_set(missing):
    with pytest.raises(InputError) as refusal:
        from_environment({name: value for name, value in SET.items() if name != missing})
    assert "ONRECORD_LLM_URL" in str(refusal.value)
    assert "ONRECORD_LLM_MODEL" in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_an_engine_without_an_endpoint_in_the_environment_is_refused(monkeypatch):
    monkeypatch.delenv("ONRECORD_LLM_URL", raising=False)
    with pytest.raises(InputError, match="ONRECORD_LLM_URL"):
        engine(object())


@pytest.mark.parametrize(
    "url",
    [
        "ftp://host/v1",
        "file:///etc/passwd",
        "127.0.0.1:8080",
        "http://",
        "http://[::1/v1",
        "http://host:99999/v1",
        "http://host/v1\r\nX: y",
        "http://user:secret@host/v1",
        "http://host/v1?key=secret",
        "http://host/v1#part",
    ],
)
def test_an_address_that_is_none_or_holds_more_is_refused_and_not_repeated(url):
    with pytest.raises(InputError) as refusal:
        from_environment({**SET, "ONRECORD_LLM_URL": url})
    assert "secret" not in str(refusal.value)


def test_numbers_are_read_and_bounded():
    settings = from_environment({**SET, "ONRECORD_LLM_RETRIES": "0", "ONRECORD_LLM_PRICE_IN": "0.25"})
    assert (settings.retries, settings.price_in) == (0, 0.25)


@pytest.mark.parametrize(
    ("name", "value"),
    [("RETRIES", "many"), ("RETRIES", "-1"), ("TIMEOUT", "nan"), ("WINDOW", "3"), ("PRICE_OUT", "inf")],
)
def test_a_number_that_is_none_or_out_of_bounds_is_refused_by_name(name, value):
    with pytest.raises(InputError, match=f"ONRECORD_LLM_{name}"):
        from_environment({**SET, f"ONRECORD_LLM_{name}": value})


def test_the_key_is_in_no_message():
    settings = from_environment({**SET, "ONRECORD_LLM_KEY": "sk-very-secret"})
    assert settings.key == "sk-very-secret"
    assert "secret" not in repr(settings)
    with pytest.raises(InputError) as refusal:
        from_environment({**SET, "ONRECORD_LLM_KEY": "sk-very-secret\r\nX: y"})
    assert "secret" not in str(refusal.value)
