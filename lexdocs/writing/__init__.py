"""What is written of a deal: words, pages and files, and what is kept of them for the next build."""
