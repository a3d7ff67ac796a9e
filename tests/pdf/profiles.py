"""Says where PDF files break PDF/UA-1 or PDF/A-3a; the exit code is 1 when one does."""

import sys

from page import ValidationProfile, validate_pdf

broken = False
for file in sys.argv[1:]:
    for profile in (ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_3A):
        report = validate_pdf(file, profile=profile)
        print(f"{file}: {profile.name} checked {report.rules.total}")
        for failure in report.failures:
            print(f"{file}: {profile.name} {failure.rule_id}: {failure.message}")
        broken = broken or not report.is_compliant
        if report.rules.total == 0:
            print(f"{file}: {profile.name} was not looked at")
            broken = True
sys.exit(broken)
