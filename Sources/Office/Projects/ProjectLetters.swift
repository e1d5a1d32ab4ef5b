import Accounts
import Centres
import Kernel
import Languages
import Look
import Queues

/// What people are told by letter about calls, reports and agreements, each in the own language and script.
enum ProjectLetters {
    /// It is to be decided soon whether the centre applies.
    static func decision(_ id: Person.ID, _ call: FundingCall, in act: Act) throws {
        guard let day = call.details.decisionDay else { return }
        try PersonLetter.send(to: id, of: call.centre, about: .fundingCall(call.id), in: act) { t in
            let title = Value.title(call.details.title)
            return PersonLetter(
                subject: t(T.projects.letterDecisionSubject(day: .day(day, .inSentenceShort), title: title)),
                paragraphs: [t(T.projects.letterDecision(day: .day(day), title: title))] + (call.details.fit.isEmpty ? [] : [t.shown(call.details.fit)]),
                facts: [(t(T.projects.caller), t.shown(call.details.caller)), (t(T.projects.deadline), t.instant(call.details.deadline))],
                action: (t(T.projects.openCall), call.path))
        }
    }

    /// The deadline of a call is near.
    static func deadline(_ id: Person.ID, _ call: FundingCall, in act: Act) throws {
        try PersonLetter.send(to: id, of: call.centre, about: .fundingCall(call.id), in: act) { t in
            let title = Value.title(call.details.title), at = Value.instant(call.details.deadline)
            let said = call.state == .applying ? T.projects.letterDeadline(at: at, title: title) : T.projects.letterDeadlineWatched(at: at, title: title)
            return PersonLetter(
                subject: t(T.projects.letterDeadlineSubject(at: at, title: title)), paragraphs: [t(said)],
                facts: [(t(T.projects.caller), t.shown(call.details.caller))], action: (t(T.projects.openCall), call.path))
        }
    }

    /// A report is due soon.
    static func report(_ id: Person.ID, _ project: Project, _ report: ProjectReport, in act: Act) throws {
        try PersonLetter.send(to: id, of: project.centre, about: .project(project.id), in: act) { t in
            let title = Value.title(report.title), name = Value.title(project.details.name)
            return PersonLetter(
                subject: t(T.projects.letterReportSubject(day: .day(report.due, .inSentenceShort), title: title)),
                paragraphs: [t(T.projects.letterReport(day: .day(report.due), project: name, title: title))],
                facts: [(t(T.projects.recipient), t.shown(report.recipient))], action: (t(T.projects.openReports), "\(project.deskPath)/reports"))
        }
    }

    /// The term of an agreement ends soon.
    static func agreement(_ id: Person.ID, _ partner: Partner, _ agreement: Agreement, _ until: Day, in act: Act) throws {
        try PersonLetter.send(to: id, of: partner.centre, about: .partner(partner.id), in: act) { t in
            let title = Value.title(agreement.details.title), name = Value.title(partner.details.name)
            return PersonLetter(
                subject: t(T.projects.letterAgreementSubject(day: .day(until, .inSentenceShort), title: title)),
                paragraphs: [t(T.projects.letterAgreement(day: .day(until), partner: name, title: title)), t(T.projects.letterAgreementWhat)],
                facts: agreement.details.number.isEmpty ? [] : [(t(T.projects.number), agreement.details.number)],
                action: (t(T.projects.openPartner), partner.path))
        }
    }
}
