package import Kernel
package import Languages
package import Storage

/// Something that a neighbour offers: known here by its title, its days and its place; read and applied for at its own site.
package struct NeighbourOffer: Sendable {
    package typealias ID = Kernel.ID<NeighbourOffer>

    package let id: ID
    package let neighbour: Neighbour.ID
    package let draft: NeighbourOfferDraft
}

package struct NeighbourOfferDraft: Sendable, Hashable {
    package let kind: FeedKind
    /// As its own site numbers it.
    package let number: String
    package let title: String
    package let language: Language
    package let detail: String
    package let place: String
    /// The centre of the installation that offers it.
    package let house: String
    package let url: String
    package var starts: Instant?
    package var ends: Instant?
    package var zone: Zone?
    package var hours: Int?
    /// As the neighbour says it: announced, confirmed, postponed, cancelled; empty for what has no state.
    package var state: String

    package init(
        kind: FeedKind, number: String, title: String, language: Language, detail: String = "", place: String = "", house: String = "", url: String,
        starts: Instant? = nil, ends: Instant? = nil, zone: Zone? = nil, hours: Int? = nil, state: String = ""
    ) {
        (self.kind, self.number, self.title, self.language, self.detail, self.place, self.house) = (kind, number, title, language, detail, place, house)
        (self.url, self.starts, self.ends, self.zone, self.hours, self.state) = (url, starts, ends, zone, hours, state)
    }

    static let titleMost = TextLimit.sentence.rawValue
    static let detailMost = TextLimit.note.rawValue
    private static let mostOfKind = 5_000

    // MARK: From feeds

    /// Items that can be shown: with a title, a language that we know, and a page of the neighbour's own site.
    static func list(_ content: EventsContent, _ house: OfferHouse) -> [NeighbourOfferDraft] {
        unique(content.events.compactMap { item in
            guard let starts = Instant(iso: item.starts), let ends = Instant(iso: item.ends), starts <= ends, let zone = Zone(item.zone) else { return nil }
            guard var offer = draft(.events, item.id, item.title, item.language, item.summary, item.url, house, place: item.town, centre: item.centre) else { return nil }
            (offer.starts, offer.ends, offer.zone) = (starts, ends, zone)
            offer.hours = item.points.flatMap { (1...1000).contains($0) ? $0 : nil }
            offer.state = ["announced", "confirmed", "postponed", "cancelled"].contains(item.state) ? item.state : ""
            return offer
        })
    }

    static func list(_ content: ProgrammesContent, _ house: OfferHouse) -> [NeighbourOfferDraft] {
        unique(content.programmes.compactMap { item in
            let number = [item.cycle, item.number].filter { !$0.isEmpty }.joined(separator: " · ")
            guard var offer = draft(.programmes, item.id, item.title, item.language, number, item.url, house, place: item.institution) else { return nil }
            offer.hours = (1...1000).contains(item.hours) ? item.hours : nil
            return offer
        })
    }

    static func list(_ content: PracticesContent, _ house: OfferHouse) -> [NeighbourOfferDraft] {
        unique(content.practices.compactMap { draft(.practices, $0.id, $0.title, $0.language, $0.summary, $0.url, house, place: $0.subject) })
    }

    private static func draft(
        _ kind: FeedKind, _ number: String, _ title: String, _ language: String, _ detail: String?, _ url: String, _ house: OfferHouse, place: String?,
        centre: String = ""
    ) -> NeighbourOfferDraft? {
        let title = line(title, titleMost)
        guard let language = Language(rawValue: language), !title.isEmpty, !number.isEmpty, number.utf8.count <= TextLimit.label.rawValue, let url = house.page(url)
        else { return nil }
        return NeighbourOfferDraft(
            kind: kind, number: WrittenText.line(number), title: title, language: language, detail: line(detail ?? "", detailMost),
            place: line(place ?? "", TextLimit.line.rawValue), house: house.names[centre] ?? "", url: url)
    }

    /// A text of a stranger as one line that can be read, cut where it is too long. What would be markup elsewhere is letters here.
    static func line(_ text: String, _ most: Int) -> String {
        let line = WrittenText.line(String(text.unicodeScalars.prefix(most * 4).map(Character.init)))
        guard WrittenText.unreadable(in: line) == nil else { return "" }
        return String(String.UnicodeScalarView(line.unicodeScalars.prefix(most)))
    }

    private static func unique(_ offers: [NeighbourOfferDraft]) -> [NeighbourOfferDraft] {
        var seen: Set<String> = []
        return Array(offers.filter { seen.insert($0.number).inserted }.prefix(mostOfKind))
    }
}

/// Whose pages may be linked to: those of the sites that an index names, and of nobody else.
struct OfferHouse: Sendable {
    let origins: Set<SiteOrigin>
    /// Names of the centres by their numbers, in their own language.
    let names: [String: String]

    init(_ index: IndexContent) {
        origins = Set(([index.site] + index.centres.map(\.site)).compactMap { SiteOrigin($0) })
        let language = index.language
        names = Dictionary(index.centres.map { centre in
            (centre.id, NeighbourOfferDraft.line(centre.name[language] ?? centre.name.sorted { $0.key < $1.key }.first?.value ?? "", TextLimit.line.rawValue))
        }, uniquingKeysWith: { first, _ in first })
    }

    func page(_ url: String) -> String? {
        guard let origin = SiteOrigin(url), origins.contains(origin) else { return nil }
        return url
    }
}
