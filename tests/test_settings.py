import pytest

from tocsin.settings import SETTINGS, Setting


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_has_a_default_help_and_a_variable_of_its_own(setting: Setting) -> None:
    assert setting.default()
    assert setting.help.endswith(".")
    assert setting.env == f"TOCSIN_{setting.name.upper()}"


def test_the_desk_listens_on_loopback_unless_told() -> None:
    defaults = {setting.name: setting.default() for setting in SETTINGS}
    assert (defaults["host"], defaults["port"]) == ("127.0.0.1", "8642")
    assert defaults["store"].endswith("tocsin.db")
