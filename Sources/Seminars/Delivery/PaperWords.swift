import Accounts
import Catalogue
import Centres
import Documents
import Events
import Kernel
import Languages
import Registration

/// An event's papers in finished words.
struct PaperWords {
    let report: EventReport
    let logo: CentreLogo?
    let t: Texts
    /// Who prints it and signs for the centre.
    let responsible: String

    private var roll: Roll { report.roll }
    private var event: Event { report.event }
    var pictures: [String: [UInt8]] { logo?.pictures ?? [:] }
    var title: String { event.title(in: t.language).text }

    private func paper(_ name: Phrase) -> Paper {
        Paper(
            language: t.language.rawValue, title: t(name), subtitle: title, head: "\(t(name)) · \(title)",
            page: t(T.delivery.sheetPage(page: "{page}", pages: "{pages}")), centre: .init(roll.centre, logo, t))
    }

    /// The list to be signed: a page for each day with a box for each session, a page for each workshop with those who chose it, and on each line the code
    /// by which it is typed back.
    /// - Parameter lines: those of the roll that stand on it.
    func sheet(_ lines: Range<Int>) -> Paper {
        var paper = paper(T.registration.sheetTitle)
        if let programme = report.programme {
            paper.marks = [
                (T.delivery.reportNumber, programme.number), (T.delivery.reportCompetence, programme.competence?.code ?? ""),
                (T.delivery.reportPriority, programme.priority?.code ?? ""),
            ].filter { !$0.1.isEmpty }.map { Paper.Fact(t($0.0), t.shown($0.1)) }
        }
        if event.plan.points > 0 { paper.marks.append(Paper.Fact(t(T.events.points), t.number(event.plan.points))) }
        let workshops = Set(event.workshops.map(\.id)), common = roll.sessions.filter { !workshops.contains($0.id) }
        let days = common.map(\.day).reduce(into: [Day]()) { if !$0.contains($1) { $0.append($1) } }
        let pages = days.map { day in (title: t.day(day, .long), sessions: common.filter { $0.day == day }) }
            + roll.sessions.filter { workshops.contains($0.id) }.map { (title: "\(t.day($0.day, .long)) · \(t.shown($0.title))", sessions: [$0]) }
        paper.sections = pages.map { title, sessions in
            let columns = [
                Paper.Column(t(T.registration.number), mm: 12, align: .right), Paper.Column(t(T.registration.familyAndGiven), share: 3, strong: true),
                Paper.Column(t(T.registration.school), share: 4),
            ] + sessions.map { Paper.Column(t.times($0.begins, to: $0.ends), mm: min(60, max(24, 120 / sessions.count)), align: .center) }
                + [Paper.Column(t(T.delivery.sheetCode), mm: 15, align: .center)]
            let people = zip(lines, roll.rows[lines]).filter { _, row in sessions.contains { roll.expects(row.registration, in: $0.id) } }
            let rows = people.map { index, row -> [Paper.Cell] in
                let school = t.shown([row.school, row.place].filter { !$0.isEmpty }.joined(separator: ", "))
                return ["\(index + 1)", .init(row.name.listed, language: language(of: row.name.full)), .init(school)] + sessions.map { _ in "" } + ["\(row.code)"]
            }
            let places = zip(roll.sessions, event.plan.sessions).filter { sessions.contains($0.0) }.map { EventSummary.place($0.1, of: event) }.filter { !$0.isEmpty }
            return Paper.Section(
                title: title, break: true,
                facts: [
                    Paper.Fact(t(T.events.place), t.shown(places.first ?? "")),
                    Paper.Fact(t(event.form.lead.name), event.plan.trainers.map(\.name).joined(separator: ", ")),
                ].filter { !$0.value.isEmpty },
                table: Paper.Table(columns: columns, rows: rows, boxes: true, height: 9, empty: 3), signatories: signatories)
        }
        return paper
    }

    var account: Paper {
        let words = ReportWords(report: report, t: t)
        var paper = paper(T.delivery.report)
        paper.marks = [Paper.Fact(t(T.delivery.day), event.days.map { t.days($0) } ?? "")]
        paper.facts = words.facts.dropFirst().map { Paper.Fact($0.label, $0.value) }
        paper.sections = [Paper.Section(title: t(T.delivery.numbers), facts: words.numbers.map { Paper.Fact($0.label, $0.value) })]
        if let text = report.text {
            paper.sections.append(Paper.Section(title: t(T.delivery.course), text: paragraphs(text.course)))
            if !text.remark.isEmpty { paper.sections.append(Paper.Section(title: t(T.delivery.remark), text: paragraphs(text.remark))) }
        }
        if !report.conclusions.isEmpty {
            paper.sections.append(Paper.Section(title: t(T.delivery.conclusions), text: report.conclusions.map { t.shown(words.line($0)) }))
        }
        if !report.groups.isEmpty {
            paper.sections.append(Paper.Section(title: t(T.delivery.groups), table: Paper.Table(
                columns: words.groupHeads.enumerated().map { index, head in
                    Paper.Column(head, mm: index > 2 ? 20 : nil, share: index > 2 ? nil : index == 0 ? 3 : 2, align: index > 2 ? .right : nil)
                },
                rows: words.groupLines.map { $0.map { .init($0) } })))
        }
        for (name, head, shares) in [
            (T.delivery.bySchool, T.registration.school, report.schools), (T.delivery.byMunicipality, T.delivery.municipality, report.municipalities),
            (T.delivery.byOccupation, T.delivery.occupation, report.occupations),
        ] where !shares.isEmpty && report.groups.isEmpty {
            paper.sections.append(Paper.Section(title: t(name), table: Paper.Table(
                columns: [
                    Paper.Column(t(head), share: 3), Paper.Column(t(T.delivery.complete), mm: 24, align: .right), Paper.Column(t(T.delivery.wereAdmitted), mm: 56),
                ],
                rows: shares.map { [.init(words.name($0)), "\($0.complete)", .init("\($0.admitted)", bar: Double($0.admitted) / Double(max(1, report.admitted)))] })))
        }
        if !roll.rows.isEmpty, report.groups.isEmpty { paper.sections.append(Paper.Section(title: t(T.delivery.people), table: Paper.Table(
            columns: words.heads.enumerated().map { index, head in
                Paper.Column(
                    head, mm: [12, nil, nil, nil, 20, 18, 16][index], share: [nil, 3, 4, 3, nil, nil, nil][index],
                    align: index == 0 || index > 3 ? .right : nil, strong: index == 1 ? true : nil)
            },
            rows: roll.rows.enumerated().map { index, row in
                words.person(index, row).enumerated().map { .init($1, language: $0 == 1 ? language(of: row.name.full) : nil) }
            }))) }
        paper.signatories = signatories
        paper.seal = t(T.delivery.sheetSeal)
        return paper
    }

    private var signatories: [Paper.Signatory] {
        event.plan.trainers.prefix(2).map { Paper.Signatory(name: $0.name, role: t(T.delivery.sheetTrainers)) }
            + [Paper.Signatory(name: responsible, role: t(T.delivery.sheetResponsible))]
    }

    private func paragraphs(_ text: String) -> [String] { text.split(separator: "\n\n").map { t.shown(String($0)) } }

    /// The language that a name is set in, when its script is not the paper's.
    private func language(of name: String) -> String? {
        switch Script.of(name) {
        case .cyrillic: t.language == .sr ? nil : Language.sr.rawValue
        case .latin: t.language == .sr ? Language.srLatn.rawValue : nil
        case .mixed, .none: nil
        }
    }
}
