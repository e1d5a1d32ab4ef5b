import Centres
import Events
import Kernel
import Languages

/// What one kind of letter about an event is written from, and who can get it.
struct ReportLetterDesk: Sendable {
    let report: EventReport
    let letter: ReportLetter
    let recipients: [ReportLetter.Recipient]

    /// Whom no letter reaches, for there is no address.
    var unwritten: [Concerned.Unwritten] { recipients.filter(\.email.isEmpty).map { Concerned.Unwritten(name: $0.name, phone: $0.phone) } }

    /// The letter that is proposed, in the language of the centre, to all who have not had it yet.
    func proposal(_ t: Texts) -> ReportLetter.Draft {
        let t = t.speaking(report.roll.centre.language)
        let title = report.event.title(in: t.language).text
        return ReportLetter.Draft(
            letter, subject: t(T.delivery.letterSubject(kind: .phrase(letter.name), title: .title(title))), text: t(letter.proposal),
            to: Set(recipients.filter { $0.canGet() }.map(\.id)))
    }
}
