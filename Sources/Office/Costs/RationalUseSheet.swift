import Foundation
import Languages
import Sheets

/// The rational use of a year as a workbook: municipalities and schools, beside the year before; what is hidden on the page is hidden here too.
struct RationalUseSheet {
    let t: Texts

    func sheets(_ book: RationalUseBook) -> [Sheet] {
        let use = book.use, alphabet = t.language.alphabet
        let heads: [Sheet.Column] = [
            Sheet.Column(t(T.costs.teachers), width: 12, .decimal(0)), Sheet.Column(t(T.costs.seats), width: 12, .decimal(0)),
            Sheet.Column(t(T.costs.hoursTogether), width: 12, .decimal(0)), Sheet.Column(t(T.costs.points), width: 12, .decimal(0)),
            Sheet.Column(t(T.costs.moneyTogether), width: 18, .decimal(2)), Sheet.Column(t(T.costs.perTeacher), width: 16, .decimal(2)),
            Sheet.Column(t(T.costs.perHour), width: 16, .decimal(2)), Sheet.Column(t(T.costs.perPoint), width: 16, .decimal(2)),
            Sheet.Column(t(T.costs.kmSaved), width: 14, .decimal(0)), Sheet.Column(t(T.costs.moneyBefore), width: 18, .decimal(2)),
            Sheet.Column(t(T.costs.perTeacherBefore), width: 18, .decimal(2)),
        ]
        var towns: [[Cell]] = [], schools: [[Cell]] = []
        for line in book.sorted(use.municipalities, by: book.municipalities, alphabet) {
            let town = name(line.place, book.municipalities)
            towns.append([.text(town)] + cells(line.now, line.before))
            for school in book.sorted(line.schools, by: book.schools, alphabet) {
                schools.append([.text(town), .text(name(school.place, book.schools))] + cells(school.now, school.before))
            }
            if let others = line.schools.others { schools.append([.text(town), .text(t(T.costs.others(count: line.schools.hidden)))] + cells(others, nil)) }
        }
        if let others = use.municipalities.others { towns.append([.text(t(T.costs.others(count: use.municipalities.hidden)))] + cells(others, nil)) }
        towns.append([.text(t(T.costs.together))] + cells(use.together, use.before))
        return [
            Sheet(t(T.costs.byMunicipality), columns: [Sheet.Column(t(T.costs.municipality), width: 30)] + heads, rows: towns),
            Sheet(
                t(T.costs.bySchool), columns: [Sheet.Column(t(T.costs.municipality), width: 26), Sheet.Column(t(T.costs.school), width: 44)] + heads, rows: schools),
        ]
    }

    private func name(_ place: Int64?, _ names: [Int64: String]) -> String { place.map { t.shown(names[$0] ?? "") } ?? t(T.costs.nowhere) }

    private func cells(_ now: UseSum?, _ before: UseSum?) -> [Cell] {
        func count(_ value: Int?) -> Cell { value.map { .number(Decimal($0)) } ?? .empty }
        func money(_ value: Int?) -> Cell { value.map { .number(Decimal($0) / 100) } ?? .empty }
        return [
            count(now?.people), count(now?.seats), count(now?.hours), count(now?.points), money(now?.money), money(now?.perPerson), money(now?.perHour),
            money(now?.perPoint), count(now?.kilometres), money(before?.money), money(before?.perPerson),
        ]
    }
}
