"""Sets a Typst document as tagged PDF and says how long that took: set_typst.py FILE FONTS."""

import json
import re
import sys
import time

import typst

file, fonts = sys.argv[1:]
begun = time.perf_counter()
pdf = typst.compile(file, font_paths=[fonts], ignore_system_fonts=True, pdf_standards=["ua-1"])
spent = (time.perf_counter() - begun) * 1000
pages = typst.query(file, "<pages>", field="value", one=True, font_paths=[fonts])
print(json.dumps({"ms": spent, "pages": int(re.sub(r"\D", "", pages)), "bytes": len(pdf)}))
