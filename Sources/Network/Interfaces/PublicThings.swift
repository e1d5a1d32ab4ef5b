import Catalogue
import Certificates
import Centres
import Community
import Kernel
import Languages
import Library
import Publishing

extension Programme.Form: APIWritten {}
extension TitleKind: APIWritten {}
extension CertificateState: APIWritten {}
extension CertificateKind: APIWritten {}
extension CertificatePart: APIWritten {}

/// The centre itself.
package struct PublicCentre: APIThing {
    let centre: Centre
    let place: APIPlace?
    let origin: String

    private static func site(_ whole: PublicCentre, _ path: String) -> APIAddress { APIAddress("\(whole.origin)/\(whole.centre.language.rawValue)\(path)") }

    package static let shape = APIShape<PublicCentre>("Centre", "The centre that this address belongs to.", [
        APIField("id", "") { $0.centre.id },
        APIField("name", "") { whole in
            APILanguages(Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, whole.centre.name(in: $0)) }))
        },
        APIField("country", "The code of ISO 3166.") { $0.centre.country.rawValue },
        APIField("zone", "The time zone of its local days and times.") { $0.centre.zone.identifier },
        APIField("language", "") { $0.centre.language.rawValue },
        APIField("currency", "") { $0.centre.currency.rawValue },
        APIField("address", "") { $0.centre.street },
        APIField("phone", "") { $0.centre.phone },
        APIField("email", "") { $0.centre.email },
        APIField("municipality", "") { $0.place },
        APIField("site", "") { site($0, "") },
        APIField("events_calendar", "All that comes, for calendars (RFC 5545).") { site($0, "/events.ics") },
        APIField("news_feed", "Atom (RFC 4287).") { site($0, "/news.atom") },
        APIField("practices_feed", "") { site($0, "/practices.atom") },
        APIField("offer_feed", "") { site($0, "/offer.atom") },
    ])
}

/// An approved programme.
package struct PublicProgramme: APIThing {
    let line: ProgrammeLine
    let page: APIAddress

    package static let shape = APIShape<PublicProgramme>("Programme", "An approved programme of a catalogue that holds now.", [
        APIField("id", "") { $0.line.id },
        APIField("page", "") { $0.page },
        APIField("number", "In its catalogue.") { $0.line.number },
        APIField("catalogue", "The catalogue, by its years.") { $0.line.cycle.name },
        APIField("title", "") { APILanguages($0.line.title, in: $0.line.language) },
        APIField("institution", "Who submitted it.") { $0.line.institution },
        APIField("hours", "") { $0.line.hours },
        APIField("form", "How it is held.") { $0.line.form },
        APIField("is_free", "Of public interest, and therefore free.") { $0.line.isFree },
        APIField("competence", "") { $0.line.competence.map { APICode(id: $0.id, code: $0.code, name: $0.name) } },
        APIField("priority", "") { $0.line.priority.map { APICode(id: $0.id, code: $0.code, name: $0.name) } },
        APIField("area", "") { $0.line.area.map { APICode(id: $0.id, code: $0.code, name: $0.name) } },
    ])
}

/// A piece of news.
package struct PublicNews: APIThing {
    let article: Article
    let page: APIAddress

    package static let shape = APIShape<PublicNews>("News", "Something that the centre published.", [
        APIField("id", "") { $0.article.id },
        APIField("page", "") { $0.page },
        APIField("day", "") { $0.article.draft.day },
        APIField("changed", "") { $0.article.changed },
        APIField("title", "") { APILanguages($0.article.draft.texts.mapValues(\.title)) },
        APIField("summary", "") { APILanguages($0.article.draft.texts.mapValues(\.summary)) },
        APIField("text", "Markdown.") { APILanguages($0.article.draft.texts.mapValues(\.text)) },
    ])
}

/// A note of practice as a list tells it.
package struct PublicPractice: APIThing {
    let line: PracticeLine
    let page: APIAddress

    package static let shape = APIShape<PublicPractice>("Practice", "What a teacher tried in class, so that another can try it.", [
        APIField("id", "") { $0.line.id },
        APIField("page", "") { $0.page },
        APIField("title", "As it was written, in its language.") { $0.line.title },
        APIField("language", "") { $0.line.language.rawValue },
        APIField("subject", "") { $0.line.subject },
        APIField("grades", "The years of school; 0 before it.") { $0.line.grades.list },
        APIField("summary", "") { $0.line.summary },
        APIField("authors", "Who said that it is theirs.") { $0.line.authors },
        APIField("tried", "How many said that they tried it.") { $0.line.tried },
        APIField("published", "") { $0.line.published },
    ])
}

/// A title of the library.
package struct PublicTitle: APIThing {
    let line: TitleLine
    let page: APIAddress

    package static let shape = APIShape<PublicTitle>("Title", "A book, a journal, a kit: what the resource centre has.", [
        APIField("id", "") { $0.line.id },
        APIField("page", "") { $0.page },
        APIField("kind", "") { $0.line.kind },
        APIField("name", "As it was written.") { $0.line.name },
        APIField("subtitle", "") { $0.line.subtitle },
        APIField("language", "The code of ISO 639.") { $0.line.language.code },
        APIField("authors", "") { $0.line.authors },
        APIField("year", "") { $0.line.year },
        APIField("copies", "") { $0.line.standing.copies },
        APIField("here", "Copies that can be had now.") { $0.line.standing.here },
        APIField("due", "When the next one is due; null where none is out.") { $0.line.standing.due },
    ])
}

/// What is true of a certificate now, for somebody who holds its code and its number.
package struct PublicCertificate: APIThing {
    let certificate: Certificate
    let replacedBy: String?
    let page: APIAddress

    package static let shape = APIShape<PublicCertificate>("Certificate", "What is true of a certificate now.", [
        APIField("number", "") { $0.certificate.label },
        APIField("page", "") { $0.page },
        APIField("state", "`valid` alone is good.") { $0.certificate.state },
        APIField("kind", "") { $0.certificate.kind },
        APIField("part", "") { $0.certificate.part },
        APIField("issued", "The day of issue.") { $0.certificate.day },
        APIField("name", "As printed; null where a rule has erased it.") { $0.certificate.facts?.name },
        APIField("title", "") { $0.certificate.facts?.title },
        APIField("hours", "") { $0.certificate.facts?.hours },
        APIField("points", "") { $0.certificate.facts?.points },
        APIField("issuer", "") { $0.certificate.facts?.issuer.name },
        APIField("replaced_by", "The number of the certificate in its place.") { $0.replacedBy },
    ])
}
