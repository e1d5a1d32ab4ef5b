import Foundation
package import Imports
package import Kernel
package import Languages

/// What is known of a municipality and may be changed by a new list.
package struct MunicipalityDraft: Sendable, Hashable, Codable {
    package var name: String
    package var district = ""
    package var seat: Coordinates?

    package init(name: String, district: String = "", seat: Coordinates? = nil) {
        self.name = name
        self.district = district
        self.seat = seat
    }

    init(of municipality: Municipality) {
        self.init(name: municipality.name, district: municipality.district, seat: municipality.seat)
    }
}

/// A municipality's number in the list of its country; where the list has none, its name.
package struct MunicipalityKey: Sendable, Hashable {
    package let country: Country
    package let number: String

    package init(country: Country, number: String) {
        self.country = country
        self.number = number
    }
}

/// Lists of municipalities: Serbian ones with numbers and districts, Lithuanian ones with names alone.
package struct MunicipalityImport: Importable {
    package static let kind = ImportKind("municipalities")
    package static var name: Phrase { T.centres.importMunicipalities }
    package static let columns = [
        ImportColumn("municipality_id", T.centres.number, "id", "šifra opštine", "matični broj opštine", "id opštine", "savivaldybės kodas", "kodas", "code"),
        ImportColumn("municipality", T.centres.municipality, isRequired: true, "opština", "naziv opštine", "naziv", "name", "savivaldybė", "pavadinimas"),
        ImportColumn("district", T.centres.district, "okrug", "upravni okrug", "apskritis"),
        ImportColumn("country", T.centres.country, "država", "šalis"),
        ImportColumn("latitude", T.centres.latitude, form: .number, "geografska širina", "širina", "platuma", "lat"),
        ImportColumn("longitude", T.centres.longitude, form: .number, "geografska dužina", "dužina", "ilguma", "lon", "lng"),
    ]

    private let known: [MunicipalityKey: (id: Municipality.ID, entry: MunicipalityDraft)]

    private let holders: [Municipality.ID: Centre.ID]
    private let centres: [Centre.ID: String]
    private let actor: Actor

    package static func admits(_ actor: Actor) -> Bool { actor.looksAfter(placesOf: nil) }

    package init(in act: Act) throws {
        known = try MunicipalityStore.keyed(in: act)
        holders = try TerritoryStore.holders(in: act)
        centres = Dictionary(uniqueKeysWithValues: try CentreStore.all(in: act).map { ($0.id, $0.name) })
        actor = act.by
    }

    package func key(of line: inout ImportLine) -> MunicipalityKey? {
        let name = line["municipality"]
        guard !name.isEmpty else {
            line.refuse("municipality", T.common.errorMissing)
            return nil
        }
        guard let country = country(of: line) else {
            line.refuse("country", T.centres.countryUnknown)
            return nil
        }
        return MunicipalityKey(country: country, number: line.code("municipality_id").isEmpty ? name : line.code("municipality_id"))
    }

    package func standing(_ key: MunicipalityKey) -> (id: Municipality.ID, entry: MunicipalityDraft)? { known[key] }

    package func entry(of line: inout ImportLine, over current: MunicipalityDraft?) -> MunicipalityDraft? {
        var draft = current ?? MunicipalityDraft(name: line["municipality"])
        if !line["municipality"].isEmpty { draft.name = line["municipality"] }
        if !line["district"].isEmpty { draft.district = line["district"] }
        let (latitude, longitude) = (line["latitude"], line["longitude"])
        if !latitude.isEmpty || !longitude.isEmpty {
            if let seat = seat(of: line) { draft.seat = seat } else { line.refuse("latitude", T.centres.wrongCoordinates) }
        }
        for word in MixedAlphabet.words(in: draft.name) { line.doubt(T.centres.mixedAlphabet(word: .text(word))) }
        if let current, draft != current, let holder = key(of: &line).flatMap(standing).flatMap({ holders[$0.id] }), !actor.looksAfter(placesOf: holder) {
            line.refuse("municipality", T.centres.heldByOther(municipality: .title(current.name), centre: .title(centres[holder] ?? "")))
        }
        for column in ["municipality", "district", "municipality_id"] { line.limit(column, .line) }
        return draft
    }

    package func title(of entry: MunicipalityDraft) -> String { entry.name }

    package func values(of entry: MunicipalityDraft) -> [(column: String, value: Value)] {
        [
            ("municipality", .title(entry.name)), ("district", .title(entry.district)),
            ("latitude", .text(entry.seat.map { "\($0.latitude)" } ?? "")), ("longitude", .text(entry.seat.map { "\($0.longitude)" } ?? "")),
        ]
    }

    package func add(_ entry: MunicipalityDraft, key: MunicipalityKey, in act: Act) throws -> Municipality.ID {
        try MunicipalityStore.add(entry, key: key, in: act)
    }

    package func change(_ id: Municipality.ID, to entry: MunicipalityDraft, in act: Act) throws {
        try MunicipalityStore.change(id, to: entry, in: act)
    }

    package func remove(_ id: Municipality.ID, in act: Act) throws {
        try MunicipalityStore.remove(id, in: act)
    }

    package func entry(_ id: Municipality.ID, in act: Act) throws -> MunicipalityDraft? {
        try MunicipalityStore.keyed(in: act).values.first { $0.id == id }?.entry
    }

    /// As the list says it, else where its coordinates lie.
    private func country(of line: ImportLine) -> Country? {
        switch Fold.tokens(line["country"]).first {
        case "rs", "srbija", "serbia", "serbija": .serbia
        case "lt", "litvanija", "lithuania", "lietuva": .lithuania
        case nil: seat(of: line)?.country
        default: nil
        }
    }

    private func seat(of line: ImportLine) -> Coordinates? {
        func degrees(_ column: String) -> Double? { Double(line[column].replacingOccurrences(of: ",", with: ".")) }
        return Coordinates(latitude: degrees("latitude"), longitude: degrees("longitude"))
    }
}
