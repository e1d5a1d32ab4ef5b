import Accounts
import Catalogue
import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// The list to be signed.
struct DeskSheetViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// A column for each session; sorted by the alphabet in use.
    func sheet(_ desk: Desk) -> Screen {
        let title = desk.event.title(in: reader.language).text
        let facts = EventSummary.facts(desk.event, desk.centre, t).map { "\($0.label): \($0.value)" }
        let people = [
            Column<(offset: Int, element: DeskRow)>(t(T.registration.number), .number) { row in "\(row.offset + 1)." },
            Column(t(T.registration.familyAndGiven), .name) { row in row.element.name.listed },
            Column(t(T.registration.school)) { row in
                t.shown([row.element.school, row.element.place].filter { !$0.isEmpty }.joined(separator: ", "))
            },
        ]
        let sessions = desk.event.plan.sessions.map { session in
            Column<(offset: Int, element: DeskRow)>("\(t.day(session.day, .short)) \(t.times(session.begins, to: session.ends))") { _ in "" }
        }
        return Screen(t(T.registration.sheetTitle), .sheet) {
            PrintHeader(office: reader.site, title: t(T.registration.sheetTitle), lines: [title] + facts)
            Heading(t(T.registration.sheetTitle), lead: title)
            PrintButton(t(T.registration.print))
            DataTable(
                t(T.registration.sheetTitle), rows: Array(desk.admitted.enumerated()), columns: people + sessions, onPhone: .scroll, isCaptionHidden: true)
            if !desk.event.plan.trainers.isEmpty {
                HTML::p { t(T.registration.trainers); ": "; desk.event.plan.trainers.map(\.name).joined(separator: ", ") }
            }
        }
    }
}
