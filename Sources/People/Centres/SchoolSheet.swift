import Kernel
import Languages
import Sheets

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
