import Accounts
import Centres
import Forms
import Files
import HTML
import Kernel
import Languages
import Look
import Web

/// Portfolios of others, for the centre's people: each look is written down, and the person sees it.
enum LookPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let id: Person.ID = try visit.id("person"), now = SchoolYear(containing: visit.today)
        let year = visit.query.number("year", in: now.start - 30...now.start).flatMap(SchoolYear.init(start:)) ?? now
        let (centre, today) = (visit.centre.id, visit.today)
        let portfolio = try await visit.witnessed { act in
            let centre = try CentreStore.centre(centre, in: act)
            try PortfolioStore.look(at: id, from: centre, in: act)
            return try PortfolioStore.portfolio(of: id, in: year, today: today, picked: [], at: centre, in: act)
        }
        return visit.page(LookViews(reader: visit.reader).page(portfolio))
    }

    // MARK: What waits

    private static let most = 100

    @Sendable static func waiting(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let waiting = try await visit.read { try PortfolioStore.waiting(at: centre, limit: most, in: $0) }
        return visit.page(LookViews(reader: visit.reader).waiting(waiting))
    }

    @Sendable static func check(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    @Sendable static func decide(_ visit: Visit) async throws -> Answer {
        let id: PortfolioEntry.ID = try visit.id("entry"), centre = visit.centre.id, isGood = visit.typed.has("good"), reason = visit.typed.lines("reason")
        let seen = Instant(typedSeconds: visit.typed["seen"])
        return try await visit.submit {
            try await visit.act { act in
                try PortfolioStore.decide(id, seen: seen, isGood: isGood, reason, at: CentreStore.centre(centre, in: act), in: act)
                return Redirect(visit.link("/staff/proofs"), isGood ? T.portfolio.saidChecked : T.portfolio.saidRefused)
            }
        } again: { try await screen(visit, $0) }
    }

    /// To check a paper is to look at the portfolio, and written down as that.
    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id: PortfolioEntry.ID = try visit.id("entry"), centre = visit.centre.id
        let (entry, person, file) = try await visit.witnessed { act in
            let centre = try CentreStore.centre(centre, in: act), (entry, person) = try PortfolioStore.checked(id, at: centre, in: act)
            try PortfolioStore.look(at: person.id, from: centre, in: act)
            return (entry, person, try entry.file.flatMap { try FileStore.files([$0], in: act)[$0] })
        }
        return LookViews(reader: visit.reader).check(entry, of: person, file, form)
    }
}

extension PortfolioEntry {
    /// What a form carries along, so that it decides about what was seen.
    var seen: Hidden { Hidden("seen", "\(written.seconds)") }
}

struct LookViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ portfolio: Portfolio) -> Screen {
        let id = portfolio.person.id, name = portfolio.person.name.full
        let trail = [Look.Link(t(T.accounts.people), href: reader.link("/staff/people")), Look.Link(name, href: reader.link("/staff/people/\(id)"))]
        let standing = StandingViews(reader: reader)
        return Screen("\(t(T.portfolio.title)): \(name)", trail: trail, isIndexed: false) {
            Heading(name, kind: t(T.portfolio.title))
            Notice(.info) { HTML::p { t(T.portfolio.lookNote) } }
            standing.years(portfolio, "/staff/people/\(id)/portfolio")
            standing.lines(portfolio, isOwn: false)
            let entries = portfolio.entries.filter { $0.state != .planned }
            if !entries.isEmpty {
                h2 { t(T.portfolio.entries) }
                ForEach(entries) { entry in
                    PersonLine(
                        t.run(entry.details.title), href: entry.file == nil ? nil : reader.link("/staff/proofs/\(entry.id)"),
                        detail: [Run(t(entry.details.kind.name)), Run(t.day(entry.details.day, .numeric))], state: Chip(entry.state.tone, t(entry.state.name)))
                }
            }
        }
    }

    func waiting(_ waiting: [(entry: PortfolioEntry, name: String)]) -> Screen {
        Screen(t(T.portfolio.proofs)) {
            Heading(t(T.portfolio.proofs), lead: t(T.portfolio.proofsLead))
            if waiting.isEmpty {
                EmptyState(t(T.portfolio.proofsNone), t(T.portfolio.proofsNoneText)) { Empty() }
            } else {
                DataTable(t(T.portfolio.proofs), rows: waiting, columns: [
                    Column(t(T.portfolio.bearer), .name) { one in a(.href(reader.link("/staff/proofs/\(one.entry.id)"))) { one.name } },
                    Column(t(T.portfolio.what)) { one in t.run(one.entry.details.title) },
                    Column(t(T.portfolio.kind)) { one in t(one.entry.details.kind.name) },
                    Column(t(T.portfolio.day)) { one in t.day(one.entry.details.day, .numeric) },
                ], isCaptionHidden: true)
            }
        }
    }

    func check(_ entry: PortfolioEntry, of person: Person, _ file: StoredFile?, _ form: FilledForm) -> Screen {
        let details = entry.details
        return Screen(t.shown(details.title), trail: [Look.Link(t(T.portfolio.proofs), href: reader.link("/staff/proofs"))], isIndexed: false) {
            FormFaults(form)
            Heading(t.run(details.title), kind: Run(t(details.kind.name)), lead: Run(person.name.full))
            Chip(entry.state.tone, t(entry.state.name))
            Facts {
                FactLine(t(T.portfolio.lastDay), t.day(details.day, .numeric))
                if !details.organiser.isEmpty { FactLine(t(T.portfolio.organiser), t.run(details.organiser)) }
                if !details.number.isEmpty { FactLine(t(T.portfolio.number), t.run(details.number)) }
                if details.hours > 0 { FactLine(t(T.portfolio.hours), t.number(details.hours)) }
                FactLine(t(T.portfolio.days), t.number(details.days))
                if let points = details.points { FactLine(t(T.portfolio.points), t.number(points)) }
                if !details.competence.isEmpty { FactLine(t(T.portfolio.competence), t.run(details.competence)) }
            }
            if let file {
                if file.kind == .picture { PictureView(file, reader, sizes: "40rem", kind: "shown") }
                HTML::p { a(.href(reader.link(file.path))) { t(T.portfolio.openScan) } }
            }
            if entry.state == .unchecked {
                Form(action: reader.link("/staff/proofs/\(entry.id)"), hidden: reader.hidden + [entry.seen]) {
                    form.field(T.portfolio.reason, "reason", .full, hint: T.portfolio.reasonHint, isOptional: true).area(rows: 2)
                    Buttons {
                        Submit(t(T.portfolio.checkGood), name: "good", value: "yes")
                        Submit(t(T.portfolio.checkBad), .danger)
                    }
                }
            }
        }
    }
}
