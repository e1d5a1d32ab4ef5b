import Foundation
package import Languages

extension Programme {
    /// What search engines learn from the programme's page: a `Course` of schema.org as JSON-LD.
    package func course(_ t: Texts, address: String) -> String? {
        let course = Course(
            name: t.shown(title), description: t.shown(goal.isEmpty ? title : goal), courseCode: number, inLanguage: t.shown(language).htmlLang,
            url: address, timeRequired: "PT\(hours)H", isAccessibleForFree: isFree,
            provider: .init(name: t.shown(institution.isEmpty ? cycle.accreditor.name : institution)))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(course)).map { String(decoding: $0, as: UTF8.self) }
    }
}

private struct Course: Encodable {
    let context = "https://schema.org"
    let type = "Course"
    let name: String
    let description: String
    let courseCode: String
    let inLanguage: String
    let url: String
    let timeRequired: String
    let isAccessibleForFree: Bool
    let provider: Organization

    struct Organization: Encodable {
        let type = "Organization"
        let name: String

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case name
        }
    }

    enum CodingKeys: String, CodingKey {
        case context = "@context"
        case type = "@type"
        case name, description, courseCode, inLanguage, url, timeRequired, isAccessibleForFree, provider
    }
}
