import Accounts
import Centres
import Documents
import Files
import Forms
import Kernel
import Languages
import Look
import Web

/// What a mentor has sent to contests.
enum MyContestPages {
    @Sendable static func mine(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        let (centre, now) = (visit.centre.id, visit.now)
        let (lines, open) = try await visit.read { act in
            (try MyContestStore.lines(of: person, at: centre, in: act), try ContestStore.announced(of: centre, in: act).filter { $0.takesWorks(at: now) })
        }
        return visit.page(MyContestViews(reader: visit.reader).mine(lines, open))
    }

    /// All works of a mentor in one contest, with what the parents have said.
    @Sendable static func contest(_ visit: Visit) async throws -> Answer { visit.page(try await contest(visit, visit.form())) }

    private static func contest(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (contest, works) = try await works(visit), (seal, site) = (visit.seal, visit.records.address)
        let links = Dictionary(works.flatMap(\.authors).filter { $0.person == nil && $0.forgotten == nil }.map {
            ($0.id, site + visit.link(ConsentLink($0).path(seal)))
        }, uniquingKeysWith: { first, _ in first })
        return MyContestViews(reader: visit.reader).contest(contest, works, links: links, form)
    }

    private static func works(_ visit: Visit) async throws -> (Contest, [ContestWork]) {
        guard let person = visit.actor.person else { throw Problem.missing }
        let (centre, id): (Centre.ID, Contest.ID) = (visit.centre.id, try visit.id("contest"))
        return try await visit.read { act in
            (try ContestStore.contest(id, at: centre, in: act), try MyContestStore.works(of: person, in: id, in: act))
        }
    }

    @Sendable static func saveConsents(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, Contest.ID) = (visit.centre.id, try visit.id("contest")), answers = ConsentForm.read(visit.typed)
        return try await visit.submit {
            try await visit.act { act in
                try ConsentStore.onPaper(answers, in: id, at: centre, act)
                return Redirect(visit.link("/me/contests/\(id)"), T.common.saved)
            }
        } again: { try await contest(visit, $0) }
    }

    @Sendable static func renew(_ visit: Visit) async throws -> Answer {
        let (centre, id, author): (Centre.ID, Contest.ID, ContestAuthor.ID) = (visit.centre.id, try visit.id("contest"), try visit.id("author"))
        return try await visit.act { act in
            try ConsentStore.renew(author, at: centre, in: act)
            return Redirect(visit.link("/me/contests/\(id)"), T.contests.saidRenewed)
        }
    }

    /// The forms for all parents who have not answered, one on each page.
    @Sendable static func consentForms(_ visit: Visit) async throws -> Answer {
        let (contest, works) = try await works(visit), centre = visit.centre.id, (seal, site) = (visit.seal, visit.records.address)
        let (office, months) = try await visit.read { (try CentreStore.centre(centre, in: $0), try ContestPages.months(contest, in: $0)) }
        let one = ContestWork.ID(visit.query["work"])
        let forms = works.filter { $0.state != .withdrawn && (one == nil || $0.id == one) }.flatMap { work in
            work.authors.filter { $0.person == nil && $0.forgotten == nil && (one != nil || !ConsentAnswer($0).isWhole) }.map { (work: work, author: $0) }
        }
        guard !forms.isEmpty else { throw Problem.missing }
        let paper = ContestPaper(t: visit.t, office: office).consents(contest, forms, months: months) { site + visit.link(ConsentLink($0).path(seal)) }
        let bytes = try await visit.set(Typesetting(template: "consent", paper, stamp: visit.now.seconds))
        return .file(bytes: bytes, type: "application/pdf", name: "\(visit.t(T.contests.consentForms)).pdf")
    }

    /// A list of what somebody's exhibits are, as it is signed when they come and when they go back.
    @Sendable static func receipt(_ visit: Visit) async throws -> Answer {
        let (contest, works) = try await works(visit), centre = visit.centre.id
        let office = try await visit.read { try CentreStore.centre(centre, in: $0) }, exhibits = works.filter { $0.lentFrom != nil }
        guard !exhibits.isEmpty else { throw Problem.missing }
        let paper = ContestPaper(t: visit.t, office: office).receipt(contest, exhibits)
        return try await visit.printed(paper, with: "report", name: "\(visit.t(T.contests.receipt)).pdf")
    }
}
