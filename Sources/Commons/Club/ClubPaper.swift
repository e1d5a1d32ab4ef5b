import Centres
import Documents
import Kernel
import Languages

/// The figures as an office sends them.
struct ClubPaper {
    let t: Texts
    let office: Centre

    func figures(_ figures: ClubFigures) -> Paper {
        let title = t(T.club.figuresTitle), subtitle = t(T.club.figuresOf(year: .text("\(figures.year)")))
        var paper = Paper(language: t.language.rawValue, title: title, subtitle: subtitle, head: subtitle,
            page: t(T.club.paperPage(page: "{page}", pages: "{pages}")))
        paper.centre = Paper.Office(name: office.name(in: t.language), lines: [t.shown(office.street), office.phone, office.email])
        let came = figures.together.visitors
        paper.facts = [
            .init(t(T.club.figureActivities), t.number(figures.together.activities)), .init(t(T.club.pupils), t.number(came.pupils)),
            .init(t(T.club.teachers), t.number(came.teachers)), .init(t(T.club.others), t.number(came.others)),
            .init(t(T.club.schoolsReached), t.number(figures.reached.count)), .init(t(T.club.neverReached), t.number(figures.never.count)),
        ]
        paper.sections = [
            section(T.club.byKind, T.club.kind, ClubFigures.Kind.allCases.map { (t($0.name), figures.kinds[$0] ?? ClubFigures.Sum()) }),
            section(T.club.byMonth, T.club.month, (1...12).map { (t.month($0, figures.year), figures.months[$0] ?? ClubFigures.Sum()) }),
            Paper.Section(title: t(T.club.bySchool), text: figures.reached.isEmpty ? [t(T.club.figuresNone)] : nil,
                table: figures.reached.isEmpty ? nil : .init(columns: [
                .init(t(T.club.school), share: 5), .init(t(T.club.municipality), share: 3), .init(t(T.club.figureActivities), mm: 24, align: .right),
                .init(t(T.club.pupils), mm: 22, align: .right), .init(t(T.club.teachers), mm: 24, align: .right),
            ], rows: figures.reached.map { line in
                [
                    .init(t.shown(line.school.name)), .init(t.shown(line.school.municipality)), .init(t.number(line.sum.activities)),
                    .init(t.number(line.sum.visitors.pupils)), .init(t.number(line.sum.visitors.teachers)),
                ]
            })),
            Paper.Section(title: t(T.club.neverReached), text: figures.never.isEmpty ? [t(T.club.allReached)] : nil,
                table: figures.never.isEmpty ? nil : .init(columns: [
                .init(t(T.club.school), share: 5), .init(t(T.club.municipality), share: 3),
            ], rows: figures.never.map { [.init(t.shown($0.name)), .init(t.shown($0.municipality))] })),
        ]
        paper.signatories = [.init(name: "", role: t(T.club.signs))]
        paper.seal = t(T.club.seal)
        return paper
    }

    private func section(_ title: Phrase, _ head: Phrase, _ lines: [(String, ClubFigures.Sum)]) -> Paper.Section {
        Paper.Section(title: t(title), table: .init(columns: [
            .init(t(head), share: 4), .init(t(T.club.figureActivities), mm: 26, align: .right), .init(t(T.club.pupils), mm: 24, align: .right),
            .init(t(T.club.teachers), mm: 26, align: .right), .init(t(T.club.others), mm: 24, align: .right),
        ], rows: lines.map { name, sum in
            [
                .init(name), .init(t.number(sum.activities)), .init(t.number(sum.visitors.pupils)), .init(t.number(sum.visitors.teachers)),
                .init(t.number(sum.visitors.others)),
            ]
        }))
    }
}
