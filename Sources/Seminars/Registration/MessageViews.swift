import Accounts
import Catalogue
import Events
import Forms
import Foundation
import HTML
import Kernel
import Languages
import Look

/// A message as it is written, and as its first reader will see it.
struct MessageViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func form(_ desk: Desk, _ form: FilledForm) -> Screen {
        let title = desk.event.title(in: reader.language)
        let base = reader.link("/staff/events/\(desk.event.id)")
        return Screen(t(T.registration.message), trail: [Look.Link(t.run(title), href: base)]) {
            FormFaults(form, title: T.registration.notDone)
            Heading(Run(t(T.registration.message)), lead: t.run(title))
            Form(action: base + "/message", hidden: reader.hidden, isGuarded: true) {
                form.field(T.registration.messageTo, "to").radios(DeskMessage.Audience.allCases.map { audience in
                    Field.Choice(audience.rawValue, audience == .chosen ? t(audience.name) : "\(t(audience.name)) (\(audience.rows(of: desk).count { $0.email != nil }))")
                })
                Disclosure(t(T.registration.messagePeople), isOpen: form["to"] == DeskMessage.Audience.chosen.rawValue) {
                    Field(t(T.registration.messagePeople), name: "chosen", error: form.fault("chosen"), optional: "")
                        .checkboxes(people(desk, form).map { row in
                            Field.Choice("\(row.registration.id)", row.name.listed,
                                hint: t(row.registration.state.name) + (row.email == nil ? ", \(t(T.registration.noAddress))" : ""))
                        }, chosen: Set(form.typed.all("chosen")))
                }
                form.field(T.registration.messageSubject, "subject", .full, most: DeskMessage.longestSubject).text()
                form.field(T.registration.messageText, "text", .full, hint: DeskMessage.fields(t), most: DeskMessage.longestText).area(rows: 8)
                Buttons { Submit(t(T.registration.messageLook)) }
            }
        }
    }

    /// Those to pick from: in a large group only who was picked at the desk.
    private func people(_ desk: Desk, _ form: FilledForm) -> [DeskRow] {
        let picked = Set(ChosenForm.chosen(form.typed)), rows = desk.rows.filter { $0.registration.state != .unconfirmed }
        return rows.count <= Self.most ? rows : rows.filter { picked.contains($0.registration.id) }
    }

    /// So many people can be picked from on the page itself.
    private static let most = 200

    func preview(_ message: DeskMessage, _ desk: Desk) -> Screen {
        let base = reader.link("/staff/events/\(desk.event.id)")
        let rows = message.recipients(of: desk)
        return Screen(t(T.registration.messagePreview)) {
            Heading(t(T.registration.messagePreview), lead: t(T.registration.messageCount(count: rows.count)))
            if let first = rows.first {
                let (subject, frame) = RegistrationLetters.message(message, to: first, of: desk, t.speaking(first.language), origin: reader.centre.origin)
                LetterCard(frame, subject: subject, to: "\(first.name.full) · \(first.email ?? "")")
            }
            UnwrittenNotice(message.others(of: desk), reader)
            Form(action: base + "/message", hidden: reader.hidden + message.typed.fields.map { Hidden($0.name, $0.value) }) {
                Buttons {
                    if !rows.isEmpty { Submit(t(T.registration.messageSend), .primary, action: base + "/message/send") }
                }
            }
            HTML::p { a(.href(base)) { t(T.common.cancel) } }
        }
    }
}
