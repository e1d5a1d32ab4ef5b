import Catalogue
import Events
import Forms
import Foundation
import HTML
import Kernel
import Languages
import Look
import Centres
import Registration
package import Web

/// Letters after an event: the list to each school, thanks to trainers and schools. Edited, looked at, sent once.
package enum ReportLetterPages {
    private struct Desk: Sendable {
        let report: EventReport
        let letter: ReportLetter
        let recipients: [ReportLetter.Recipient]
    }

    @Sendable package static func write(_ visit: Visit) async throws -> Answer {
        let desk = try await desk(visit, visit.query["kind"])
        let t = visit.t.speaking(desk.report.roll.centre.language)
        let fresh = desk.recipients.filter { $0.sent == nil && !$0.email.isEmpty }
        let typed = Typed([("subject", t(T.delivery.letterSubject(kind: .phrase(desk.letter.name), title: .title(desk.report.event.title(in: t.language).text)))), ("text", t(desk.letter.proposal))]
            + fresh.map { ("to", "\($0.id)") })
        return form(visit, desk, typed, nil)
    }

    @Sendable package static func look(_ visit: Visit) async throws -> Answer {
        let desk = try await desk(visit, visit.typed["kind"])
        do {
            let draft = try Draft(visit.typed, desk.recipients)
            return preview(visit, desk, draft)
        } catch let problem as Problem { return form(visit, desk, visit.typed, problem) }
    }

    @Sendable package static func send(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        let desk = try await desk(visit, visit.typed["kind"])
        do {
            let draft = try Draft(visit.typed, desk.recipients)
            return try await visit.act { [letter = desk.letter] act in
                let count = try ReportStore.send(letter, draft.paragraphs, subject: draft.subject, to: draft.chosen, again: draft.again, of: id, in: act)
                return Redirect(visit.link("/staff/events/\(id)/letters?kind=\(letter.rawValue)"), T.delivery.saidLetters(count: count))
            }
        } catch let problem as Problem where problem.kind != .missing { return form(visit, desk, visit.typed, problem) }
    }

    private struct Draft: Sendable {
        let subject: String
        let text: String
        let chosen: Set<ReportLetter.Recipient.ID>
        /// Whether those who got it before get it again.
        let again: Bool

        init(_ typed: Typed, _ recipients: [ReportLetter.Recipient]) throws {
            var faults = Faults()
            subject = typed["subject"]
            text = typed["text"].replacingOccurrences(of: "\r\n", with: "\n")
            chosen = Set(typed.all("to").compactMap { ReportLetter.Recipient.ID($0) })
            again = typed["again"] == "yes"
            faults.require(!subject.isEmpty && subject.count <= 150, "subject", T.registration.messageSubjectMissing)
            faults.require(!text.isEmpty && text.count <= 10_000, "text", T.registration.messageTextMissing)
            let reached = recipients.filter { [chosen, again] in chosen.contains($0.id) && !$0.email.isEmpty && (again || $0.sent == nil) }
            faults.require(!reached.isEmpty, "to", chosen.isEmpty ? T.delivery.letterNobody : T.delivery.letterAlready)
            try faults.check()
        }

        var paragraphs: [String] { text.components(separatedBy: "\n\n").filter { !$0.isEmpty } }
    }

    private static func desk(_ visit: Visit, _ kind: String) async throws -> Desk {
        let id: Event.ID = try visit.id("event")
        let letter = ReportLetter(rawValue: kind) ?? .list
        return try await visit.read { act in
            let report = try ReportStore.report(of: id, in: act)
            return Desk(report: report, letter: letter, recipients: try ReportStore.recipients(letter, of: report.roll, in: act))
        }
    }

    // MARK: Views

    private static func form(_ visit: Visit, _ desk: Desk, _ typed: Typed, _ problem: Problem?) -> Answer {
        let t = visit.t
        let title = desk.report.event.title(in: visit.language)
        let base = visit.link("/staff/events/\(desk.report.event.id)")
        let trail = [Look.Link(title.text, href: base), Look.Link(t(T.delivery.report), href: base + "/report")]
        return visit.page(t(T.delivery.letters), trail: trail, status: problem == nil ? 200 : 422) {
            ErrorSummary(t(T.registration.notDone), visit.mistakes(problem))
            Heading(t(T.delivery.letters), lead: title.text)
            if let problem, visit.mistakes(problem).isEmpty { Notice(.bad, isNews: true) { ForEach(problem.faults) { fault in HTML::p { t(fault.phrase) } } } }
            Tabs(t(T.delivery.letters), ReportLetter.allCases.map { NavItem(t($0.name), href: "\(base)/letters?kind=\($0.rawValue)", isCurrent: $0 == desk.letter) })
            if desk.recipients.isEmpty {
                EmptyState(t(T.delivery.letterNoRecipients), t(T.delivery.letterNoRecipientsText)) { LinkButton(t(T.common.back), href: base + "/report", .quiet) }
            } else {
                Look::Form(action: base + "/letters", hidden: visit.hidden + [Hidden("kind", desk.letter.rawValue)], isGuarded: true) {
                    Field(t(T.registration.messageTo), name: "to", error: visit.mistake("to", problem), optional: "")
                        .checkboxes(desk.recipients.map { choice($0, t) }, chosen: Set(typed.all("to")))
                    if desk.recipients.contains(where: { $0.sent != nil }) {
                        Field(t(T.delivery.letterAgain), name: "again").check(isOn: typed["again"] == "yes")
                    }
                    Field(t(T.registration.messageSubject), name: "subject", value: typed["subject"], error: visit.mistake("subject", problem), width: .full).text()
                    Field(t(T.registration.messageText), name: "text", value: typed["text"], hint: t(desk.letter == .list ? T.delivery.letterListHint : T.delivery.letterHint),
                          error: visit.mistake("text", problem), width: .full).area(rows: 8)
                    Buttons { Submit(t(T.registration.messageLook)) }
                }
            }
        }
    }

    private static func choice(_ recipient: ReportLetter.Recipient, _ t: Texts) -> Field.Choice {
        var hints: [String] = []
        if recipient.people > 0 { hints.append(t(T.delivery.peopleCount(count: recipient.people))) }
        hints.append(recipient.email.isEmpty ? t(T.delivery.letterNoAddress) : recipient.email)
        if let sent = recipient.sent { hints.append(t(T.delivery.letterSentOn(moment: .instant(sent)))) }
        return Field.Choice("\(recipient.id)", recipient.people > 0 ? t.shown(recipient.name) : recipient.name, hint: hints.joined(separator: " · "))
    }

    private static func preview(_ visit: Visit, _ desk: Desk, _ draft: Draft) -> Answer {
        let t = visit.t
        let base = visit.link("/staff/events/\(desk.report.event.id)")
        let reached = desk.recipients.filter { draft.chosen.contains($0.id) && !$0.email.isEmpty && (draft.again || $0.sent == nil) }
        let kept = [Hidden("kind", desk.letter.rawValue), Hidden("subject", draft.subject), Hidden("text", draft.text)] + (draft.again ? [Hidden("again", "yes")] : [])
            + draft.chosen.sorted().map { Hidden("to", "\($0)") }
        return visit.page(t(T.registration.messagePreview), trail: [Look.Link(t(T.delivery.report), href: base + "/report")]) {
            Heading(t(T.registration.messagePreview), lead: t(T.registration.messageCount(count: reached.count)))
            ForEach(reached.prefix(3)) { recipient in
                let own = t.speaking(recipient.language)
                let frame = ReportLetters.frame(desk.letter, draft.paragraphs, to: recipient, desk.report, own)
                Card {
                    HTML::p(.class("small muted")) { recipient.name; " · "; recipient.email }
                    HTML::p(.lang(recipient.language.htmlLang)) { strong { own.shown(draft.subject) } }
                    HTML::p(.lang(recipient.language.htmlLang)) { frame.greeting }
                    ForEach(frame.paragraphs) { paragraph in HTML::p(.lang(recipient.language.htmlLang)) { paragraph } }
                    Facts { ForEach(frame.facts) { fact in Fact(fact.label, fact.value) } }
                    HTML::p(.lang(recipient.language.htmlLang)) { frame.closing; br(); frame.sender }
                }
            }
            Look::Form(action: base + "/letters/send", hidden: visit.hidden + kept) {
                Buttons {
                    Submit(t(T.registration.messageSend))
                    LinkButton(t(T.common.back), href: base + "/letters?kind=\(desk.letter.rawValue)", .quiet)
                }
            }
        }
    }
}
