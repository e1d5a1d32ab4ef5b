import Centres
import Documents
import Kernel
import Languages

/// Books on paper, for the template `register`: the register of a year and the archive book. What was withdrawn stays visible.
struct RegistryBookPaper {
    let t: Texts
    let office: Centre
    let logo: CentreLogo?
    let names: RegistryNames

    private func paper(_ title: String, at now: Instant) -> Paper {
        var paper = Paper(
            language: t.language.rawValue, title: title, head: title, page: t(T.registry.paperPage(page: "{page}", pages: "{pages}")),
            centre: Paper.Office(office, logo, t))
        paper.marks = [.init(t(T.registry.paperStanding), t.instant(now))]
        return paper
    }

    private func day(_ day: Day?) -> String { day.map { t.day($0, .numeric) } ?? "" }

    // MARK: The register of a year

    func book(_ book: RegistryBook, _ entries: [RegistryEntry], at now: Instant) -> Paper {
        var paper = paper(t(T.registry.bookOf(year: .text("\(book.year)"))), at: now)
        paper.facts = [
            .init(t(T.registry.lastNumber), t.number(book.last)), .init(t(T.registry.papers), t.number(entries.count)),
            .init(t(T.registry.openPapers), t.number(entries.count(where: \.isOpen))),
            .init(t(T.registry.withdrawnPapers), t.number(entries.count(where: \.isWithdrawn))),
        ]
        let columns: [Paper.Column] = [
            .init(t(T.registry.label), mm: 27, strong: true), .init(t(T.registry.day), mm: 22), .init(t(T.registry.subject), share: 5),
            .init(t(T.registry.other), share: 4), .init(t(T.registry.theirPaper), mm: 30), .init(t(T.registry.mark), mm: 17),
            .init(t(T.registry.worker), mm: 30), .init(t(T.registry.settled), mm: 26), .init(t(T.registry.remark), share: 3),
        ]
        paper.sections = [.init(
            title: t(T.registry.papers), text: entries.isEmpty ? [t(T.registry.none)] : nil,
            table: entries.isEmpty ? nil : .init(columns: columns, rows: entries.map(row)))]
        if let closed = book.closed {
            paper.notes = [t(T.registry.closedNote(number: .number(book.last), papers: .number(entries.count), day: .day(closed)))]
            paper.signatories = [.init(name: "", role: t(T.registry.signDirector)), .init(name: "", role: t(T.registry.signKeeper))]
            paper.seal = t(T.registry.seal)
        }
        return paper
    }

    private func row(_ entry: RegistryEntry) -> [Paper.Cell] {
        let draft = entry.draft, their = [draft.theirNumber, day(draft.theirDay)].filter { !$0.isEmpty }.joined(separator: ", ")
        let remark = entry.isWithdrawn ? "\(t(T.registry.stateWithdrawn)): \(t.shown(entry.reason))" : [t.shown(entry.outcome), t.shown(draft.place)]
            .filter { !$0.isEmpty }.joined(separator: " · ")
        return [
            .init(entry.label, tone: entry.isWithdrawn ? .pencil : nil), .init(day(draft.day)), .init(t.shown(draft.subject)),
            .init(draft.other.isEmpty ? t(draft.direction.name) : "\(t(draft.direction.name)): \(t.shown(draft.other))"),
            .init(entry.paperNumber.isEmpty ? their : entry.paperNumber), .init(names.mark(draft.mark)?.code ?? ""), .init(names.name(draft.worker)),
            .init(day(entry.settled)), .init(remark),
        ]
    }

    // MARK: The archive book

    func archive(_ lines: [RegistryArchive], at now: Instant) -> Paper {
        var paper = paper(t(T.registry.archiveBook), at: now)
        paper.facts = [.init(t(T.registry.lines), t.number(lines.count)), .init(t(T.registry.disposedLines), t.number(lines.count { $0.disposed != nil }))]
        let columns: [Paper.Column] = [
            .init(t(T.registry.ordinal), mm: 12, align: .right), .init(t(T.registry.enteredOn), mm: 22), .init(t(T.registry.year), mm: 14),
            .init(t(T.registry.mark), mm: 17), .init(t(T.registry.contents), share: 5), .init(t(T.registry.quantity), share: 2),
            .init(t(T.registry.place), share: 2), .init(t(T.registry.keptFor), mm: 24), .init(t(T.registry.article), share: 3),
            .init(t(T.registry.disposal), mm: 34),
        ]
        paper.sections = [.init(
            title: t(T.registry.lines), text: lines.isEmpty ? [t(T.registry.archiveNone)] : nil,
            table: lines.isEmpty ? nil : .init(columns: columns, rows: lines.map { line in
                [
                    .init("\(line.number)."), .init(day(line.entered)), .init("\(line.draft.year)"), .init(names.mark(line.draft.mark)?.code ?? ""),
                    .init(t.shown(line.draft.contents)), .init(t.shown(line.draft.quantity)), .init(t.shown(line.draft.place)),
                    .init(t(RegistryTerm.name(line.years))), .init(t.shown(line.article)),
                    .init(line.disposed.map { "\(day($0)), \(line.approval)" } ?? ""),
                ]
            }))]
        paper.signatories = [.init(name: "", role: t(T.registry.signDirector)), .init(name: "", role: t(T.registry.signKeeper))]
        paper.seal = t(T.registry.seal)
        return paper
    }
}
