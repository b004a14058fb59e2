"""The invented story, built once."""

import pytest

from sheets.story_fixture import make_brief, make_courier, make_gazette


@pytest.fixture(scope="session")
def courier():
    return make_courier()


@pytest.fixture(scope="session")
def gazette():
    return make_gazette()


@pytest.fixture(scope="session")
def brief(courier, gazette):
    return make_brief(courier, gazette)
