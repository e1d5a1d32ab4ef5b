import Accounts
import Events
import Foundation
import Kernel
import Languages
import Sheets

/// Who is in which workshop of an event, as its people see it.
struct WorkshopDesk: Sendable {
    let desk: Desk
    let open: [OpenWorkshop]
    let choices: [WorkshopChoice]

    /// Those of one workshop: who has a seat, who waits, who wishes; by name, those who wait in their order.
    func people(of workshop: Workshop) -> [(row: DeskRow, choice: WorkshopChoice)] {
        let rows = Dictionary(uniqueKeysWithValues: desk.rows.enumerated().map { ($1.registration.id, (place: $0, row: $1)) })
        return choices.filter { $0.workshop == workshop }.compactMap { choice in rows[choice.registration].map { (place: $0.place, row: $0.row, choice: choice) } }
            .sorted { Self.order($0.choice, $0.place) < Self.order($1.choice, $1.place) }.map { ($0.row, $0.choice) }
    }

    private static func order(_ choice: WorkshopChoice, _ place: Int) -> (Int, Int) {
        switch choice.standing {
        case .admitted: (0, place)
        case .waiting: (1, choice.place ?? 0)
        case .wished: (2, place)
        }
    }

    /// Who has a seat at the event and chose nothing.
    var unchosen: [DeskRow] {
        let chosen = Set(choices.map(\.registration))
        return desk.rows.filter { $0.registration.state.hasSeat && !chosen.contains($0.registration.id) }
    }

    /// Everybody in every workshop, as a spreadsheet.
    func sheet(_ t: Texts) -> Sheet {
        let heads: [(Phrase, Double)] = [
            (T.registration.workshops, 40), (T.events.when, 30), (T.events.place, 30), (T.accounts.familyName, 20), (T.accounts.givenName, 16),
            (T.registration.school, 40), (T.registration.email, 28), (T.registration.phone, 16), (T.registration.state, 30),
        ]
        let rows = open.map(\.workshop).flatMap { workshop in
            people(of: workshop).map { row, choice -> [Cell] in
                let session = workshop.session
                return [
                    session.title, t.day(session.day, .plain) + ", " + t.times(session.begins, to: session.ends), EventSummary.place(session, of: desk.event),
                    row.name.family, row.name.given, row.school, row.email ?? "", row.phone, t(choice.standing == .waiting ? choice.remark ?? choice.standing.name
                        : choice.standing.name),
                ].map { Cell.text($0) }
            }
        }
        return Sheet(t(T.registration.workshops), columns: heads.map { Sheet.Column(t($0.0), width: $0.1) }, rows: rows)
    }
}
