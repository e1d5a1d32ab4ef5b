import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Registration

/// A letter after an event: as it is written, and as those will read it who get it.
struct ReportLetterViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func form(_ desk: ReportLetterDesk, _ form: FilledForm) -> Screen {
        let title = desk.report.event.title(in: reader.language)
        let base = base(desk)
        return Screen(t(T.delivery.letters), trail: [Look.Link(t.run(title), href: base), report(desk)]) {
            FormFaults(form, title: T.registration.notDone)
            Heading(Run(t(T.delivery.letters)), lead: t.run(title))
            Tabs(t(T.delivery.letters), ReportLetter.allCases.map { letter in
                NavItem(t(letter.name), href: "\(base)/letters?kind=\(letter.rawValue)", isCurrent: letter == desk.letter)
            })
            if desk.recipients.isEmpty {
                EmptyState(t(T.delivery.letterNoRecipients), t(T.delivery.letterNoRecipientsText)) { LinkButton(t(T.common.back), href: base + "/report", .quiet) }
            } else {
                Form(action: base + "/letters", hidden: reader.hidden + [Hidden("kind", desk.letter.rawValue)], isGuarded: true) {
                    Field(t(T.registration.messageTo), name: "to", error: form.fault("to"), optional: "")
                        .checkboxes(desk.recipients.map { choice($0) }, chosen: Set(form.typed.all("to")))
                    if desk.recipients.contains(where: { $0.sent != nil }) {
                        form.field(T.delivery.letterAgain, "again").check(isOn: form["again"] == "yes")
                    }
                    form.field(T.registration.messageSubject, "subject", .full).text()
                    form.field(T.registration.messageText, "text", .full, hint: desk.letter == .list ? T.delivery.letterListHint : T.delivery.letterHint).area(rows: 8)
                    Buttons { Submit(t(T.registration.messageLook)) }
                }
            }
        }
    }

    private func base(_ desk: ReportLetterDesk) -> String { reader.link("/staff/events/\(desk.report.event.id)") }

    private func report(_ desk: ReportLetterDesk) -> Look.Link { Look.Link(t(T.delivery.report), href: base(desk) + "/report") }

    private func choice(_ recipient: ReportLetter.Recipient) -> Field.Choice {
        var hints: [String] = []
        if recipient.people > 0 { hints.append(t(T.delivery.peopleCount(count: recipient.people))) }
        hints.append(recipient.email.isEmpty ? t(T.delivery.letterNoAddress) : recipient.email)
        if let sent = recipient.sent { hints.append(t(T.delivery.letterSentOn(moment: .instant(sent)))) }
        let name = recipient.people > 0 ? t.run(recipient.name) : Run(recipient.name)
        return Field.Choice("\(recipient.id)", name, hint: hints.joined(separator: " · "))
    }

    /// The first three letters, each in the language of its recipient.
    func preview(_ desk: ReportLetterDesk, _ draft: ReportLetter.Draft) -> Screen {
        let reached = desk.recipients.filter { $0.isReached(by: draft) }
        let kept = draft.typed.fields.map { Hidden($0.name, $0.value) }
        return Screen(t(T.registration.messagePreview), trail: [report(desk)]) {
            Heading(t(T.registration.messagePreview), lead: t(T.registration.messageCount(count: reached.count)))
            UnwrittenNotice(desk.unwritten, because: T.delivery.tellOtherwise(count: desk.unwritten.count), reader)
            ForEach(reached.prefix(3)) { recipient in letter(draft, to: recipient, desk.report) }
            Form(action: base(desk) + "/letters/send", hidden: reader.hidden + kept) {
                Buttons {
                    Submit(t(T.registration.messageSend))
                    LinkButton(t(T.common.back), href: "\(base(desk))/letters?kind=\(desk.letter.rawValue)", .quiet)
                }
            }
        }
    }

    private func letter(_ draft: ReportLetter.Draft, to recipient: ReportLetter.Recipient, _ report: EventReport) -> some HTML {
        let own = t.speaking(recipient.language)
        return LetterCard(
            ReportLetters.frame(draft, to: recipient, report, own), subject: own.shown(draft.subject), to: "\(recipient.name) · \(recipient.email)")
    }
}
