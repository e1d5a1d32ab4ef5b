import Centres
import Documents
import Forms
import Kernel
import Languages
import Look
import Web

/// An asking on paper: sheets with numbers are printed, filled in by hand and typed in one after another.
enum SheetPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let (survey, entered) = try await standing(visit)
        return visit.page(SheetViews(reader: visit.reader, survey: survey).page(entered, visit.form()))
    }

    /// Gives more sheets their numbers.
    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let (survey, entered) = try await standing(visit)
        return try await visit.submit {
            var faults = Faults()
            let count = faults.number(visit.typed, "count", in: SheetCode.atOnce)
            try faults.check()
            return try await visit.act { act in
                let sheets = try SurveyStore.addSheets(count ?? 1, to: survey.id, in: act)
                let range = Typed(["from": "\(sheets.lowerBound)", "to": "\(sheets.upperBound)"]).query
                return Redirect(visit.link("/staff/surveys/\(survey.id)/paper?\(range)"), T.questionnaires.saidSheets(count: sheets.count))
            }
        } again: { form in
            SheetViews(reader: visit.reader, survey: survey).page(entered, form)
        }
    }

    @Sendable static func paper(_ visit: Visit) async throws -> Answer {
        let id: Survey.ID = try visit.id("survey"), query = visit.query, seal = visit.seal
        let (survey, centre, logo) = try await visit.read { act in
            let survey = try SurveyStore.changeable(id, in: act)
            return (survey, try CentreStore.centre(survey.centre, in: act), try LogoStore.logo(of: survey.centre, in: act))
        }
        guard let from = query.number("from", in: 1...max(1, survey.sheets)), let to = query.number("to", in: from...max(from, survey.sheets)), to <= survey.sheets,
            to - from < SheetCode.atOnce.upperBound
        else { throw Problem.conflict(T.questionnaires.errorSheets(most: .number(SheetCode.atOnce.upperBound))) }
        let t = visit.t.speaking(Language(rawValue: query["language"]) ?? survey.language ?? centre.language)
        let paper = SheetPaper(survey, codes: (from...to).map { SheetCode($0, of: id).text(seal) }, centre, logo, t)
        let bytes = try await visit.set(Typesetting(template: "form", paper, stamp: visit.now.seconds, pictures: logo?.pictures ?? [:]))
        return .file(bytes: bytes, type: "application/pdf", name: "\(t(T.questionnaires.questionnaire)) \(id), \(from)–\(to).pdf")
    }

    // MARK: Typing in

    @Sendable static func form(_ visit: Visit) async throws -> Answer {
        let (survey, entered) = try await standing(visit)
        return visit.page(SheetEntryViews(reader: visit.reader, survey: survey).page(entered, visit.form()))
    }

    /// Puts one sheet into its envelope, as if it had come by a link: neither a claim of the act nor the journal tells when. The next one follows.
    @Sendable static func enter(_ visit: Visit) async throws -> Answer {
        let (survey, entered) = try await standing(visit), seal = visit.seal
        return try await visit.submit {
            guard let code = SheetCode(visit.typed[Answers.code], of: survey, seal) else { throw Problem.invalid(Answers.code, T.questionnaires.errorSheetCode) }
            let answers = try Answers(sheet: visit.typed, of: survey), number = Value.number(code.number)
            try await visit.merge { act in
                _ = try SurveyStore.changeable(survey.id, in: act)
                let isNew = try AnswerStore.give(answers, under: code.link, seal, in: act)
                guard isNew else { throw Problem.invalid(Answers.code, T.questionnaires.errorSheetTwice(number: number)) }
            }
            return .redirect(visit.link("/staff/surveys/\(survey.id)/entry"), T.questionnaires.saidSheet(number: number))
        } again: { form in
            SheetEntryViews(reader: visit.reader, survey: survey).page(entered, form)
        }
    }

    /// The asking, and which of its sheets were typed in.
    private static func standing(_ visit: Visit) async throws -> (Survey, Set<Int>) {
        let id: Survey.ID = try visit.id("survey"), seal = visit.seal
        return try await visit.read { act in
            let survey = try SurveyStore.changeable(id, in: act)
            let links = Dictionary(uniqueKeysWithValues: (0..<survey.sheets).map { (AnswerLink.sheet($0 + 1, of: id), $0 + 1) })
            return (survey, Set(try SurveyStore.answered(Array(links.keys), seal, in: act).compactMap { links[$0] }))
        }
    }
}
