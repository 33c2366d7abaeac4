import pytest

from tocsin.settings import LLM_GGUF, LLM_KEY, LLM_MODEL, LLM_URL, SETTINGS, Setting


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_has_help_a_variable_of_its_own_and_a_default_unless_it_names_a_model(setting: Setting) -> None:
    assert bool(setting.default()) == (setting not in (LLM_URL, LLM_MODEL, LLM_KEY, LLM_GGUF))
    assert setting.help.endswith(".")
    assert setting.env == f"TOCSIN_{setting.name.upper()}"


def test_the_desk_listens_on_loopback_unless_told() -> None:
    defaults = {setting.name: setting.default() for setting in SETTINGS}
    assert (defaults["host"], defaults["port"]) == ("127.0.0.1", "8642")
    assert defaults["store"].endswith("tocsin.db")
