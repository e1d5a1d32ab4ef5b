import Accounts
import Catalogue
import Centres
import Events
import Kernel
import Languages
import Look
import Queues
import Registration

/// What is written after an event: the list to each school, the thanks to trainers and schools.
enum ReportLetters {
    /// The frame of one letter, for the preview as for the post.
    static func frame(_ draft: ReportLetter.Draft, to recipient: ReportLetter.Recipient, _ report: EventReport, _ t: Texts) -> LetterFrame {
        let event = report.event
        var facts = EventSummary.facts(event, report.roll.centre, t).filter { $0.label != t(T.events.fee) }.map { (label: $0.label, value: $0.value.text) }
        if draft.letter == .list {
            facts += report.roll.rows.filter { $0.schoolID?.value == recipient.id.value }.map { row in
                let result = report.roll.result(row)
                let said = result.isComplete
                    ? t(event.plan.points > 0 ? T.delivery.listComplete(points: .phrase(T.events.pointsCount(count: event.plan.points))) : T.delivery.listCompleteOnly)
                    : t(T.delivery.listPart(attended: .number(result.attended), sessions: .number(result.sessions)))
                return (row.name.listed, said)
            }
        }
        return LetterFrame(
            language: recipient.language, greeting: t(T.accounts.greeting),
            paragraphs: [event.title(in: recipient.language).text] + draft.paragraphs.map { t.shown($0) },
            facts: facts, closing: t(T.accounts.closing), sender: report.roll.centre.name(in: recipient.language))
    }

    static func write(_ draft: ReportLetter.Draft, to recipient: ReportLetter.Recipient, _ report: EventReport, in act: Act) throws {
        let t = act.words.texts(recipient.language, in: report.roll.centre.zone)
        let frame = frame(draft, to: recipient, report, t)
        try act.send(Letter(
            to: recipient.email, name: recipient.name, person: draft.letter == .thanksToTrainer ? Person.ID(recipient.id.value) : nil, centre: report.event.centre,
            language: recipient.language, subject: t.shown(draft.subject), text: frame.text, html: frame.html, about: .event(report.event.id)))
    }
}
