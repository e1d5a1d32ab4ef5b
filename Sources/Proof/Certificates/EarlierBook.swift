import Accounts
import Centres
import Kernel
import Languages
import Synchronization

/// The numbers of old registers as a list tells them, one after the other: what stands there twice, what is missing between two, what lies outside its
/// year. It is kept as it was written and told to whoever looks at the preview.
final class EarlierBook: Sendable {
    private struct Page: Hashable {
        let centre: Centre.ID
        let kind: CertificateKind
        let year: Int
    }

    private struct Read {
        var last: [Page: Int] = [:]
        var lines: [Page: [String: Int]] = [:]
    }

    private let stored: [String: Set<String>]
    private let issued: Set<String>
    private let read = Mutex(Read())

    /// - Parameters:
    ///   - stored: what earlier imports brought.
    ///   - issued: numbers that this system gave itself.
    init(_ stored: [EarlierCertificate], issued: Set<String>) {
        self.issued = issued
        self.stored = Dictionary(grouping: stored) { Self.page($0) }.mapValues { Set($0.map { EarlierCertificateKey($0).name }) }
    }

    private static func page(_ entry: EarlierCertificate) -> String {
        "\(entry.centre) \(entry.kind.rawValue) \(entry.year) \(EarlierCertificateKey.folded(entry.label))"
    }

    /// What is odd about the next line.
    /// - Parameter isKnown: whether it stands already, so that it is no second one of its number.
    func doubts(_ entry: EarlierCertificate, line: Int, isKnown: Bool) -> [Phrase] {
        let page = Page(centre: entry.centre, kind: entry.kind, year: entry.year)
        let label = EarlierCertificateKey.folded(entry.label), numbering = EarlierNumbering(entry.label)
        var doubts: [Phrase] = []
        if let year = numbering.year, year != entry.day.year { doubts.append(T.certificates.earlierOtherYear(day: .day(entry.day), year: .text("\(year)"))) }
        let others = (stored[Self.page(entry)] ?? []).subtracting([EarlierCertificateKey(entry).name])
        if issued.contains("\(entry.kind) \(label)") { doubts.append(T.certificates.earlierIssuedHere(number: .text(entry.label))) }
        read.withLock { read in
            if let first = read.lines[page, default: [:]][label], first != line {
                doubts.append(T.certificates.earlierTwice(number: .text(entry.label), line: .number(first)))
            } else if !others.isEmpty {
                doubts.append(T.certificates.earlierTwiceBefore(number: .text(entry.label)))
            }
            read.lines[page, default: [:]][label] = read.lines[page]?[label] ?? line
            if let number = numbering.number {
                if let last = read.last[page], number > last + 1 {
                    doubts.append(number == last + 2
                        ? T.certificates.earlierGapOne(number: .number(last + 1)) : T.certificates.earlierGap(from: .number(last + 1), until: .number(number - 1)))
                }
                read.last[page] = max(read.last[page] ?? number, number)
            }
        }
        return doubts
    }
}

/// Those whom a centre knows, by every name that they have or had, and by where they work.
struct EarlierBearers: Sendable {
    private let people: [String: [KnownBearer]]
    private let schools: [String: Set<School.ID>]

    enum Found {
        case nobody
        /// The same name, at the same institution.
        case one(Person.ID)
        /// The same name, and nothing that says whether it is the same person.
        case namesakes
    }

    init(at centre: Centre.ID, in act: Act) throws {
        people = try LikelyDoubleStore.bearers(at: centre, in: act)
        schools = Dictionary(try SchoolStore.keyed(in: act).values.map { (SchoolWords.key($0.entry.name), [$0.id]) }, uniquingKeysWith: { $0.union($1) })
    }

    func bearer(named name: String, at school: String) -> Found {
        let namesakes = people[PersonName.key(of: name)] ?? []
        guard !namesakes.isEmpty else { return .nobody }
        let there = schools[SchoolWords.key(school)] ?? []
        let fitting = Set(namesakes.filter { !$0.schools.isDisjoint(with: there) }.map(\.person))
        if fitting.count == 1, let person = fitting.first { return .one(person) }
        return .namesakes
    }
}
