"""Every built-in process as the API of a new workspace tells it, in each of its languages and in others."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import World

DATA = Path(__file__).parents[2] / "data" / "processes"
FILES = sorted(DATA.glob("*/*.json"))
CASES = [(path, one["locale"]) for path in FILES for one in json.loads(path.read_bytes())["translations"]]
BUYING = """query($key: String!, $locale: String) { process: buyingProcess(key: $key) {
  key version name(locale: $locale) description(locale: $locale)
  steps: phases {
    key position name(locale: $locale) description(locale: $locale) customerDoes(locale: $locale) sellerDoes(locale: $locale)
    reachedWhen(locale: $locale) awareness afterPurchase maxHealthyDays retired
    expects { role required goal weight buyClasses } stages { key } process { key } translations { locale name description }
  }
} }"""
SELLING = """query($key: String!, $locale: String) { process: salesProcess(key: $key) {
  key version name(locale: $locale) description(locale: $locale)
  steps: stages {
    key position name(locale: $locale) description(locale: $locale) doneWhen(locale: $locale) teams(locale: $locale) { team does }
    probability maxHealthyDays retired serves { key process { key } } process { key } translations { locale name description }
  }
} }"""
TEXTS = ("name", "description", "customerDoes", "sellerDoes", "reachedWhen", "doneWhen", "teams")


async def told(world: World, path: Path, locale: str | None) -> dict[str, Any]:
    document = BUYING if path.parent.name == "buying" else SELLING
    body = await world.ask(document, {"key": path.stem, "locale": locale})
    assert "errors" not in body, body
    return body["data"]["process"]  # type: ignore[no-any-return]


def in_locale(part: dict[str, Any], locale: str) -> dict[str, Any]:
    return next({name: one[name] for name in TEXTS if name in one} for one in part["translations"] if one["locale"] == locale)


def texts(part: dict[str, Any]) -> dict[str, Any]:
    return {name: part[name] for name in TEXTS if name in part}


@pytest.mark.parametrize(("path", "locale"), CASES, ids=[f"{path.stem}-{locale}" for path, locale in CASES])
async def test_a_process_reads_back_whole_in_its_languages(world: World, path: Path, locale: str) -> None:
    file = json.loads(path.read_bytes())
    process = await told(world, path, locale)
    steps = file.get("phases") or file["stages"]
    assert (process["key"], process["version"], texts(process)) == (file["key"], 1, in_locale(file, locale))
    assert [texts(step) for step in process["steps"]] == [in_locale(step, locale) for step in steps]
    for place, (found, step) in enumerate(zip(process["steps"], steps, strict=True)):
        assert (found["position"], found["retired"], found["process"]["key"]) == (place, False, file["key"])
        named = [{name: one[name] for name in ("locale", "name", "description")} for one in step["translations"]]
        assert found["translations"] == named
        for name in ("key", "awareness", "probability", "maxHealthyDays"):
            assert found.get(name) == step.get(name)
    if "phases" in file:
        assert [step["afterPurchase"] for step in process["steps"]] == [step.get("afterPurchase", False) for step in steps]
        assert [step["expects"] for step in process["steps"]] == [
            [{"buyClasses": [], **expected} for expected in step["expects"]] for step in steps
        ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
async def test_a_locale_that_is_unknown_or_absent_is_the_workspaces_then_english(world: World, path: Path) -> None:
    file = json.loads(path.read_bytes())
    own = file["translations"][1]["locale"]
    english, its_own = ([in_locale(step, locale) for step in file.get("phases") or file["stages"]] for locale in ("en", own))
    assert [texts(step) for step in (await told(world, path, None))["steps"]] == english
    assert [texts(step) for step in (await told(world, path, "sv"))["steps"]] == english
    assert [texts(step) for step in (await told(world, path, f"{own}-XX"))["steps"]] == its_own
    await world.tell("updateWorkspace", "__typename", defaultLocale=own)
    assert [texts(step) for step in (await told(world, path, None))["steps"]] == its_own
    assert [texts(step) for step in (await told(world, path, "en"))["steps"]] == english


async def test_stages_and_phases_tell_each_other(world: World) -> None:
    cells = {
        (stage["key"], phase["process"]["key"], phase["key"])
        for stage in (await told(world, DATA / "sales" / "sales.json", None))["steps"]
        for phase in stage["serves"]
    }
    back = {
        (stage["key"], path.stem, phase["key"])
        for path in FILES
        if path.parent.name == "buying"
        for phase in (await told(world, path, None))["steps"]
        for stage in phase["stages"]
    }
    assert cells == back
    assert len(cells) == 33
