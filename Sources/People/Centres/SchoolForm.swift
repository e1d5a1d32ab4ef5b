import Kernel
import Languages
import Sheets
import Web

/// What was typed of a school, and the other way round.
enum SchoolForm {
    static func typed(_ details: SchoolDetails) -> Typed {
        let more = [("kind", details.kind.rawValue), ("municipality", details.municipality.description)]
        return Typed((details.texts + more).map { (name: $0.0, value: $0.1) })
    }

    static func read(_ typed: Typed) throws -> SchoolDetails {
        var faults = Faults()
        let kind = School.Kind(rawValue: typed["kind"])
        let municipality = Municipality.ID(typed["municipality"])
        faults.require(kind != nil, "kind", T.common.errorChoose)
        faults.require(municipality != nil, "municipality", T.common.errorChoose)
        var details = SchoolDetails(name: typed["name"], kind: kind ?? .other, municipality: municipality ?? Municipality.ID(0))
        details.place = typed["place"]
        details.address = typed["address"]
        details.email = typed["email"]
        details.phone = typed["phone"]
        details.pib = typed["pib"]
        details.companyNumber = typed["company_number"]
        details.jbkjs = typed["jbkjs"]
        if !typed["website"].isEmpty {
            if let website = Website.read(typed["website"]) { details.website = website } else { faults.add("website", T.centres.noWebsite(text: .text(typed["website"]))) }
        }
        details.check(&faults)
        try faults.check()
        return details
    }
}

/// The list of schools as a spreadsheet, under heads that the import knows.
enum SchoolSheet {
    static func sheet(_ schools: [School], _ t: Texts) -> Sheet {
        let heads = [
            T.centres.number, T.centres.source, T.centres.name, T.centres.kind, T.centres.municipality, T.centres.district, T.centres.place, T.centres.address,
            T.centres.email, T.centres.phone, T.centres.website, T.centres.pib, T.centres.companyNumber, T.centres.jbkjs,
        ]
        let widths: [Double] = [10, 12, 44, 18, 22, 26, 22, 28, 30, 18, 30, 12, 12, 10]
        let rows = schools.map { school -> [Cell] in
            let details = school.details
            let texts = [
                school.key.number, school.key.source, details.name, t(details.kind.phrase), school.municipality, school.district, details.place, details.address,
                details.email, details.phone, details.website, details.pib, details.companyNumber, details.jbkjs,
            ]
            return texts.map { Cell.text($0) }
        }
        return Sheet(t(T.centres.schools), columns: zip(heads, widths).map { Sheet.Column(t($0), width: $1) }, rows: rows)
    }
}
