"""The site's own search: Swedish text → an index that the reader's browser looks things up in (sokmotor.js)."""
