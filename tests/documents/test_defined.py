"""Terms in the words: found through figures, marks and markup, and in time that grows with the words."""

from time import process_time

from lexdocs.documents.document import compose


def test_terms_are_found_across_markup_and_figures(library_of, book):
    body = '{{ address }} makes an *offer* (the **"Offer"**), for {{ outstanding }} (the "{{ company_name }} Notes").\n'
    written = compose(
        library_of(body + "\nAn Amberline Corporation Note of the Offer.\n"), "a.md", book, {}, "a"
    ).written
    assert written is not None
    assert [each.term for each in written.definitions] == ["Offer", "Amberline Corporation Notes"]
    terms = [each.term for each in written.definitions]
    assert [(each.term, each.written) for each in written.uses(terms)][-2:] == [
        ("Amberline Corporation Notes", "Amberline Corporation Note"), ("Offer", "Offer"),
    ]  # fmt: skip
    assert str(written.where(written.definitions[1].start)) == "a.md:8"


def test_reading_grows_with_the_words_and_not_with_their_square(library_of, book):
    def taken(count):
        name = "".join
        parts = (name(chr(97 + int(digit)) for digit in str(number)) for number in range(count))
        body = "\n\n".join(
            f'A part (the "Part {each}"), and the Part {each} of {{{{ outstanding }}}}.' for each in parts
        )
        written = compose(library_of(body + "\n"), "a.md", book, {}, "a").written
        assert written is not None
        began = process_time()
        assert len(list(written.uses([each.term for each in written.definitions]))) == 2 * count
        return process_time() - began

    taken(20)
    assert taken(400) < 12 * max(taken(100), 0.005)
