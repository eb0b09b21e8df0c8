"""Pages as they were laid out: where each line stands, and what is wrong with a page as a printer's reader sees it."""
