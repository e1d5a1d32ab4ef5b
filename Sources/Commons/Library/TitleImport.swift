import Centres
import Events
package import Imports
package import Kernel
package import Languages

/// Lists of titles and copies: old inventory books from a spreadsheet, and records of other libraries. A line is a copy; lines of one title join.
package struct TitleImport: Importable {
    package static let kind = ImportKind("titles")
    package static var name: Phrase { T.library.bringList }
    package static let columns = [
        ImportColumn("title", T.library.name, isRequired: true, "naslov", "naziv", "naslov publikacije", "ime", "pavadinimas", "antraštė", "name"),
        ImportColumn("subtitle", T.library.subtitle, "podnaslov", "paantraštė", "poraštė"),
        ImportColumn("authors", T.library.authors, "autor", "autori", "pisac", "autorius", "autoriai", "author"),
        ImportColumn("kind", T.library.kind, "vrsta", "vrsta građe", "tip", "rūšis", "tipas", "type"),
        ImportColumn("language", T.library.language, "jezik", "kalba"),
        ImportColumn("publisher", T.library.publisher, "izdavač", "leidykla", "leidėjas"),
        ImportColumn("place", T.library.place, "mesto", "mesto izdavanja", "leidimo vieta", "vieta"),
        ImportColumn("year", T.library.year, form: .number, "godina", "godina izdavanja", "metai", "leidimo metai"),
        ImportColumn("edition", T.library.edition, "izdanje", "leidimas"),
        ImportColumn("extent", T.library.extent, "obim", "broj strana", "strana", "apimtis", "puslapiai", "pages"),
        ImportColumn("series", T.library.series, "edicija", "biblioteka", "serija"),
        ImportColumn("isbn", T.library.isbn, "isbn broj"),
        ImportColumn("issn", T.library.issn, "issn broj"),
        ImportColumn("cobiss", T.library.cobiss, "cobiss id", "cobiss sr id", "cobiss.sr-id", "libis", "zapis"),
        ImportColumn("udc", T.library.udc, "udk", "udk broj", "klasifikacija"),
        ImportColumn("subjects", T.library.subjects, "predmetne odrednice", "ključne reči", "oblast", "raktažodžiai", "dalykai", "keywords", "subject"),
        ImportColumn("audience", T.library.audience, "namena", "uzrast", "kam skirta", "for whom"),
        ImportColumn("about", T.library.about, "opis", "sadržaj", "napomena o sadržaju", "aprašymas", "anotacija", "summary"),
        ImportColumn("link", T.library.link, "veza", "link", "nuoroda", "url"),
        ImportColumn("former", T.library.former, form: .number, "inventarni broj", "inv. broj", "inv. br.", "inventarski broj", "inventoriaus numeris", "inv. nr.",
            "inventory number"),
        ImportColumn("label", T.library.label, "bar kod", "barkod", "brūkšninis kodas", "barcode"),
        ImportColumn("copies", T.library.count, form: .number, "broj primeraka", "primeraka", "egzempliorių skaičius", "egz.", "number of copies"),
        ImportColumn("shelf", T.library.shelf, "signatura", "polica", "lokacija", "lentyna", "šifras", "call number", "location"),
        ImportColumn("condition", T.library.condition, "stanje primerka", "būklė"),
        ImportColumn("price", T.library.price, form: .number, "cena", "vrednost", "kaina", "vertė"),
        ImportColumn("origin", T.library.origin, "način nabavke", "nabavka", "poreklo", "gavimo būdas", "how it came"),
        ImportColumn("source", T.library.source, "izvor", "dobavljač", "finansijer", "šaltinis", "tiekėjas"),
        ImportColumn("acquired", T.library.acquired, form: .day, "datum nabavke", "datum inventarisanja", "datum", "gavimo data", "data", "date acquired"),
        ImportColumn("note", T.library.note, "napomena", "pastaba"),
        ImportColumn("record", T.library.record, "marc"),
        EarlierCentre.column,
    ]
    package static let isMatched = true

    private let centres: EarlierCentre
    let words: TitleWords
    let today: Day
    private var known: KnownTitles

    package static func admits(_ actor: Actor) -> Bool {
        actor.grants.contains { [.coordinator, .director, .administrator].contains($0.role) }
    }

    package init(in act: Act) throws {
        centres = try EarlierCentre(in: act)
        words = TitleWords(in: act)
        today = Zone.utc.day(of: act.now)
        known = try KnownTitles(BroughtStore.all(of: centres.all.map(\.id), in: act), labels: BroughtStore.labels(in: act))
    }

    /// The line itself: what it speaks of is told by its numbers and its words.
    package func key(of line: inout ImportLine) -> Int? {
        readRecord(&line)
        if line["title"].isEmpty { line.refuse("title", T.common.errorMissing) }
        return line.faults.isEmpty ? line.number : nil
    }

    package func standing(_ key: Int) -> (id: LibraryTitle.ID, entry: BroughtTitle)? { nil }

    package func entry(of line: inout ImportLine, over current: BroughtTitle?) -> BroughtTitle? {
        guard let centre = centres.centre(of: &line) else { return nil }
        var entry = current ?? BroughtTitle(centre: centre.id.value, TitleDraft(line["title"], in: centre.country == .lithuania ? .lithuanian : .serbian))
        read(&entry.draft, &line, isNew: current == nil)
        join(copies(of: &line, centre.currency), to: &entry, isNew: current == nil, &line)
        var faults = Faults()
        entry.draft.check(&faults)
        for copy in entry.copies { copy.check(&faults) }
        line.refuse(faults)
        return entry
    }

    /// A copy that stands here already is told anew; any other is one more.
    /// - Parameter isNew: whether it is not known yet of which title the line speaks: then a label that stands somewhere says just that.
    private func join(_ copies: [CopyDraft], to entry: inout BroughtTitle, isNew: Bool, _ line: inout ImportLine) {
        for copy in copies {
            if let place = entry.copies.firstIndex(where: { $0.isSame(as: copy) }) {
                entry.copies[place] = copy.over(entry.copies[place])
                continue
            }
            entry.copies.append(copy)
            guard !isNew, !copy.label.isEmpty else { continue }
            if known.isTaken(copy.label) {
                line.refuse("label", T.library.errorLabelTaken(label: .text(copy.label)))
            } else if LibraryCode(typed: copy.label) != nil {
                line.refuse("label", T.library.errorLabelOurs)
            }
        }
    }

    package func matches(of entry: BroughtTitle, key: Int) -> [ImportMatch<BroughtTitle>] { known.matches(of: entry) }
    package mutating func note(_ entry: BroughtTitle, as whom: ImportWhom) { known.note(entry, as: whom) }
    package func repeats(_ entry: BroughtTitle, _ first: BroughtTitle) -> Bool { entry == first }

    package func details(of entry: BroughtTitle) -> [Value] {
        [.text(entry.draft.authors.joined(separator: "; ")), .text(entry.draft.year.map { "\($0)" } ?? ""), .title(entry.draft.publisher)]
    }

    package func title(of entry: BroughtTitle) -> String { entry.draft.fullName }

    package func values(of entry: BroughtTitle) -> [(column: String, value: Value)] {
        let draft = entry.draft
        func told(_ column: String, _ word: (CopyDraft) -> String) -> (column: String, value: Value) {
            (column, .text(entry.copies.map(word).filter { !$0.isEmpty }.joined(separator: "; ")))
        }
        return [
            ("title", .title(draft.name)), ("subtitle", .title(draft.subtitle)), ("authors", .text(draft.authors.joined(separator: "; "))),
            ("kind", .phrase(draft.kind.label)), ("language", .phrase(draft.language.label)), ("publisher", .title(draft.publisher)), ("place", .title(draft.place)),
            ("year", .text(draft.year.map { "\($0)" } ?? "")), ("edition", .title(draft.edition)), ("extent", .title(draft.extent)), ("series", .title(draft.series)),
            ("isbn", .text(draft.isbn)), ("issn", .text(draft.issn)), ("cobiss", .text(draft.cobiss)), ("udc", .text(draft.udc)),
            ("subjects", .title(draft.subjects.joined(separator: "; "))), ("audience", .phrase(draft.audience.label)), ("about", .title(draft.summary)),
            ("link", .text(draft.link)), ("copies", .number(entry.copies.count)), told("former") { $0.former }, told("label") { $0.label }, told("shelf") { $0.shelf },
            told("condition") { $0.condition }, told("price") { $0.price.map(CopyDraft.written) ?? "" }, told("source") { $0.source }, told("note") { $0.note },
            ("origin", .list(Set(entry.copies.map(\.origin)).sorted { $0.rawValue < $1.rawValue }.map { .phrase($0.label) })), told("acquired") { $0.acquired },
        ]
    }

    package func add(_ entry: BroughtTitle, key: Int, in act: Act) throws -> LibraryTitle.ID { try BroughtStore.add([entry], in: act)[0] }
    package func add(many rows: [(key: Int, entry: BroughtTitle)], in act: Act) throws -> [LibraryTitle.ID] { try BroughtStore.add(rows.map(\.entry), in: act) }
    package func change(_ id: LibraryTitle.ID, to entry: BroughtTitle, in act: Act) throws { try BroughtStore.change(id, to: entry, in: act) }
    package func remove(_ id: LibraryTitle.ID, in act: Act) throws { try BroughtStore.remove(id, in: act) }
    package func entry(_ id: LibraryTitle.ID, in act: Act) throws -> BroughtTitle? { try BroughtStore.entry(id, in: act) }
}
