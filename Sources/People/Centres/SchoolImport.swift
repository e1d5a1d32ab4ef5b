package import Imports
package import Kernel
package import Languages
import Forms
import Mail

/// Lists of schools. A coordinator brings those of the centre's territory and those that no centre holds, an administrator all.
package struct SchoolImport: Importable {
    package static let kind = ImportKind("schools")
    package static var name: Phrase { T.centres.importSchools }
    package static let columns = [
        ImportColumn("school_id", T.centres.number, isRequired: true, "id", "id ustanove", "id škole", "šifra škole", "šifra ustanove", "šifra", "mokyklos kodas",
            "kodas", "institucijos kodas", "įstaigos kodas", "code"),
        ImportColumn("source", T.centres.source, "izvor", "šaltinis"),
        ImportColumn(
            "name", T.centres.name, isRequired: true, "naziv", "naziv škole", "naziv ustanove", "škola", "ustanova", "pavadinimas", "mokykla", "įstaiga", "institucijos pavadinimas", "įstaigos pavadinimas", "mokyklos pavadinimas", "school"),
        ImportColumn("kind", T.centres.kind, "vrsta", "vrsta ustanove", "tip", "tip ustanove", "primarna delatnost", "rūšis", "tipas", "institucijos tipas", "įstaigos tipas",
            "mokyklos tipas"),
        ImportColumn("municipality_id", T.centres.municipalityNumber, "šifra opštine", "savivaldybės kodas"),
        ImportColumn("municipality", T.centres.municipality, "opština", "savivaldybė", "savivaldybės pavadinimas", "grad opština"),
        ImportColumn("district", T.centres.district, "okrug", "upravni okrug", "apskritis"),
        ImportColumn("place", T.centres.place, "mesto", "mesto naselje", "naselje", "vieta", "gyvenvietė", "miestas"),
        ImportColumn("address", T.centres.address, "adresa", "ulica i broj", "adresas"),
        ImportColumn("email", T.centres.email, looks: CellLook.email, "e-mail", "e-pošta", "imejl", "elektronska adresa", "adresa elektronske pošte", "elektronska pošta",
            "el. paštas", "elektroninis paštas", "el. pašto adresas"),
        ImportColumn("phone", T.centres.phone, looks: CellLook.phone, "telefon", "telefonas", "telefono numeris"),
        ImportColumn("website", T.centres.website, looks: CellLook.website, "veb-sajt", "interneto svetainės adresas", "tinklalapis", "sajt", "veb-adresa", "internet adresa", "svetainė", "interneto svetainė", "web"),
        ImportColumn("pib", T.centres.pib, looks: CellLook.digits(9), "poreski broj"),
        ImportColumn("company_number", T.centres.companyNumber, looks: CellLook.digits(8), "matični broj", "mb", "įmonės kodas", "juridinio asmens kodas"),
        ImportColumn("jbkjs", T.centres.jbkjs, "jbbk"),
    ]

    private let known: [SchoolKey: (id: School.ID, entry: SchoolDetails)]
    private let towns: [Municipality.ID: Municipality]
    private let byNumber: [String: [Municipality.ID]]
    private let names: MunicipalityNames
    private let holders: [Municipality.ID: Centre.ID]
    private let centres: [Centre.ID: String]
    private let kinds: [String: School.Kind]
    private let actor: Actor

    package static func admits(_ actor: Actor) -> Bool { actor.looksAfter(placesOf: nil) }

    package static func lacks(in act: Act) throws -> Phrase? {
        try MunicipalityStore.isEmpty(in: act) ? T.centres.importNeedsMunicipalities : nil
    }

    package init(in act: Act) throws {
        known = try SchoolStore.keyed(in: act)
        let rows = try MunicipalityStore.all(in: act)
        let numbers = try MunicipalityStore.keyed(in: act)
        towns = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0) })
        byNumber = Dictionary(grouping: numbers, by: \.key.number).mapValues { $0.map(\.value.id) }
        names = MunicipalityNames(rows.map { ($0.id, $0.name, $0.district) })
        holders = try TerritoryStore.holders(in: act)
        centres = Dictionary(uniqueKeysWithValues: try CentreStore.all(in: act).map { ($0.id, $0.name) })
        let words = School.Kind.allCases.flatMap { kind in (act.spellings(of: kind.phrase) + [kind.rawValue]).map { (Self.folded($0), kind) } }
        kinds = Dictionary(words, uniquingKeysWith: { first, _ in first })
        actor = act.by
    }

    package func key(of line: inout ImportLine) -> SchoolKey? {
        let number = line.code("school_id")
        guard !number.isEmpty else {
            line.refuse("school_id", T.common.errorMissing)
            return nil
        }
        return SchoolKey(source: line["source"].isEmpty ? SchoolKey.register : line["source"], number: number)
    }

    package func standing(_ key: SchoolKey) -> (id: School.ID, entry: SchoolDetails)? { known[key] }

    package func entry(of line: inout ImportLine, over current: SchoolDetails?) -> SchoolDetails? {
        guard let municipality = municipality(of: &line, current), mayChange(current, in: municipality, &line) else { return nil }
        let name = line["name"]
        var details = current ?? SchoolDetails(name: name, kind: School.Kind(guessedFrom: name), municipality: municipality)
        details.municipality = municipality
        set(&details.name, name)
        set(&details.place, line["place"])
        set(&details.address, line["address"])
        set(&details.email, Address.kept(line.written("email")))
        set(&details.phone, line.written("phone"))
        set(&details.pib, line.digits("pib", count: 9))
        set(&details.companyNumber, line.digits("company_number", count: 8, mends: true))
        set(&details.jbkjs, line.digits("jbkjs", count: 5))
        readKind(&details, &line)
        readWebsite(&details, &line)
        var faults = Faults()
        details.check(&faults)
        line.refuse(faults)
        for column in ["school_id", "source"] { line.limit(column, .line) }
        for doubt in details.doubts { line.doubt(doubt) }
        return details
    }

    /// An institution with several places has a row for each; the first is its seat.
    package func repeats(_ entry: SchoolDetails, _ first: SchoolDetails) -> Bool {
        Self.folded(entry.name) == Self.folded(first.name) || SchoolWords.key(entry.name) == SchoolWords.key(first.name)
    }

    package func title(of entry: SchoolDetails) -> String {
        [entry.name, entry.place].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    package func values(of entry: SchoolDetails) -> [(column: String, value: Value)] {
        entry.texts.map { (column: $0.column, value: .title($0.value)) }
            + [("kind", .phrase(entry.kind.phrase)), ("municipality", .title(towns[entry.municipality]?.name ?? ""))]
    }

    package func add(_ entry: SchoolDetails, key: SchoolKey, in act: Act) throws -> School.ID { try SchoolStore.add(entry, key: key, in: act) }
    package func change(_ id: School.ID, to entry: SchoolDetails, in act: Act) throws { try SchoolStore.change(id, to: entry, in: act) }
    package func remove(_ id: School.ID, in act: Act) throws { try SchoolStore.remove(id, in: act) }

    package func entry(_ id: School.ID, in act: Act) throws -> SchoolDetails? {
        try SchoolStore.details(id, in: act)
    }
}

