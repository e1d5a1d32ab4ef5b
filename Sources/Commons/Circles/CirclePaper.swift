import Centres
import Documents
import Kernel
import Languages
import Markdown

/// Minutes and the report of a year, as an office prints them.
struct CirclePaper {
    let t: Texts
    let office: Centre

    private func paper(_ title: String, _ circle: Circle) -> Paper {
        let name = t.shown(circle.details.name)
        var paper = Paper(
            language: t.language.rawValue, title: title, subtitle: name, head: "\(name) · \(title)", page: t(T.circles.paperPage(page: "{page}", pages: "{pages}")))
        paper.centre = Paper.Office(name: office.name(in: t.language), lines: [t.shown(office.street), office.phone, office.email])
        return paper
    }

    // MARK: Minutes

    func minutes(_ folder: MeetingFolder, _ minutes: CircleMinutes) -> Paper {
        let details = folder.meeting.details, roll = folder.roll
        var paper = paper("\(t(T.circles.minutes)), \(t.day(details.day, .plain))", folder.sight.circle)
        let present = minutes.present ?? roll.present, members = minutes.members ?? roll.members, needed = minutes.needed ?? roll.needed
        paper.facts = [
            .init(t(T.circles.when), "\(t.day(details.day)), \(t.times(details.begins, to: details.ends))"),
            .init(t(T.circles.place), details.place.isEmpty ? t(T.circles.online) : t.shown(details.place)),
            .init(t(T.circles.present), t(T.circles.presentOf(present: .number(present), members: .number(members)))),
            .init(t(T.circles.quorum), t(present >= needed ? T.circles.draftQuorum(needed: .number(needed)) : T.circles.draftNoQuorum(needed: .number(needed)))),
        ]
        paper.sections = text(minutes.text) + votes(folder) + conclusions(folder.conclusions) + attendance(roll)
        paper.signatories = [.init(name: minutes.signer, role: t(T.circles.chair))]
        paper.notes = [
            minutes.signed.map { t(T.circles.signedBy(name: .text(minutes.signer), at: .instant($0))) } ?? t(T.circles.unsigned),
        ] + (minutes.version > 1 ? [t(T.circles.version(number: .number(minutes.version)))] : [])
        return paper
    }

