import Accounts
import Catalogue
import Centres
import Events
import Forms
import Foundation
import HTML
import Kernel
import Languages
import Look
package import Web

/// A message to all or some of an event's people: written once, looked at, sent to each in their own language and script.
package enum MessagePages {
    @Sendable package static func write(_ visit: Visit) async throws -> Answer {
        let (desk, _) = try await DeskPages.desk(visit)
        return form(visit, desk, Typed(["to": "admitted"]), nil)
    }

    @Sendable package static func look(_ visit: Visit) async throws -> Answer {
        let (desk, _) = try await DeskPages.desk(visit)
        do {
            let message = try DeskMessage(visit.typed)
            return preview(visit, desk, message, visit.typed)
        } catch let problem as Problem { return form(visit, desk, visit.typed, problem) }
    }

    @Sendable package static func send(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        let message: DeskMessage
        do { message = try DeskMessage(visit.typed) } catch let problem as Problem {
            let (desk, _) = try await DeskPages.desk(visit)
            return form(visit, desk, visit.typed, problem)
        }
        let alphabet = visit.language.alphabet
        return try await visit.act { act in
            let desk = try Desk(id, sorted: alphabet, in: act)
            let rows = message.recipients(of: desk)
            for row in rows {
                let (subject, text) = message.filled(for: row, desk, act.words.texts(row.language, in: desk.centre.zone))
                try RegistrationLetters.message(row.registration, desk.event, subject: subject, text: text, desk.centre, in: act)
            }
            try act.record(T.registration.messageSent, .event(id), centre: desk.event.centre, changes: [Change("subject", from: "", to: message.subject)])
            return Redirect(visit.link("/staff/events/\(id)"), T.registration.saidMessage(count: rows.count))
        }
    }

    // MARK: Views

    private static func form(_ visit: Visit, _ desk: Desk, _ typed: Typed, _ problem: Problem?) -> Answer {
        let t = visit.t
        let title = desk.event.title(in: visit.language)
        let base = visit.link("/staff/events/\(desk.event.id)")
        return visit.page(t(T.registration.message), trail: [Look.Link(title.text, href: base)], status: problem == nil ? 200 : 422) {
            ErrorSummary(t(T.registration.notDone), visit.mistakes(problem))
            Heading(t(T.registration.message), lead: title.text)
            Look::Form(action: base + "/message", hidden: visit.hidden, isGuarded: true) {
                Field(t(T.registration.messageTo), name: "to", value: typed["to"]).radios(DeskMessage.Audience.allCases.map { audience in
                    Field.Choice(audience.rawValue, audience == .chosen ? t(audience.name) : "\(t(audience.name)) (\(audience.rows(of: desk).count))")
                })
                Disclosure(t(T.registration.messagePeople), isOpen: typed["to"] == DeskMessage.Audience.chosen.rawValue) {
                    Field(t(T.registration.messagePeople), name: "chosen", error: visit.mistake("chosen", problem), optional: "")
                        .checkboxes(desk.rows.filter { $0.email != nil }.map { row in
                            Field.Choice("\(row.registration.id)", row.name.listed, hint: t(row.registration.state.name))
                        }, chosen: Set(typed.all("chosen")))
                }
                Field(t(T.registration.messageSubject), name: "subject", value: typed["subject"], error: visit.mistake("subject", problem), width: .full).text()
                Field(t(T.registration.messageText), name: "text", value: typed["text"], hint: t(DeskMessage.fields(t)), error: visit.mistake("text", problem), width: .full).area(rows: 8)
                Buttons { Submit(t(T.registration.messageLook)) }
            }
        }
    }

    private static func preview(_ visit: Visit, _ desk: Desk, _ message: DeskMessage, _ typed: Typed) -> Answer {
        let t = visit.t
        let base = visit.link("/staff/events/\(desk.event.id)")
        let rows = message.recipients(of: desk)
        let kept = ["to", "subject", "text"].map { Hidden($0, typed[$0]) } + message.chosen.sorted().map { Hidden("chosen", "\($0)") }
        return visit.page(t(T.registration.messagePreview)) {
            Heading(t(T.registration.messagePreview), lead: t(T.registration.messageCount(count: rows.count)))
            if let first = rows.first {
                let (subject, text) = message.filled(for: first, desk, t.speaking(first.language))
                Card {
                    HTML::p { strong { subject } }
                    ForEach(text.components(separatedBy: "\n\n")) { paragraph in HTML::p(.lang(first.language.htmlLang)) { paragraph } }
                    HTML::p(.class("small muted")) { first.name.full }
                }
            }
            Look::Form(action: base + "/message", hidden: visit.hidden + kept) {
                Buttons {
                    if !rows.isEmpty { Submit(t(T.registration.messageSend), .primary, action: base + "/message/send") }
                }
            }
            HTML::p { a(.href(base)) { t(T.common.cancel) } }
        }
    }
}