extension SchoolImport {
    /// By number, else by name; a list that names neither leaves a known school where it is.
    private func municipality(of line: inout ImportLine, _ current: SchoolDetails?) -> Municipality.ID? {
        let (number, name) = (line["municipality_id"], line["municipality"])
        if number.isEmpty, name.isEmpty {
            if current == nil { line.refuse("municipality", T.common.errorMissing) }
            return current?.municipality
        }
        let named = names.found(name, in: line["district"])
        let numbered = byNumber[number] ?? []
        if let both = numbered.first(where: named.contains) { return both }
        if name.isEmpty, numbered.count == 1 { return numbered[0] }
        if number.isEmpty, named.count == 1 { return named[0] }
        if let other = numbered.first.flatMap({ towns[$0] }) {
            line.refuse("municipality", T.centres.municipalityDiffers(number: .text(number), municipality: .title(other.name), named: .text(name)))
        } else if number.isEmpty, named.count > 1 {
            let several = Value.list(named.compactMap { towns[$0]?.name }.sorted().map { .title($0) })
            line.refuse("municipality", T.centres.municipalitySeveral(municipality: .text(name), several: several))
        } else {
            line.refuse("municipality", T.centres.municipalityUnknown(municipality: .text(name.isEmpty ? number : name)))
        }
        return nil
    }

    private func mayChange(_ current: SchoolDetails?, in municipality: Municipality.ID, _ line: inout ImportLine) -> Bool {
        for place in Set([municipality, current?.municipality ?? municipality]) {
            let holder = holders[place]
            if actor.looksAfter(placesOf: holder) { continue }
            line.refuse("municipality", T.centres.heldByOther(municipality: .title(towns[place]?.name ?? ""), centre: .title(holder.flatMap { centres[$0] } ?? "")))
            return false
        }
        return true
    }

    private func set(_ text: inout String, _ read: String) {
        if !read.isEmpty { text = read }
    }

    private func readKind(_ details: inout SchoolDetails, _ line: inout ImportLine) {
        guard !line["kind"].isEmpty else { return }
        if let kind = kinds[Self.folded(line["kind"])] {
            details.kind = kind
        } else if case let kind = School.Kind(guessedFrom: line["kind"]), kind != .other {
            details.kind = kind
            line.doubt(T.centres.kindGuessed(written: .text(line["kind"]), kind: .phrase(kind.phrase)))
        } else {
            line.refuse("kind", T.centres.kindUnknown(kind: .text(line["kind"])))
        }
    }

    private func readWebsite(_ details: inout SchoolDetails, _ line: inout ImportLine) {
        guard !line.written("website").isEmpty, !Website.isPlaceholder(line["website"]) else { return }
        if let website = Website.read(line["website"]) { details.website = website } else { line.doubt(T.centres.noWebsite(text: .text(line["website"]))) }
    }

    private static func folded(_ name: String) -> String { Fold.tokens(name).joined(separator: " ") }
}
