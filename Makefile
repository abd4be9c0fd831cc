# Rutinhandbokens kommandon. `make` utan mål visar dem.
# Allt läggs i .venv, ur den låsta listan requirements*.txt med kontrollsummor.

PYTHON ?= python3
ADRESS ?= 127.0.0.1:8000
FIL ?= andring.md
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK = 1
export PYTHONUTF8 = 1
# Grennamn och nummer kommer utifrån. De når skalet som variabler, aldrig som text i en rad som skalet tolkar.
export BAS HUVUD FIL NUMMER PLATTFORM

.DEFAULT_GOAL := help
.PHONY: help serve test site bevaka andring sammanfatta kommentera paminn lint format bench schema lock clean

help: ## Visa kommandona
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):.*## /  make \1\t/'

serve: .venv/kor.klar ## Kontrollera, bygg och visa handboken på http://127.0.0.1:8000
	$(BIN)/handbok visa --adress $(ADRESS)

site: .venv/kor.klar ## Kontrollera och bygg webbplatsen i site/
	$(BIN)/handbok bygg

bevaka: .venv/kor.klar ## Jämför lagarna med registret; PLATTFORM=github håller ett ärende per lag
	$(BIN)/handbok lagbevaka --bevakade $(if $(PLATTFORM),--ärende $(PLATTFORM))

andring: sammanfatta site ## Sammanfatta ändringen sedan BAS (t.ex. origin/main) i andring.md, kontrollera och bygg

sammanfatta: .venv/kor.klar ## Bara sammanfattningen i andring.md
	$(BIN)/handbok sammanfatta "$$BAS" $(if $(HUVUD),"$$HUVUD") > andring.md

kommentera: .venv/kor.klar ## Lägg FIL som kommentar: PLATTFORM=github NUMMER=12
	$(BIN)/handbok kommentera "$$FIL" --plattform "$$PLATTFORM" --ändring "$$NUMMER"

paminn: .venv/kor.klar ## Säg vad varje roll har att göra; PLATTFORM=github håller ett ärende per roll
	$(BIN)/handbok påminn $(if $(PLATTFORM),--ärende "$$PLATTFORM")

test: .venv/test.klar ## Kör alla tester
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy
	$(BIN)/python -m pytest

lint: .venv/test.klar ## Kontrollera koden: ruff och mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: .venv/test.klar ## Ordna koden
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/test.klar ## Mät byggtid, kontrolltid, sidvikt, sökningen och hur lagrum hittas i text (tar en stund)
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.citations
	$(BIN)/python -m benchmarks.weight
	$(BIN)/python -m benchmarks.search

schema: .venv/kor.klar ## Skriv om JSON-schemana efter en ändring i modellen
	$(BIN)/handbok schema

lock: .venv/test.klar ## Lås om beroendena efter en ändring i pyproject.toml
	$(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-header --quiet --upgrade -o requirements.txt
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-header --quiet --upgrade -o requirements-dev.txt

clean: ## Ta bort allt som byggts och installerats
	rm -rf .venv site .pytest_cache .mypy_cache .ruff_cache

# En stämpelfil per uppsättning: installationen körs om bara när låset ändrats.
.venv/kor.klar: requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

.venv/test.klar: .venv/kor.klar requirements-dev.txt
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.txt
	touch $@
