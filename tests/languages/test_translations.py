"""Translations held against the English: what each fault is told as, what is stale, what is a draft."""

from __future__ import annotations

import pytest

from lexdocs.documents.document import compose
from lexdocs.documents.languages.catalogue import Catalogue, Phrases
from lexdocs.documents.languages.edited import approved, current, skeleton, with_entries
from lexdocs.documents.languages.standing import standing
from lexdocs.documents.languages.translated import in_language, words_digest
from lexdocs.documents.languages.writing import compose_in
from lexdocs.documents.library import Library, Template, english_name
from lexdocs.documents.preflight import preflight
from lexdocs.errors import InputError, RenderError
from lexdocs.outputs.html import for_paper
from tests.documents.conftest import FakeBook

HEAD = (
    "---\ntitle: 'Notice of {{ record_date }}'\naudience: holder\nevents: "
    "[commencement]\noffers: [exchange]\nlayout: notice\nliterals:\n  - {text: Form 1099, "
    "count: 1, reason: name of a form}\n---\n"
)
WORDS = (
    "# To the holders {#notice}\n\nOf {{ outstanding }} of principal, {{ old_rate }} is paid "
    "by {{ company_name }}.{% if has_support %} The support comes to {{ support_percentage | "
    'whole }} in all.{% endif %} {% include "shared/due.md" %}.\n\nSee Form 1099 about '
    "this.\n{: .table-note }\n"
)
DUE = (
    "{% for installment in installments %}{% if not loop.first %}, {% endif %}payable {{ "
    "installment.installment_date }}{% endfor %}"
)
ES = (
    "# A los tenedores {#notice}\n\nDe {{ outstanding }} de principal, {{ company_name }} paga "
    "{{ old_rate }}.{% if has_support %} El apoyo asciende al {{ support_percentage | whole "
    '}}.{% endif %} {% include "shared/due.md" %}.\n\nVéase el Formulario 1099.\n{: '
    ".table-note }\n"
)
ES_DUE = DUE.replace("payable", "pagadero el")
PHRASES = "texts:\n  senior: preferente\n"


def library(words: str = ES, due: str | None = ES_DUE, english: str = WORDS) -> Library:
    """A document and a clause with their translations, up to date but for what is asked for."""
    files = {"notices/a.md": Template("notices/a.md", HEAD + english), "shared/due.md": Template("shared/due.md", DUE)}
    literal = "literals:\n  - {text: Formulario 1099, count: 1, reason: name of a form}\n"
    told = f"---\nlanguage: es\ntranslates: not yet\ntitle: 'Aviso del {{{{ record_date }}}}'\n{literal}---\n{words}"
    translations = {("es", "notices/a.md"): told}
    if due is not None:
        translations["es", "shared/due.md"] = f"---\nlanguage: es\ntranslates: not yet\n---\n{due}"
    made = {}
    for (code, name), text in translations.items():
        own = Template(f"{name[:-3]}.es.md", text, of=files[name])
        made[code, name] = Template(own.name, current(own, files[name]))
    return Library(files, made, {"es": (Template("languages/es.yaml", PHRASES),)})


def told(of: Library) -> list[str]:
    """What is wrong with the document in Spanish, before it is written."""
    return [str(each) for each in preflight(in_language(of, "es"), "notices/a.md", FakeBook())]


