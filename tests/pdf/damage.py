"""Damages a good PDF in thirteen ways, each into a file of its own: DAMAGE.pdf in a folder.

A check that cannot fail proves nothing, so both validators are shown each of these. The names
are those that papers.test.mjs expects.
"""

import sys
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream


def nodes(pdf, role=None):
    """The nodes of the structure tree in reading order, of one role where it is given."""
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Array):
            waiting.extend(reversed(list(node)))
        elif isinstance(node, Dictionary) and Name.S in node:
            if role is None or node.S == role:
                yield node
            if Name.K in node:
                waiting.append(node.K)


def append(pdf, operators):
    """Draws on the second page beside what stands there."""
    page = pdf.pages[1]
    whole = page.Contents.read_bytes() + b"\n" + operators
    page.Contents = pdf.make_indirect(Stream(pdf, whole))


def metadata(pdf, old, new):
    text = pdf.Root.Metadata.read_bytes()
    assert old in text
    pdf.Root.Metadata.write(text.replace(old, new))


def no_language(pdf):
    del pdf.Root.Lang


def no_title(pdf):
    del pdf.Root.ViewerPreferences


def no_alternative(pdf):
    del next(nodes(pdf, Name.Figure)).Alt


def skipped_level(pdf):
    next(nodes(pdf, Name.H2)).S = Name.H4


def untagged_content(pdf):
    append(pdf, b"0 0 40 40 re f")


def no_scope(pdf):
    for head in nodes(pdf, Name.TH):
        del head.A


def no_parent_tree(pdf):
    del pdf.Root.StructTreeRoot.ParentTree


def no_claim(pdf):
    metadata(pdf, b"<pdfuaid:part>1</pdfuaid:part>", b"")


def no_glyph(pdf):
    font = next(iter(pdf.pages[1].Resources.Font.keys())).encode()
    append(pdf, b"/Artifact BMC BT " + font + b" 9 Tf 40 40 Td <0000> Tj ET EMC")


def no_font(pdf):
    fonts = pdf.pages[1].Resources.Font
    for font in fonts.values():
        about = font.DescendantFonts[0].FontDescriptor
        for key in (Name.FontFile2, Name.FontFile3):
            if key in about:
                del about[key]


def no_contents(pdf):
    for page in pdf.pages:
        for annotation in page.get(Name.Annots, []):
            del annotation.Contents


def no_intent(pdf):
    del pdf.Root.OutputIntents


def no_relationship(pdf):
    for file in pdf.Root.AF:
        del file.AFRelationship


DAMAGES = [
    no_language,
    no_title,
    no_alternative,
    skipped_level,
    untagged_content,
    no_scope,
    no_parent_tree,
    no_claim,
    no_glyph,
    no_font,
    no_contents,
    no_intent,
    no_relationship,
]

if __name__ == "__main__":
    good, folder = sys.argv[1], Path(sys.argv[2])
    for damage in DAMAGES:
        with pikepdf.open(good) as pdf:
            damage(pdf)
            pdf.save(folder / f"{damage.__name__}.pdf")
