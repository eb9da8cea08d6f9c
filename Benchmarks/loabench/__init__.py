"""What `make bench` measures: the reader beside pdftotext, the server beside nginx and Django."""
