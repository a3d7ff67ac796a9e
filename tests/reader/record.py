"""A packet of record in other hands: unpacked by Python's own zipfile, its data held against
the schema by a validator that knows nothing of this project.

    record.py unpack FILE FOLDER
    record.py again FILE FOLDER      packs a folder into a new archive
    record.py check SCHEMA DATA
"""

import json
import sys
import zipfile
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker


def unpack(file, folder):
    with zipfile.ZipFile(file) as archive:
        bad = archive.testzip()
        if bad is not None:
            sys.exit(f"{bad} is damaged")
        archive.extractall(folder)
        print(json.dumps([entry.filename for entry in archive.infolist()]))


def again(file, folder):
    with zipfile.ZipFile(file, "w") as archive:
        for path in sorted(Path(folder).rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(folder).as_posix())


def undescribed(schema, place="data"):
    """Names every field of the schema that has no words, or lets others in unnamed."""
    if not isinstance(schema, dict) or not schema:
        return
    properties = schema.get("properties", {})
    for name, value in properties.items():
        if not value.get("description"):
            yield f"{place}.{name} is not described"
    if properties and schema.get("additionalProperties") is not False:
        yield f"{place} lets fields in that nobody described"
    if set(properties) != set(schema.get("required", [])):
        yield f"{place} does not say which fields are there"
    inner = {**properties, **schema.get("$defs", {}), "items": schema.get("items", {})}
    for name, value in inner.items():
        yield from undescribed(value, f"{place}.{name}")


def check(schema_file, data_file):
    schema = json.loads(Path(schema_file).read_text(encoding="utf-8"))
    data = json.loads(Path(data_file).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    faults = list(undescribed(schema))
    faults += [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(data)]
    if faults:
        sys.exit("\n".join(faults))
    counts = {name: len(value) for name, value in data.items() if isinstance(value, list)}
    print(json.dumps(counts))


if __name__ == "__main__":
    words = {"unpack": unpack, "again": again, "check": check}
    words[sys.argv[1]](*sys.argv[2:])
