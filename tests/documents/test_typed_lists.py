"""Lists and tables as they are meant to be typed: nothing is told of them, and they become what they look like."""

from __future__ import annotations

import pytest

from lexdocs.documents.document import compose
from lexdocs.documents.preflight import preflight

ROWS = "{% for installment in installments %}\n"

SOUND = {
    "a list": "Words:\n\n- an item\n- another\n  that goes on\n",
    "a list below a heading": "## Terms\n- an item\n- another\n",
    "within an item": "- an item\n\n    that goes on\n\n    - a part\n    - a part\n- another\n\nWords.\n",
    "apart": "- an item\n\n- another\n\n1. counted\n\n1. counted\n",
    "in a loop": f"Words:\n\n{ROWS}- {{{{ installment.installment_date }}}}\n{{% endfor %}}\n",
    "chosen": "Words:\n\n{% if has_support %}\n- an item\n{% else %}\n- another\n{% endif %}\n",
    "clauses": "(a) a clause\n\n(b) a clause: either (i) this, or\n(ii) that\n",
    "a table": f"| a | b |\n|---|--:|\n{ROWS}| words | {{{{ installment.installment_date }}}} |\n{{% endfor %}}\n",
    "a table without bars around it": "a | b\n---|---\nc | d\n",
    "one bar": "Telephone | Telefax\n",
    "HTML": "<ol>\n  <li>an item</li>\n  <li>another</li>\n</ol>\n\n  Words.\n",
    "a list with a look": "- an item\n- another\n{: .conditions }\n",
    "dashes": "Words -- and more words\n-- and others.\n",
}


@pytest.mark.parametrize("words", SOUND.values(), ids=SOUND)
def test_nothing_is_told_of_what_is_typed_well(words, library_of, book):
    library = library_of(words)
    assert preflight(library, "a.md", book) == ()
    compose(library, "a.md", book, {}, "a")


def test_what_is_within_an_item_is_printed_there(library_of, book):
    body = compose(library_of(SOUND["within an item"]), "a.md", book, {}, "a").body
    assert body.count("<ul>") == 2
    assert body.index("that goes on") < body.index("a part") < body.index("another") < body.index("</ul>\n<p>Words.")
