import Accounts
import Centres
import Forms
import Kernel
import Languages
import Look
import Web

enum BorrowerPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let (centre, alphabet, words, page) = (visit.centre.id, visit.language.alphabet, visit.query["q"], visit.query.page)
        let kind = words.isEmpty ? BorrowerKind(rawValue: visit.query["kind"]) : nil
        let (counts, borrowers, paging) = try await visit.read { act in
            let counts = try Dictionary(uniqueKeysWithValues: BorrowerKind.allCases.map { ($0, try BorrowerStore.count(of: centre, kind: $0, in: act)) })
            guard words.isEmpty else { return (counts, try BorrowerStore.search(words, at: centre, sorted: alphabet, in: act), Paging?.none) }
            let paging = Paging(page, count: kind.map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +))
            return (counts, try BorrowerStore.list(of: centre, kind: kind, limit: Paging.size, offset: paging.offset, in: act), paging)
        }
        return visit.page(BorrowerViews(reader: visit.reader).list(borrowers, kind: kind, words: words, counts: counts, paging))
    }

    // MARK: One

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit)) }

    @Sendable static func block(_ visit: Visit) async throws -> Answer {
        let id: Borrower.ID = try visit.id("borrower"), centre = visit.centre.id
        return try await visit.submit {
            let why = try LoanWord.read(visit.typed, "why")
            return try await visit.act { act in
                try BorrowerStore.block(id, why: why, at: centre, in: act)
                return Redirect(visit.link("/staff/borrowers/\(id)"), T.common.saved)
            }
        } again: { try await screen(visit, block: $0) }
    }

    @Sendable static func renewCard(_ visit: Visit) async throws -> Answer {
        let id: Borrower.ID = try visit.id("borrower"), centre = visit.centre.id
        return try await visit.submit {
            try await visit.act { act in
                try BorrowerStore.renewCard(id, at: centre, in: act)
                return Redirect(visit.link("/staff/borrowers/\(id)"), T.loans.saidCard)
            }
        } again: { try await screen(visit, block: $0) }
    }

    @Sendable static func change(_ visit: Visit) async throws -> Answer {
        let id: Borrower.ID = try visit.id("borrower"), centre = visit.centre.id, typed = visit.typed
        let (borrower, keeper) = try await visit.read { (try BorrowerStore.borrower(id, at: centre, in: $0), try answering(typed, in: $0)) }
        return try await visit.submit {
            let person = try keeper.get()
            let details = try InstitutionDetails(typed, .none, keeping: borrower.school, person: person)
            return try await visit.act { act in
                try BorrowerStore.change(id, details, at: centre, in: act)
                return Redirect(visit.link("/staff/borrowers/\(id)"), T.common.saved)
            }
        } again: { try await screen(visit, change: $0) }
    }

    private static func screen(_ visit: Visit, block: FilledForm? = nil, change: FilledForm? = nil) async throws -> Screen {
        let id: Borrower.ID = try visit.id("borrower"), centre = visit.centre.id
        let (sight, email, doors) = try await visit.read { act in
            let sight = try BorrowerSightStore.sight(id, at: centre, in: act)
            let email = try sight.borrower.person.flatMap { try PersonStore.present($0, in: act)?.email }
            return (sight, email, try act.ask(BorrowerDoorsAsked(id)).flatMap { $0 })
        }
        let borrower = sight.borrower
        return BorrowerViews(reader: visit.reader).card(
            sight, doors, block ?? visit.form(Typed(["why": borrower.blocked])),
            change ?? visit.form(Typed(["name": borrower.name, "keeper": email ?? "", "responsible": borrower.responsible])))
    }

    // MARK: New ones

    @Sendable static func new(_ visit: Visit) async throws -> Answer { visit.page(try await new(visit)) }

    /// Somebody who has an account, by their address or as the desk found them.
    @Sendable static func addPerson(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, typed = visit.typed, toDesk = typed["at"] == "desk"
        let person = try await visit.read { act -> Person.ID? in
            if let id = Person.ID(typed["person"]) { return try PersonStore.sees(id, from: centre, in: act) ? id : nil }
            return try PersonStore.person(email: typed["email"], in: act)?.id
        }
        return try await visit.submit {
            guard let person else { throw Problem.invalid("email", T.loans.errorNoAccount) }
            return try await visit.act { act in
                let id = try BorrowerStore.own(makingFor: person, at: centre, in: act)
                return Redirect(visit.link(toDesk ? "/staff/desk?borrower=\(id)" : "/staff/borrowers/\(id)"), T.loans.saidCard)
            }
        } again: { try await new(visit, person: $0) }
    }

    @Sendable static func addInstitution(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, typed = visit.typed, choice = SchoolChoice(typed), alphabet = visit.language.alphabet
        let (found, keeper) = try await visit.read { (try SchoolStore.schools(for: choice, near: centre, alphabet, in: $0), try answering(typed, in: $0)) }
        return try await visit.submit {
            let details = try InstitutionDetails(typed, choice, among: found, person: keeper.get())
            return try await visit.act { act in
                let id = try BorrowerStore.add(details, at: centre, in: act)
                return Redirect(visit.link("/staff/borrowers/\(id)"), T.loans.saidCard)
            }
        } again: { try await new(visit, institution: $0, found: choice.offered(found)) }
    }

    @Sendable static func addPupil(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, typed = visit.typed
        return try await visit.submit {
            let details = try PupilDetails(typed, school: School.ID(typed["pupilSchool"]))
            return try await visit.act { act in
                let id = try BorrowerStore.add(details, at: centre, in: act)
                return Redirect(visit.link("/staff/borrowers/\(id)"), T.loans.saidCard)
            }
        } again: { try await new(visit, pupil: $0) }
    }

    /// Who answers for an institution, by the address of an account; nobody where none was typed.
    private static func answering(_ typed: Typed, in act: Act) throws -> Result<Person.ID?, Problem> {
        guard !typed["keeper"].isEmpty else { return .success(nil) }
        guard let person = try PersonStore.person(email: typed["keeper"], in: act) else { return .failure(.invalid("keeper", T.loans.errorNoAccount)) }
        return .success(person.id)
    }

    private static func new(
        _ visit: Visit, person: FilledForm? = nil, institution: FilledForm? = nil, pupil: FilledForm? = nil, found: [School] = []
    ) async throws -> Screen {
        let centre = visit.centre.id
        let nearby = try await visit.read { try SchoolStore.nearby(centre, in: $0) }
        return BorrowerViews(reader: visit.reader).new(
            NewBorrowerSight(found: found, nearby: nearby), person: person ?? visit.form(), institution: institution ?? visit.form(),
            pupil: pupil ?? visit.form())
    }
}
