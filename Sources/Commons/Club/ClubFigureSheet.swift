import Languages
import Sheets

/// The figures as a workbook: by kind, by month, by school, and schools that were never reached.
struct ClubFigureSheet {
    let t: Texts

    func sheets(_ figures: ClubFigures) -> [Sheet] {
        func counts(_ sum: ClubFigures.Sum) -> [Cell] {
            [.number(.init(sum.activities)), .number(.init(sum.visitors.pupils)), .number(.init(sum.visitors.teachers)), .number(.init(sum.visitors.others))]
        }
        let heads: [Sheet.Column] = [T.club.figureActivities, T.club.pupils, T.club.teachers, T.club.others].map { Sheet.Column(t($0), width: 14, .decimal(0)) }
        let together: [[Cell]] = [[.text(t(T.club.together))] + counts(figures.together)]
        return [
            Sheet(t(T.club.byKind), columns: [Sheet.Column(t(T.club.kind), width: 30)] + heads, rows: ClubFigures.Kind.allCases.map { kind in
                [.text(t(kind.name))] + counts(figures.kinds[kind] ?? ClubFigures.Sum())
            } + together),
            Sheet(t(T.club.byMonth), columns: [Sheet.Column(t(T.club.month), width: 20)] + heads, rows: (1...12).map { month in
                [.text(t.month(month, figures.year))] + counts(figures.months[month] ?? ClubFigures.Sum())
            } + together),
            Sheet(
                t(T.club.bySchool), columns: [Sheet.Column(t(T.club.school), width: 44), Sheet.Column(t(T.club.municipality), width: 24)] + heads.prefix(3),
                rows: figures.reached.map { line in [.text(t.shown(line.school.name)), .text(t.shown(line.school.municipality))] + counts(line.sum).prefix(3) }
                    + (figures.elsewhere.activities > 0 ? [[.text(t(T.club.noSchoolNamed)), .empty] + counts(figures.elsewhere).prefix(3)] : [])),
            Sheet(
                t(T.club.neverReached), columns: [Sheet.Column(t(T.club.school), width: 44), Sheet.Column(t(T.club.municipality), width: 24)],
                rows: figures.never.map { [.text(t.shown($0.name)), .text(t.shown($0.municipality))] }),
        ]
    }
}
