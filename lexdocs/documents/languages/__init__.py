"""Documents in other languages: translated templates, held against the English ones, and catalogues of phrases."""