def test_a_translation_is_written_with_the_same_figures_in_its_language():
    of = library()
    assert told(of) == []
    english = compose(of, "notices/a.md", FakeBook(), {}, "a")
    document = compose_in(of, "notices/a.md", "es", FakeBook(), {}, "a.es")
    assert document.title == "Aviso del 4\u00a0de\u00a0mayo de 2012"
    assert document.language == "es-US"
    assert {(each.address, each.style) for each in document.ticks} == {
        (each.address, each.style) for each in english.ticks
    }
    assert 'value="8400000" data-figure="outstanding">US$8,400,000</data>' in document.body
    assert 'value="Amberline Corporation" data-figure="company_name">Amberline Corporation<' in document.body
    assert "pagadero el <data" in document.body
    assert document.unapproved == "BORRADOR (draft translation)."
    assert english.unapproved == ""


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (
            ES.replace("De {{ outstanding }} de principal, ", ""),
            (
'notices/a.es.md:8: notices/a.md:12 has {{ outstanding }}, and here it is missing; write '
'it into the translation'
),
        ),
        (
            ES.replace("Véase", "Hasta {{ accrual_end }} véase"),
            (
'notices/a.es.md:12: {{ accrual_end }} is not in notices/a.md; take it out, or write it '
'into the English words first'
),
        ),
        (
            ES.replace("| whole", "| two_places"),
            (
'notices/a.es.md:10: notices/a.md:12 has {{ support_percentage | whole }} under '
'“has_support”, and here it is missing; write it into the translation'
),
        ),
        (
            ES.replace("{% if has_support %}", "{% if not has_support %}"),
            (
'notices/a.es.md:10: {{ support_percentage | whole }} under “not has_support” is not in '
'notices/a.md, where {{ support_percentage | whole }} stands otherwise at line 12; take it '
'out, or write it into the English words first'
),
        ),
        (
            ES.replace("{#notice}", "{#aviso}"),
            (
'notices/a.es.md:8: {#aviso} stands where notices/a.md:10 has {#notice}; keep headings, '
'tables and attributes as they are'
),
        ),
        (
            ES.replace("\n{: .table-note }", ""),
            (
'notices/a.es.md:12: notices/a.md:15 has {.table-note}, and here it is missing; write it '
'into the translation'
),
        ),
        (ES + "\n## Más\n", "notices/a.es.md:15: ## … is not in notices/a.md; take it out"),
        (
            ES + "\n| uno | dos |\n|---|--:|\n| a | b |\n",
            "notices/a.es.md:16: a table of 2 columns is not in notices/a.md; take it out",
        ),
        (
            ES.replace("A los tenedores", "To the holders"),
            'notices/a.es.md:8: "To the holders" is still English; translate it',
        ),
        (
            ES.replace("De {{", "De dos clases, {{"),
            'notices/a.es.md:10: the number "dos" is typed into the words; print a figure, or declare it in the header',
        ),
        (
            ES.replace("Formulario 1099", "Formulario W"),
            'notices/a.es.md:6: "Formulario 1099" is declared and never used; remove it',
        ),
    ],
)  # fmt: skip
def test_what_differs_is_told_with_both_places(words: str, says: str):
    assert says in told(library(words))


def test_a_clause_is_held_against_its_own():
    clause = ES_DUE.replace("{% if not loop.first %}, {% endif %}", ", ")
    assert (
        "shared/due.es.md:5: shared/due.md:1 has {% if not loop.first %} under “for installment in "
        "installments”, and here it is missing; write it into the translation"
    ) in told(library(due=clause))


def test_a_clause_without_translation_fails_loudly():
    remedy = "write shared/due.es.md: lexdocs translations es shared/due.md begins it"
    assert told(library(due=None)) == [
        f'notices/a.es.md:10: "shared/due.md" has no Spanish translation; {remedy}'
    ]  # fmt: skip
    found = standing(library(due=None), "notices/a.md", "es")
    assert (found.said, [str(each) for each in found.missing]) == (
        "missing", [f'shared/due.md: "shared/due.md" has no Spanish translation; {remedy}'],
    )  # fmt: skip


def test_a_document_without_translation_fails_loudly():
    with pytest.raises(InputError, match=r'"notices/a\.md" has no German translation; write notices/a\.de\.md'):
        compose_in(library(), "notices/a.md", "de", FakeBook(), {}, "a.de")


def test_a_figure_may_be_printed_twice_and_in_another_order():
    assert told(library(ES.replace("paga {{ old_rate }}", "paga {{ old_rate }}, es decir {{ old_rate }}"))) == []


def test_a_later_edit_of_the_english_makes_a_translation_stale():
    of = library()
    now = Template("notices/a.md", HEAD + WORDS.replace("is paid", "is owed"))
    later = Library({**of.templates, "notices/a.md": now}, of.translations, of.catalogues)
    found = standing(later, "notices/a.md", "es")
    assert (found.said, [str(each) for each in found.problems]) == (
        "stale",
        [
            (
                "notices/a.es.md:3: translates other words than notices/a.md has now; translate what has "
                "changed, then lexdocs translations es notices/a.md --current"
            )
        ],
    )
    # Whoever approved it, approved other words.
    assert compose_in(later, "notices/a.md", "es", FakeBook(), {}, "a").unapproved


def test_its_approval_is_of_its_very_words():
    of = library()
    assert standing(of, "notices/a.md", "es").said == "draft"
    own = in_language(of, "es")
    text = approved(
        own.templates["notices/a.md"].text, "Ana Ruiz", "October 1, 2026", words_digest(own, "notices/a.md")
    )
    house = Template("languages/es.yaml", approved(PHRASES, "Ana Ruiz", "October 1, 2026", "0" * 16))
    signed = {**of.translations, ("es", "notices/a.md"): Template("notices/a.es.md", text)}
    found = standing(Library(of.templates, signed, {"es": (house,)}), "notices/a.md", "es")
    assert [str(each) for each in found.problems] == [
        (
            "templates/languages/es.yaml:1: its words are no longer those that Ana Ruiz approved on "
            "October 1, 2026; have it read, then lexdocs translations es phrases --approve NAME --on "
            "DATE"
        )
    ]
    whole = Library(of.templates, signed, {})
    assert standing(whole, "notices/a.md", "es").said == "approved"
    assert compose_in(whole, "notices/a.md", "es", FakeBook(), {}, "a").unapproved == ""
    edited = Template("notices/a.es.md", text.replace("asciende", "llega"))
    for changed in (("es", "notices/a.md"), edited), (("es", "shared/due.md"), _due("vencido el")):
        after = Library(of.templates, {**signed, changed[0]: changed[1]}, {})
        assert [each.what for each in standing(after, "notices/a.md", "es").drafts] == [
            "its words are no longer those that Ana Ruiz approved on October 1, 2026"
        ]


