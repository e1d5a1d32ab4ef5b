import Centres
import Documents
import Forms
import Kernel
import Languages
import Look
import Web

/// Self-evaluation for the people of the centre: its years, what is said of each feature, and all of it on paper.
enum SelfPages {
    private static func board(_ visit: Visit, withFacts: Bool = false) async throws -> SelfBoard {
        let centre = visit.centre.id
        return try await visit.read { try SelfYearStore.board(of: centre, withFacts: withFacts, in: $0) }
    }

    private static func year(_ visit: Visit, withFacts: Bool = false) async throws -> (board: SelfBoard, year: SelfYear) {
        let id: SelfYear.ID = try visit.id("year"), board = try await board(visit, withFacts: withFacts)
        guard let year = board.years.first(where: { $0.id == id }) else { throw Problem.missing }
        return (board, year)
    }

    // MARK: All years

    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let board = try await board(visit)
        return visit.page(SelfViews(reader: visit.reader).list(board, visit.form(Typed(["year": "\(visit.today.year)"]))))
    }

    @Sendable static func open(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            var faults = Faults()
            let year = faults.number(visit.typed, "year", in: SelfYear.bounds)
            try faults.check()
            guard let year else { throw Problem.missing }
            return try await visit.act { act in
                let id = try SelfYearStore.open(year, at: centre, in: act)
                return Redirect(visit.link("/staff/self-evaluation/\(id)"), T.selfevaluation.saidOpened)
            }
        } again: { SelfViews(reader: visit.reader).list(try await board(visit), $0) }
    }

    // MARK: One year

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit)) }

    private static func screen(_ visit: Visit, conclusions: FilledForm? = nil, close: FilledForm? = nil) async throws -> Screen {
        let (board, year) = try await year(visit, withFacts: true)
        return SelfViews(reader: visit.reader).year(
            year, board, conclusions: conclusions ?? visit.form(Typed(["text": year.conclusions])), close: close ?? visit.form())
    }

    @Sendable static func conclude(_ visit: Visit) async throws -> Answer {
        let year = try await year(visit).year, centre = visit.centre.id
        return try await visit.submit {
            let words = visit.typed.lines("text")
            var faults = Faults()
            faults.limit(words, "text", .letter)
            try faults.check()
            return try await visit.act { act in
                try SelfYearStore.conclude(words, in: year.year, at: centre, in: act)
                return Redirect(visit.link(year.path), T.common.saved)
            }
        } again: { try await screen(visit, conclusions: $0) }
    }

    @Sendable static func close(_ visit: Visit) async throws -> Answer {
        let year = try await year(visit).year, centre = visit.centre.id
        return try await visit.submit {
            try await visit.act { act in
                try SelfYearStore.close(year.year, at: centre, in: act)
                return Redirect(visit.link(year.path), T.selfevaluation.saidClosed)
            }
        } again: { try await screen(visit, close: $0) }
    }

    // MARK: One feature of a year

    private static func feature(_ visit: Visit, withFacts: Bool = false) async throws -> (board: SelfBoard, year: SelfYear, feature: SelfFeature) {
        let id: SelfFeature.ID = try visit.id("feature"), (board, year) = try await year(visit, withFacts: withFacts)
        guard let feature = board.features(of: year).first(where: { $0.id == id }) else { throw Problem.missing }
        return (board, year, feature)
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let (board, year, feature) = try await feature(visit, withFacts: true), answer = year.answers[feature.id] ?? SelfAnswer("", score: nil)
        return visit.page(SelfViews(reader: visit.reader).feature(feature, year, board, visit.form(answer.typed)))
    }

    @Sendable static func write(_ visit: Visit) async throws -> Answer {
        let (_, year, feature) = try await feature(visit), centre = visit.centre.id
        return try await visit.submit {
            let answer = try SelfAnswer(visit.typed)
            return try await visit.act { act in
                try SelfYearStore.write(answer, of: feature.id, in: year.year, at: centre, in: act)
                return Redirect(visit.link(year.path), T.common.saved)
            }
        } again: { form in
            // Of two who write at once the second sees what stands now, and may write over it.
            let (board, now, _) = try await Self.feature(visit, withFacts: true), stands = now.answers[feature.id]
            let again = visit.form(form.typed.with("edits", "\(stands?.edits ?? 0)"), form.problem), isOld = "\(stands?.edits ?? 0)" != form["edits"]
            return SelfViews(reader: visit.reader).feature(feature, now, board, again, stands: isOld ? stands : nil)
        }
    }

    // MARK: On paper

    /// Nil where none of the years was valued: there is nothing to print.
    private static func paper(_ visit: Visit) async throws -> (paper: Paper, pictures: [String: [UInt8]])? {
        let board = try await board(visit, withFacts: true), centre = visit.centre.id, span = SelfSpan(visit.query, today: visit.today)
        let (office, logo) = try await visit.read { (try CentreStore.centre(centre, in: $0), try LogoStore.logo(of: centre, in: $0)) }
        let years = board.years.filter { span.years.contains($0.year) }.sorted { $0.year < $1.year }
        return years.isEmpty ? nil : (SelfPaper(t: visit.t, office: office, logo: logo).report(years, board), logo?.pictures ?? [:])
    }

    @Sendable static func pdf(_ visit: Visit) async throws -> Answer {
        guard let (paper, pictures) = try await paper(visit) else { return nothing(visit) }
        return try await visit.printed(paper, with: "report", pictures: pictures, name: "\(paper.title).pdf")
    }

    @Sendable static func docx(_ visit: Visit) async throws -> Answer {
        guard let (paper, _) = try await paper(visit) else { return nothing(visit) }
        return try await visit.written(paper, name: "\(paper.title).docx")
    }

    private static func nothing(_ visit: Visit) -> Answer { .redirect(visit.link("/staff/self-evaluation"), T.selfevaluation.nothingToPrint) }
}
