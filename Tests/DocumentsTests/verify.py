"""Says whether a signed document is intact and trusted: verify.py FILE AUTHORITY prints `intact trusted whole` as True or False."""
import sys

from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

with open(sys.argv[1], "rb") as file:
    try:
        signature = PdfFileReader(file).embedded_signatures[0]
        status = validate_pdf_signature(signature, ValidationContext(trust_roots=[load_cert_from_pemder(sys.argv[2])]))
        print(status.intact and status.valid, status.trusted, status.coverage.name)
    except Exception as error:
        print(False, False, type(error).__name__)
