import Accounts
import Forms
import Kernel
import Languages
import Look
import Web

/// Answering, under a link of one's own: without an account, page by page, there and back.
enum AnswerPages {
    /// The first page: by the public address of an asking, or by a link of one's own.
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let (survey, link) = try await survey(visit)
        let views = AnswerViews(reader: visit.reader, survey: survey)
        guard survey.state(on: visit.today) == .open else { return visit.page(views.closed(on: visit.today)) }
        guard let link else { return visit.page(views.welcome()) }
        let seal = visit.seal
        if try await visit.read({ try AnswerStore.isGiven(link, seal, in: $0) }) { return visit.page(views.given()) }
        return visit.page(views.start(link.text(seal)))
    }

    /// Whoever comes by the public address gets a link that nobody else has.
    @Sendable static func begin(_ visit: Visit) async throws -> Answer {
        let (survey, link) = try await survey(visit)
        guard link == nil, survey.isOpen else { throw Problem.missing }
        return .redirect(visit.link("/surveys/\(AnswerLink.open(survey.id).text(visit.seal))/1"))
    }

    @Sendable static func part(_ visit: Visit) async throws -> Answer {
        let (survey, link, part, draft, isGiven) = try await place(visit)
        let views = AnswerViews(reader: visit.reader, survey: survey), seal = visit.seal
        guard survey.state(on: visit.today) == .open else { return visit.page(views.closed(on: visit.today)) }
        if isGiven { return visit.page(views.given()) }
        let section = survey.content.sections[part]
        return visit.page(views.part(part, link.text(seal), draft, visit.form(draft.typed(section, survey.subjects))))
    }

    /// Keeps what was answered and goes on, back, or to the end. There is no claim of the act and no journal: both would tell when somebody answered.
    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let (survey, link, part, before, _) = try await place(visit)
        let views = AnswerViews(reader: visit.reader, survey: survey), seal = visit.seal, today = visit.today
        guard survey.state(on: today) == .open else { return visit.page(views.closed(on: today)) }
        let section = survey.content.sections[part], deed = AnswerDeed(visit.typed)
        return try await visit.submit {
            var answers = before
            try answers.read(visit.typed, section, survey.subjects, asksRequired: deed.goesOn)
            // What the answers of this page have called up is asked first; and nothing that must be answered is passed over by typing an address.
            let more = deed.goesOn ? survey.appeared(in: part, before, answers) ?? (survey.next(after: part, answers) == nil ? survey.lacking(answers) : nil) : nil
            let next = more ?? (deed.goesOn ? survey.next(after: part, answers) : survey.before(part, answers))
            let isSent = deed.goesOn && next == nil
            if isSent, answers.only(survey.content, survey.subjects).isEmpty { throw Problem.conflict(T.questionnaires.errorNothing) }
            let kept = answers
            try await visit.merge { act in
                if isSent { try AnswerStore.give(kept, under: link, seal, in: act) } else { try AnswerStore.keep(kept, under: link, on: today, seal, in: act) }
            }
            let text = link.text(seal)
            if isSent { return .redirect(visit.link("/surveys/\(text)"), T.questionnaires.saidGiven) }
            if deed == .stay { return .redirect(visit.link("/surveys/\(text)/\(part + 1)"), T.questionnaires.saidKept) }
            if let more { return .redirect(visit.link("/surveys/\(text)/\(more + 1)"), T.questionnaires.saidMore) }
            return .redirect(visit.link(next.map { "/surveys/\(text)/\($0 + 1)" } ?? "/surveys/\(text)"))
        } again: { form in
            views.part(part, link.text(seal), before, form)
        }
    }

    /// A page of questions under a link of one's own, what was answered so far, and whether it was sent.
    private static func place(_ visit: Visit) async throws -> (Survey, AnswerLink, Int, Answers, isGiven: Bool) {
        let seal = visit.seal
        guard let link = AnswerLink(visit.parameters["link"] ?? "", seal) else { throw Problem.missing }
        let (survey, draft, isGiven) = try await visit.read { act in
            (try SurveyStore.survey(link.survey, in: act), try AnswerStore.draft(of: link, seal, in: act), try AnswerStore.isGiven(link, seal, in: act))
        }
        let parts = 1...max(1, survey.content.sections.count)
        guard isThere(survey, link, visit), let part = Int(typed: visit.parameters["part"] ?? "", in: parts) else { throw Problem.missing }
        return (survey, link, part - 1, draft, isGiven)
    }

    private static func survey(_ visit: Visit) async throws -> (Survey, AnswerLink?) {
        let text = visit.parameters["link"] ?? "", link = AnswerLink(text, visit.seal)
        guard let id = link?.survey ?? Survey.ID(text) else { throw Problem.missing }
        let survey = try await visit.read { try SurveyStore.survey(id, in: $0) }
        guard isThere(survey, link, visit) else { throw Problem.missing }
        return (survey, link)
    }

    /// Without a link of one's own only what is open to everybody is there; what a sheet of paper says is entered by staff.
    private static func isThere(_ survey: Survey, _ link: AnswerLink?, _ visit: Visit) -> Bool {
        survey.centre == visit.centre.id && (link.map { !$0.isSheet } ?? survey.isOpen)
    }
}

/// What the button did that sent a page of answers.
enum AnswerDeed {
    case on, back, stay

    init(_ typed: Typed) { self = switch typed["deed"] { case "back": .back; case "stay": .stay; default: .on } }

    var goesOn: Bool { self == .on }
}

extension Survey {
    /// The next section in which something is asked after these answers; nil behind the last.
    func next(after part: Int, _ answers: Answers) -> Int? { content.sections.indices.first { $0 > part && asks($0, answers) } }

    func before(_ part: Int, _ answers: Answers) -> Int? { content.sections.indices.last { $0 < part && asks($0, answers) } }

    /// The section itself where its answers have called up a question that was not shown with them.
    func appeared(in part: Int, _ before: Answers, _ answers: Answers) -> Int? {
        let section = content.sections[part]
        let isNew = section.asked(of: subjects).contains { subject in
            section.questions.contains { answers.shows($0, for: subject) && !before.shows($0, for: subject) }
        }
        return isNew ? part : nil
    }

    /// The first section in which something that must be answered is not.
    func lacking(_ answers: Answers) -> Int? {
        content.sections.firstIndex { section in
            section.asked(of: subjects).contains { subject in
                section.questions.contains { $0.isRequired && answers.shows($0, for: subject) && answers[AnswerKey($0.code, subject)].isEmpty }
            }
        }
    }

    private func asks(_ part: Int, _ answers: Answers) -> Bool {
        let section = content.sections[part]
        return section.asked(of: subjects).contains { subject in section.questions.contains { answers.shows($0, for: subject) } }
    }
}
