package import Accounts
import Centres
package import Kernel
import Languages
import Look
import Queues

/// Letters that ask somebody to answer. Their links are their readers' own, so staff do not see them, and their text is erased once they were sent.
package enum SurveyLetters {
    /// Those whose words a centre may choose.
    static let kinds: [LetterKind] = [
        LetterKind("survey", T.questionnaires.kindAsk, tellsEvent: false) {
            [
                T.questionnaires.letterAskSubject(topic: $0.title), T.questionnaires.letterAsk(topic: $0.title),
                T.questionnaires.letterPromise(least: .number(AnswerBatch.least)), T.questionnaires.letterUntil(day: $0.day),
            ]
        },
        LetterKind("survey-reminder", T.questionnaires.kindRemind, tellsEvent: false) {
            [T.questionnaires.letterRemindSubject(topic: $0.title), T.questionnaires.letterRemind(topic: $0.title)]
        },
    ]

    /// Asks people who were not asked yet.
    @discardableResult
    package static func ask(_ people: [Person.ID], to survey: Survey, _ seal: Seal, in act: Act) throws -> Int {
        let invited = try SurveyStore.invite(people, to: survey.id, in: act)
        for (invite, person) in invited { try write(to: person, .invited(invite, to: survey.id), survey, seal, isReminder: false, in: act) }
        return invited.count
    }

    /// Reminds those who have not answered. Neither a row nor the journal tells who that is.
    package static func remind(_ survey: Survey, _ seal: Seal, in act: Act) throws -> Int {
        let invited = try SurveyStore.invited(to: survey.id, in: act).map { (link: AnswerLink.invited($0.invite, to: survey.id), person: $0.person) }
        let answered = try SurveyStore.answered(invited.map(\.link), seal, in: act), missing = invited.filter { !answered.contains($0.link) }
        for (link, person) in missing { try write(to: person, link, survey, seal, isReminder: true, in: act) }
        if !missing.isEmpty { try act.record(T.questionnaires.reminded, .survey(survey.id), centre: survey.centre) }
        return missing.count
    }

    private static func write(to id: Person.ID, _ link: AnswerLink, _ survey: Survey, _ seal: Seal, isReminder: Bool, in act: Act) throws {
        let person = try PersonStore.person(id, in: act), centre = try CentreStore.centre(survey.centre, in: act)
        guard let email = person.email, person.verified != nil else { return }
        let t = try act.texts(person.language, of: centre), origin = "\(centre.origin(default: act.address))/\(person.language.rawValue)"
        let topic = Value.text(survey.topic.isEmpty ? t.shown(survey.content.title.said(in: t.language).text) : t.shown(survey.topic))
        let frame = LetterFrame(
            language: person.language, greeting: t(T.accounts.greeting),
            paragraphs: [
                t(isReminder ? T.questionnaires.letterRemind(topic: topic) : T.questionnaires.letterAsk(topic: topic)),
                t(T.questionnaires.letterPromise(least: .number(AnswerBatch.least))), t(T.questionnaires.letterUntil(day: .day(survey.until))),
            ],
            action: Look.Link(t(T.questionnaires.letterAct), href: "\(origin)/surveys/\(link.text(seal))"), closing: t(T.accounts.closing),
            sender: centre.name(in: person.language))
        let subject = t(isReminder ? T.questionnaires.letterRemindSubject(topic: topic) : T.questionnaires.letterAskSubject(topic: topic))
        try act.send(Letter(
            to: email, name: person.name.full, person: id, centre: centre.id, language: person.language, subject: subject, text: frame.text, html: frame.html,
            about: .survey(survey.id), isSecret: true))
    }
}