    /// The words alone: a paper has no links.
    private static func words(_ inlines: [Markdown.Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text), .code(let text): text
            case .emphasis(let words), .strong(let words): Self.words(words)
            case .link(let address, let words): "\(Self.words(words)) (\(address))"
            case .newLine: " "
            }
        }.joined()
    }

    /// What was written: a section for each heading.
    private func text(_ words: String) -> [Paper.Section] {
        var sections = [Paper.Section(title: t(T.circles.course), text: [])]
        func add(_ line: String) { sections[sections.count - 1].text = (sections[sections.count - 1].text ?? []) + [line] }
        func add(_ block: Markdown.Block) {
            switch block {
            case .heading(_, let words): sections.append(Paper.Section(title: Self.words(words), text: []))
            case .paragraph(let words): add(Self.words(words))
            case .list(let start, let items):
                for (place, item) in items.enumerated() {
                    let mark = start.map { "\($0 + place)." } ?? "–"
                    for case .paragraph(let words) in item { add("\(mark) \(Self.words(words))") }
                }
            case .quote(let blocks): for block in blocks { add(block) }
            case .code(let text): add(text)
            case .rule: break
            case .table(let head, let rows): for row in [head] + rows { add(row.map { Self.words($0) }.joined(separator: " · ")) }
            }
        }
        for block in Markdown(words).blocks { add(block) }
        return sections.enumerated().filter { $0.offset > 0 || !($0.element.text ?? []).isEmpty }.map(\.element)
    }

    private func votes(_ folder: MeetingFolder) -> [Paper.Section] {
        let voted = folder.meeting.points.filter { $0.ballot != nil }
        guard !voted.isEmpty else { return [] }
        let rows: [[Paper.Cell]] = voted.map { point in
            let ballot = point.ballot ?? Ballot(yes: 0, no: 0, abstained: 0)
            return [
                .init(t.shown(point.title)), .init(t.number(ballot.yes)), .init(t.number(ballot.no)), .init(t.number(ballot.abstained)),
                .init(t(ballot.result(hasQuorum: folder.hasQuorum).name)),
            ]
        }
        let columns: [Paper.Column] = [
            .init(t(T.circles.point), share: 4), .init(t(T.circles.votesFor), mm: 16, align: .right), .init(t(T.circles.votesAgainst), mm: 18, align: .right),
            .init(t(T.circles.votesAbstained), mm: 24, align: .right), .init(t(T.common.state), share: 2),
        ]
        return [Paper.Section(title: t(T.circles.votes), table: Paper.Table(columns: columns, rows: rows))]
    }

    private func conclusions(_ conclusions: [CircleConclusion]) -> [Paper.Section] {
        guard !conclusions.isEmpty else { return [] }
        let rows: [[Paper.Cell]] = conclusions.map { one in
            [
                .init(t.shown(one.details.text)), .init(one.ownerName ?? "–"), .init(t.day(one.details.due, .numeric)),
                .init(one.isAdvice ? t(T.circles.adviceOnly) : t(one.state.name)),
            ]
        }
        let columns: [Paper.Column] = [
            .init(t(T.circles.conclusion), share: 5), .init(t(T.circles.owner), share: 2), .init(t(T.circles.due), mm: 26), .init(t(T.common.state), mm: 30),
        ]
        return [Paper.Section(title: t(T.circles.conclusions), table: Paper.Table(columns: columns, rows: rows))]
    }

    private func attendance(_ roll: MeetingRoll) -> [Paper.Section] {
        let present = roll.guests.filter(\.isPresent)
        guard !present.isEmpty else { return [] }
        let columns: [Paper.Column] = [.init(t(T.circles.personName), share: 3), .init(t(T.circles.school), share: 4)]
        let rows: [[Paper.Cell]] = present.map { [.init($0.name), .init(t.shown($0.schoolName))] }
        return [Paper.Section(title: t(T.circles.attendance), table: Paper.Table(columns: columns, rows: rows))]
    }

    // MARK: The year

    func report(_ report: CircleReport, _ below: [CircleReport]) -> Paper {
        var paper = paper(t(T.circles.reportOf(year: .schoolYear(report.year))), report.circle)
        paper.facts = [
            .init(t(T.circles.chair), report.chair.isEmpty ? "–" : report.chair), .init(t(T.circles.members), t.number(report.members)),
            .init(t(T.circles.joinedLeft), t(T.circles.doneOf(done: .number(report.joined), all: .number(report.left)))),
            .init(t(T.circles.conclusionsDone), t(T.circles.doneOf(done: .number(report.sum[.done]), all: .number(report.sum.all)))),
            .init(t(T.circles.visitsSigned), t(T.circles.doneOf(done: .number(report.visitsSigned), all: .number(report.visits)))),
        ]
        paper.sections = [meetings(report), schools(report)] + conclusions(report.conclusions) + plan(report) + circles(below)
        paper.signatories = [.init(name: report.chair, role: t(T.circles.chair))]
        return paper
    }

    private func meetings(_ report: CircleReport) -> Paper.Section {
        let columns: [Paper.Column] = [
            .init(t(T.circles.day), mm: 30), .init(t(T.circles.agenda), share: 5), .init(t(T.circles.present), mm: 24, align: .right),
            .init(t(T.circles.quorum), mm: 22), .init(t(T.circles.votes), mm: 22, align: .right),
        ]
        let rows: [[Paper.Cell]] = report.meetings.map { line in
            [
                .init(t.day(line.meeting.details.day, .numeric)), .init(line.meeting.points.map { t.shown($0.title) }.joined(separator: "; ")),
                .init(t(T.circles.doneOf(done: .number(line.present), all: .number(line.members)))), .init(t(line.hasQuorum ? T.common.yes : T.common.no)),
                .init(t.number(line.votes)),
            ]
        }
        return Paper.Section(title: t(T.circles.meetings), text: rows.isEmpty ? [t(T.circles.noMeetings)] : nil,
            table: rows.isEmpty ? nil : .init(columns: columns, rows: rows))
    }

    private func schools(_ report: CircleReport) -> Paper.Section {
        let columns: [Paper.Column] = [
            .init(t(T.circles.school), share: 5), .init(t(T.circles.members), mm: 28, align: .right), .init(t(T.circles.attendances), mm: 34, align: .right),
        ]
        let rows: [[Paper.Cell]] = report.schools.map { line in
            [.init(line.name.isEmpty ? t(T.circles.noSchool) : t.shown(line.name)), .init(t.number(line.members)), .init(t.number(line.attended))]
        }
        return Paper.Section(title: t(T.circles.bySchool), table: rows.isEmpty ? nil : .init(columns: columns, rows: rows))
    }

    private func plan(_ report: CircleReport) -> [Paper.Section] {
        guard !report.plan.isEmpty else { return [] }
        let columns: [Paper.Column] = [
            .init(t(T.circles.what), share: 5), .init(t(T.circles.term), share: 2), .init(t(T.circles.indicator), share: 3), .init(t(T.common.state), mm: 24),
        ]
        let rows: [[Paper.Cell]] = report.plan.map { line in
            [
                .init(t.shown(line.details.text)), .init(t.shown(line.details.term)), .init(t.shown(line.details.indicator)),
                .init(t(line.done == nil ? T.circles.stateOpen : T.circles.stateDone)),
            ]
        }
        return [Paper.Section(title: t(T.circles.plan), table: .init(columns: columns, rows: rows))]
    }

    private func circles(_ below: [CircleReport]) -> [Paper.Section] {
        guard !below.isEmpty else { return [] }
        let columns: [Paper.Column] = [
            .init(t(T.circles.name), share: 4), .init(t(T.circles.chair), share: 3), .init(t(T.circles.meetings), mm: 24, align: .right),
            .init(t(T.circles.conclusionsDone), mm: 34, align: .right),
        ]
        let rows: [[Paper.Cell]] = below.map { report in
            [
                .init(t.shown(report.circle.details.name)), .init(report.chair), .init(t.number(report.meetings.count)),
                .init(t(T.circles.doneOf(done: .number(report.sum[.done]), all: .number(report.sum.all)))),
            ]
        }
        return [Paper.Section(title: t(T.circles.circlesBelow), table: .init(columns: columns, rows: rows))]
    }
}
