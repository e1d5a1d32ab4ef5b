import Kernel
import Languages
import Sheets
package import Web

/// Institutions at the desk of a centre.
package enum SchoolPages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        let (centre, alphabet, query) = (visit.centre.id, visit.language.alphabet, visit.query)
        let found = try await visit.read { act in
            let ownsTerritory = try TerritoryStore.isSet(of: centre, in: act)
            let choice = SchoolListing(query, at: centre, ownsTerritory: ownsTerritory)
            let paging = Paging(query.number("page"), count: try SchoolStore.count(choice.filter, in: act))
            let schools = try SchoolStore.list(choice.filter, alphabet, limit: Paging.size, offset: paging.offset, in: act)
            return (choice, paging, schools, try CentreStore.seat(of: centre, in: act))
        }
        return SchoolViews(visit: visit).list(found.0, found.1, found.2, seat: found.3)
    }

    /// The same list as a file; what it holds can be imported again.
    @Sendable package static func export(_ visit: Visit) async throws -> Answer {
        let (centre, alphabet, query) = (visit.centre.id, visit.language.alphabet, visit.query)
        let schools = try await visit.read { act in
            let ownsTerritory = try TerritoryStore.isSet(of: centre, in: act)
            return try SchoolStore.list(SchoolListing(query, at: centre, ownsTerritory: ownsTerritory).filter, alphabet, limit: 100_000, in: act)
        }
        let sheet = SchoolSheet.sheet(schools, visit.t)
        return if query["format"] == "csv" {
            .file(bytes: sheet.csv(), type: "text/csv; charset=utf-8", name: "\(visit.t(T.centres.schools)).csv")
        } else {
            .file(bytes: try sheet.xlsx(), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name: "\(visit.t(T.centres.schools)).xlsx")
        }
    }

    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        let (id, centre) = (try visit.id("school", of: SchoolTag.self), visit.centre.id)
        let (school, holder, seat) = try await visit.read { act in
            let school = try SchoolStore.school(id, in: act)
            return (school, try school.holder.map { try CentreStore.centre($0, in: act) }, try CentreStore.seat(of: centre, in: act))
        }
        return SchoolViews(visit: visit).show(school, holder: holder, seat: seat)
    }

    @Sendable package static func new(_ visit: Visit) async throws -> Answer {
        try await form(nil, Typed(["name": visit.query["name"], "kind": School.Kind.primary.rawValue]), visit, nil)
    }

    @Sendable package static func edit(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("school", of: SchoolTag.self)
        let school = try await visit.read { try SchoolStore.changeable(id, in: $0) }
        return try await form(school, SchoolForm.typed(school.details), visit, nil)
    }

    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        do {
            let details = try SchoolForm.read(visit.typed)
            return try await visit.act { act in
                Redirect(visit.link("/schools/\(try SchoolStore.open(details, in: act))"), T.centres.schoolAdded)
            }
        } catch let problem as Problem where problem.kind == .invalid {
            return try await form(nil, visit.typed, visit, problem)
        }
    }

    @Sendable package static func change(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("school", of: SchoolTag.self)
        let school = try await visit.read { try SchoolStore.changeable(id, in: $0) }
        do {
            let details = try SchoolForm.read(visit.typed)
            return try await visit.act { act in
                try SchoolStore.edit(id, to: details, in: act)
                return Redirect(visit.link("/schools/\(id)"), T.common.saved)
            }
        } catch let problem as Problem where problem.kind == .invalid {
            return try await form(school, visit.typed, visit, problem)
        }
    }

    @Sendable package static func close(_ visit: Visit) async throws -> Answer { try await setClosed(true, visit) }
    @Sendable package static func reopen(_ visit: Visit) async throws -> Answer { try await setClosed(false, visit) }

    private static func setClosed(_ isClosed: Bool, _ visit: Visit) async throws -> Answer {
        let id = try visit.id("school", of: SchoolTag.self)
        return try await visit.act { act in
            try SchoolStore.setClosed(isClosed, id, in: act)
            return Redirect(visit.link("/schools/\(id)"), T.common.saved)
        }
    }

    /// Offers the municipalities where the actor may change schools.
    private static func form(_ school: School?, _ typed: Typed, _ visit: Visit, _ problem: Problem?) async throws -> Answer {
        let alphabet = visit.language.alphabet
        let towns = try await visit.read { act in
            let holders = try TerritoryStore.holders(in: act)
            return try MunicipalityStore.all(alphabet, in: act).filter { act.by.looksAfter(placesOf: holders[$0.id]) }
        }
        return SchoolViews(visit: visit).form(school, typed, towns, problem)
    }
}

/// What the filter above the list says.
struct SchoolListing {
    enum Place: String { case ours, all, closed }

    let text: String
    let kind: School.Kind?
    let place: Place
    let filter: SchoolStore.Filter
    let ownsTerritory: Bool

    init(_ query: Typed, at centre: Centre.ID, ownsTerritory: Bool) {
        text = query["q"]
        kind = School.Kind(rawValue: query["kind"])
        place = Place(rawValue: query["where"]) ?? (ownsTerritory ? .ours : .all)
        self.ownsTerritory = ownsTerritory
        filter = SchoolStore.Filter(words: Fold.query(text), kind: kind, territory: place == .ours ? centre : nil, isClosed: place == .closed)
    }
}
