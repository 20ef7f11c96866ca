"""A PDF written by hand: one text line after another on each page, in Helvetica."""

from __future__ import annotations


def make_pdf(pages, *, info=""):
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for lines in pages:
        shown = "\n".join(
            f"BT /F1 11 Tf 50 {780 - 14 * place} Td ({line}) Tj ET" for place, line in enumerate(lines)
        )
        page = len(objects) + 1
        kids.append(f"{page} 0 R")
        font = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {page + 1} 0 R"
            f" /Resources << {font} >> >>"
        )
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {info} >>")
    return _file(objects)


def _file(objects, trailer=""):
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    last = len(objects)
    out += f"trailer << /Size {last + 1} /Root 1 0 R /Info {last} 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return out


def make_locked_pdf():
    body = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"]
    zeros = "00" * 32
    body.append(f"<< /Filter /Standard /V 1 /R 2 /O <{zeros}> /U <{zeros}> /P -4 >>")
    return _file(body, "/Encrypt 3 0 R /ID [<00> <00>]")
