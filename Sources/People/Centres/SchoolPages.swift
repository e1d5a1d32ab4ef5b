import Forms
import Kernel
import Languages
import Look
import Sheets
package import Web

/// Institutions at the desk of a centre.
package enum SchoolPages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        let (centre, alphabet, query) = (visit.centre.id, visit.language.alphabet, visit.query)
        let found = try await visit.read { act in
            let ownsTerritory = try TerritoryStore.isSet(of: centre, in: act)
            let choice = SchoolListing(query, at: centre, ownsTerritory: ownsTerritory)
            let paging = Paging(query.page, count: try SchoolStore.count(choice.filter, in: act))
            let schools = try SchoolStore.list(choice.filter, alphabet, limit: Paging.size, offset: paging.offset, in: act)
            return (choice, paging, schools, try CentreStore.seat(of: centre, in: act), try SchoolProposalStore.count(at: centre, in: act))
        }
        return visit.page(SchoolViews(reader: visit.reader).list(found.0, found.1, found.2, seat: found.3, proposals: found.4))
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
        let (school, holder, seat, parts) = try await visit.read { act in
            let school = try SchoolStore.school(id, in: act)
            return (school, try school.holder.map { try CentreStore.centre($0, in: act) }, try CentreStore.seat(of: centre, in: act),
                    try act.ask(SchoolCardAsked(school: school)))
        }
        return visit.page(SchoolViews(reader: visit.reader).show(school, holder: holder, seat: seat, parts.map { ($0.title, $0.show(visit.reader)) }))
    }

    @Sendable package static func new(_ visit: Visit) async throws -> Answer {
        guard let id = SchoolProposal.ID(visit.query["proposal"]) else {
            return visit.page(try await form(nil, visit, visit.form(Typed(["name": visit.query["name"], "kind": School.Kind.primary.rawValue]))))
        }
        let centre = visit.centre.id
        let (proposal, town) = try await visit.read { act in
            let proposal = try SchoolProposalStore.waiting(id, at: centre, in: act)
            return (proposal, try MunicipalityStore.named(in: proposal.name, at: centre, in: act))
        }
        let typed = Typed([
            "name": proposal.name, "kind": School.Kind(guessedFrom: proposal.name).rawValue, "municipality": town.map { "\($0)" } ?? "", "proposal": "\(id)",
        ])
        return visit.page(try await form(nil, visit, visit.form(typed)))
    }

    @Sendable package static func edit(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("school", of: SchoolTag.self)
        let school = try await visit.read { try SchoolStore.changeable(id, in: $0) }
        return visit.page(try await form(school, visit, visit.form(school.details.typed)))
    }

    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        let (proposal, centre) = (SchoolProposal.ID(visit.typed["proposal"]), visit.centre.id)
        return try await visit.submit {
            let details = try SchoolDetails(visit.typed)
            return try await visit.act { act in
                let school = try SchoolStore.open(details, in: act)
                if let proposal { try SchoolProposalStore.settle(proposal, as: school, at: centre, in: act) }
                return Redirect(visit.link(proposal == nil ? "/schools/\(school)" : "/schools/proposals"), T.centres.schoolAdded)
            }
        } again: { form in
            try await self.form(nil, visit, form)
        }
    }

    @Sendable package static func change(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("school", of: SchoolTag.self)
        let school = try await visit.read { try SchoolStore.changeable(id, in: $0) }
        return try await visit.submit {
            let details = try SchoolDetails(visit.typed)
            return try await visit.act { act in
                try SchoolStore.edit(id, to: details, in: act)
                return Redirect(visit.link("/schools/\(id)"), T.common.saved)
            }
        } again: { form in
            try await self.form(school, visit, form)
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
    private static func form(_ school: School?, _ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let alphabet = visit.language.alphabet
        let towns = try await visit.read { act in
            let holders = try TerritoryStore.holders(in: act)
            return try MunicipalityStore.all(alphabet, in: act).filter { act.by.looksAfter(placesOf: holders[$0.id]) }
        }
        return SchoolViews(reader: visit.reader).form(school, towns, form)
    }
}