def _due(words: str) -> Template:
    own = Template("shared/due.es.md", f"---\nlanguage: es\ntranslates: x\n---\n{DUE.replace('payable', words)}")
    return Template(own.name, current(own, Template("shared/due.md", DUE)))


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("audience", 'no header entry is named "audience"; known here: language, translates, title'),
        (
            "approved_by",
            "names who, when and of which words, and approved_on and approved_words is missing; let lexdocs",
        ),
    ],
)
def test_a_header_says_what_is_the_translations_alone(key: str, says: str):
    of = library()
    text = with_entries(of.translations["es", "notices/a.md"].text, {key: "holder"})
    wrong = Library(of.templates, {**of.translations, ("es", "notices/a.md"): Template("notices/a.es.md", text)})
    assert any(says in each for each in told(wrong))


def test_the_language_is_that_of_the_file():
    of = library()
    text = of.translations["es", "notices/a.md"].text.replace("language: es", "language: fr")
    wrong = Library(of.templates, {**of.translations, ("es", "notices/a.md"): Template("notices/a.es.md", text)})
    what = "notices/a.es.md:2: language: fr is French, and the file is called .es.md; correct one of the two"
    assert [str(each) for each in standing(wrong, "notices/a.md", "es").wrong] == [what]


def test_a_skeleton_is_no_translation_yet():
    of = library()
    begun = Template("notices/a.es.md", skeleton(of.templates["notices/a.md"], "es"))
    found = standing(Library(of.templates, {**of.translations, ("es", "notices/a.md"): begun}), "notices/a.md", "es")
    assert (
        "notices/a.es.md:3: translates: is not the digest of English words; when the words are "
        "translated, lexdocs translations es notices/a.md --current writes it (for a deal with --deal)"
    ) in [str(each) for each in found.wrong]


def test_a_phrase_that_nobody_has_translated_is_named():
    words = ES.replace("{{ company_name }} paga", "{{ address }} paga")
    english = WORDS.replace("{{ company_name }}", "{{ address }}")
    of = library(words, english=english)
    with pytest.raises(RenderError) as raised:
        compose_in(of, "notices/a.md", "es", FakeBook(), {}, "a")
    assert str(raised.value.problems[0]).startswith(
        'templates/languages/es.yaml: address says "Quay House\nHarbor Road", and has no Spanish '
        "words for it; write them under texts in the deal's templates/languages/es.yaml"
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "texts:\n  senior: dos clases\n",
            'templates/languages/es.yaml:2: texts → senior: "dos" is a figure inside a text',
        ),
        ("words:\n  a: b\n", 'templates/languages/es.yaml:2: a catalogue has no "words"; there are: figures, texts'),
        ("texts:\n  senior: ' '\n", "templates/languages/es.yaml:2: texts → senior: says nothing"),
    ],
)
def test_a_catalogue_that_is_wrong_is_told(text: str, says: str):
    of = library()
    broken = Library(of.templates, of.translations, {"es": (Template("languages/es.yaml", text),)})
    with pytest.raises(InputError) as raised:
        compose_in(broken, "notices/a.md", "es", FakeBook(), {}, "a")
    assert str(raised.value.problems[0]).startswith(says)


def test_names_of_files():
    assert english_name("shared/x.fr.md") == "shared/x.md"
    assert english_name("shared/x.it.md") == "shared/x.it.md"


def test_the_sign_of_dollars_is_not_divided_on_paper():
    said = '<body class="notice"><p>Je US-$\u00a01.000</p></body>'
    assert for_paper(said, "") == said.replace("US-", "US-\u2060")


def test_a_phrase_without_words_is_likened_to_those_of_its_own_figure():
    said: dict[tuple[str, ...], str] = {
        ("figures", "amended_term_says", "Telephone number of the agent"): "Teléfono del agente",
        ("figures", "exchange_agent_roles", "Depositary"): "Depositario",
    }
    catalogue = Catalogue("es", (Phrases("es.yaml", said),))
    assert "in the term sheet" not in catalogue.missing("exchange_agent_roles", "Telephone number of an agent").remedy
    assert '(or say "Depositary" in the term sheet' in catalogue.missing("exchange_agent_roles", "Depository").remedy
