from __future__ import annotations

import io
import zipfile

import pytest
from training.pretrained.packages import checked, member

from onrecord.errors import InputError

SHA256_OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.fixture
def archive():
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        file.writestr("made/data/weights.bin", b"w")
    return zipfile.ZipFile(written)


@pytest.mark.parametrize("beginning", [SHA256_OF_NOTHING, "e3b0c442"])
def test_content_with_the_stated_hash_is_given_back(beginning):
    assert checked(b"", beginning, "nothing") == b""


def test_content_with_another_hash_is_an_error_that_names_it():
    with pytest.raises(InputError, match="weights has SHA-256 e3b0c442"):
        checked(b"", "00000000", "weights")


def test_a_member_is_found_by_how_its_path_ends(archive):
    assert member(archive, "weights.bin") == b"w"


def test_a_package_without_the_member_is_an_error(archive):
    with pytest.raises(InputError, match=r"holds no other\.bin"):
        member(archive, "other.bin")
