#!/usr/bin/env python3
"""Seal a package again after somebody changed it, as an attacker would: manifest and lists of fingerprints match.

    reseal.py PACKAGE
"""
import hashlib
import json
import os
import re
import sys
from pathlib import Path


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def sums(folder, name):
    files = [p for p in folder.rglob("*") if p.is_file() and p != folder / name]
    lines = sorted((str(p.relative_to(folder)).encode(), digest(p)) for p in files)
    return b"".join(hash.encode() + b"  " + path + b"\n" for path, hash in lines)


def write(path, content):
    mode = path.stat().st_mode
    path.write_bytes(content)
    os.chmod(path, mode)


root = Path(sys.argv[1])
if (root / "public").exists():
    write(root / "public/SHA256SUMS", sums(root / "public", "SHA256SUMS"))
manifest = json.loads((root / "manifest.json").read_text())
for file in manifest["files"]:
    path = root / file["path"]
    if path.exists():
        file["sha256"], file["bytes"] = digest(path), path.stat().st_size
        if "rows" in file and path.suffix == ".csv":
            file["rows"] = path.read_bytes().count(b"\n") - 1
text = json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True, separators=(",", " : "))
# The program writes an empty list, and an empty object, over three lines.
text = re.sub(r'^( *)("[^"]+" :) \[\](,?)$', r"\1\2 [\n\n\1]\3", text, flags=re.MULTILINE)
text = re.sub(r'^( *)("[^"]+" :) \{\}(,?)$', r"\1\2 {\n\n\1}\3", text, flags=re.MULTILINE)
write(root / "manifest.json", text.encode() + b"\n")
write(root / "SHA256SUMS", sums(root, "SHA256SUMS"))
