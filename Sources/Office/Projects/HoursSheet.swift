import Foundation
import Kernel
import Languages
import Look
import Sheets

/// Hours of a project by person and month, as a workbook to sign.
struct HoursSheet {
    let t: Texts
    let project: Project
    let people: [ProjectPerson]
    let hours: [WorkHours]

    static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    var name: String { "\(t(T.projects.hoursSheet)) \(t.shown(project.details.name))".replacing("/", with: "-") }

    /// Every month from the first to the last that has hours, one column each; a row for each share, and the sums.
    var made: Sheet {
        let months = Set(hours.map(\.month)).sorted { $0.first < $1.first }
        let known = Dictionary(hours.map { (Key(member: $0.member, month: $0.month), $0.hours) }, uniquingKeysWith: { first, _ in first })
        let columns = [Sheet.Column(t(T.projects.person), width: 32), Sheet.Column(t(T.projects.does), width: 28), Sheet.Column(t(T.projects.percent), width: 12)]
            + months.map { Sheet.Column(t.month($0.first.month, $0.first.year), width: 16) } + [Sheet.Column(t(T.projects.together), width: 12)]
        let rows = people.map { person in
            let own = months.map { known[Key(member: person.id, month: $0)] }
            return start(person) + own.map(cell) + [cell(own.reduce(0) { $0 + ($1 ?? 0) })]
        }
        let sums = months.map { month in hours.filter { $0.month == month }.reduce(0) { $0 + $1.hours } }
        let foot: [Sheets.Cell] = [.text(t(T.projects.together)), .empty, .empty] + sums.map { cell($0) } + [cell(sums.reduce(0, +))]
        return Sheet(t(T.projects.hours), columns: columns, rows: rows + [foot])
    }

    private struct Key: Hashable {
        let member: ProjectPerson.ID
        let month: WorkMonth
    }

    private func start(_ person: ProjectPerson) -> [Sheets.Cell] {
        [.text(person.name.isEmpty ? t(T.projects.formerPerson) : person.name), .text(t.shown(person.part)), .number(Decimal(person.share.percent))]
    }

    private func cell(_ number: Int?) -> Sheets.Cell { number.map { .number(Decimal($0)) } ?? .empty }
}
