import Centres
import Documents
import Kernel
import Languages
import Library
import Loans

/// Papers of the resource centre, as an office prints them: the hand-over of a kit, the inventory book, what was written off, the report of a counting.
struct KitPaper {
    let t: Texts
    let office: Centre

    private func paper(_ title: String, subtitle: String? = nil) -> Paper {
        var paper = Paper(
            language: t.language.rawValue, title: title, subtitle: subtitle, head: subtitle.map { "\(title) · \($0)" } ?? title,
            page: t(T.kits.paperPage(page: "{page}", pages: "{pages}")))
        paper.centre = Paper.Office(name: office.name(in: t.language), lines: [t.shown(office.street), office.phone, office.email])
        return paper
    }

    // MARK: Hand-over

    /// - Parameter checks: what was counted; before that the list of parts is there to be filled in by hand.
    func handOver(_ booking: KitBooking, _ kit: LibraryTitle, _ copy: Copy, _ parts: [KitCheck.Line], _ checks: [KitCheck.Kind: KitCheck], borrower: Borrower?) -> Paper {
        var paper = paper(t(T.kits.protocol), subtitle: t.shown(kit.name))
        let out = checks[.out], back = checks[.back], receiver = booking.stays.first?.personName ?? ""
        paper.facts = [
            .init(t(T.kits.number), "\(copy.number)"), .init(t(T.kits.label), CodeLabel.grouped(copy.label)),
            .init(t(T.kits.days), t.days(booking.route.leaves...max(booking.route.leaves, booking.due))),
            .init(t(T.kits.borrower), borrower.map { t.shown($0.name) } ?? "–"), .init(t(T.kits.receiver), receiver.isEmpty ? borrower?.keeper ?? "–" : receiver),
            .init(t(T.kits.condition), copy.draft.condition.isEmpty ? "–" : t.shown(copy.draft.condition)),
        ]
        let stays: [[Paper.Cell]] = booking.stays.map { [.init("\($0.number)"), .init(t.shown($0.place)), .init(t.days($0.days)), .init($0.personName), ""] }
        let route = Paper.Section(title: t(T.kits.route), table: .init(columns: [
            .init("№", mm: 9), .init(t(T.kits.place), share: 4), .init(t(T.kits.days), share: 3), .init(t(T.kits.receiver), share: 3), .init(t(T.kits.signature), mm: 34),
        ], rows: stays, boxes: true, height: 9))
        func count(_ check: KitCheck?, _ name: String) -> String { check?.lines.first { $0.name == name }.map { "\($0.found)" } ?? "" }
        let rows: [[Paper.Cell]] = parts.map { part in
            [.init(t.shown(part.name)), .init("\(part.expected)"), .init(count(out, part.name)), .init(count(back, part.name)), ""]
        }
        let list = Paper.Section(title: t(T.kits.parts), text: rows.isEmpty ? [t(T.kits.noParts)] : nil, table: rows.isEmpty ? nil : .init(columns: [
            .init(t(T.kits.part), share: 5), .init(t(T.kits.expected), mm: 22, align: .right), .init(t(T.kits.handedOut), mm: 24, align: .right),
            .init(t(T.kits.takenBack), mm: 24, align: .right), .init(t(T.kits.remark), share: 3),
        ], rows: rows, boxes: true, height: 8))
        paper.sections = [route, list]
        paper.sections[1].signatories = [.init(name: "", role: t(T.kits.givesOut)), .init(name: receiver, role: t(T.kits.takesOver))]
        paper.signatories = [.init(name: receiver, role: t(T.kits.givesBack)), .init(name: "", role: t(T.kits.takesBack))]
        paper.notes = [out?.note, back?.note].compactMap(\.self).filter { !$0.isEmpty } + [t(T.kits.protocolNote)]
        return paper
    }

    // MARK: The inventory

    /// - Parameter titles: of the copies.
    func book(of year: Int, _ copies: [Copy], _ titles: [LibraryTitle.ID: LibraryTitle]) -> Paper {
        var paper = paper(t(T.kits.inventoryBook), subtitle: t(T.kits.ofYear(year: .text("\(year)."))))
        let sum = copies.compactMap(\.draft.price).reduce(0, +)
        paper.facts = [.init(t(T.kits.copies), t.number(copies.count)), .init(t(T.kits.worth), money(sum))] + CopyOrigin.allCases.compactMap { origin in
            let count = copies.count { $0.draft.origin == origin }
            return count > 0 ? .init(t(origin.paperName), t.number(count)) : nil
        }
        let rows: [[Paper.Cell]] = copies.map { copy in
            let title = titles[copy.title]
            return [
                .init("\(copy.number)"), .init(day(copy.draft.acquired)), .init(title.map(self.title) ?? ""), .init(title.map(imprint) ?? ""),
                .init([t(copy.draft.origin.paperName), t.shown(copy.draft.source)].filter { !$0.isEmpty }.joined(separator: ", ")),
                .init(copy.draft.price.map(money) ?? "–"), .init(t.shown(copy.draft.shelf)),
                .init(copy.writtenOff.map { "\(t.day($0.day, .numeric)), \($0.decision)" } ?? t.shown(copy.draft.note)),
            ]
        }
        paper.sections = [Paper.Section(title: t(T.kits.entries), text: rows.isEmpty ? [t(T.kits.noEntries)] : nil, table: rows.isEmpty ? nil : .init(columns: [
            .init(t(T.kits.number), mm: 16, align: .right), .init(t(T.kits.day), mm: 22), .init(t(T.kits.authorTitle), share: 6), .init(t(T.kits.imprint), share: 4),
            .init(t(T.kits.origin), share: 3), .init(t(T.kits.price), mm: 26, align: .right), .init(t(T.kits.shelf), mm: 22), .init(t(T.kits.remark), share: 3),
        ], rows: rows))]
        return paper
    }

    func writeOffs(of year: Int, _ copies: [Copy], _ titles: [LibraryTitle.ID: LibraryTitle]) -> Paper {
        var paper = paper(t(T.kits.writeOffs), subtitle: t(T.kits.ofYear(year: .text("\(year)."))))
        paper.facts = [.init(t(T.kits.copies), t.number(copies.count)), .init(t(T.kits.worth), money(copies.compactMap(\.draft.price).reduce(0, +)))]
        let decisions = copies.reduce(into: [String]()) { if let own = $1.writtenOff?.decision, !$0.contains(own) { $0.append(own) } }
        paper.sections = decisions.map { decision in
            let own = copies.filter { $0.writtenOff?.decision == decision }
            return Paper.Section(title: t(T.kits.decision(number: .text(decision))), table: .init(columns: [
                .init(t(T.kits.number), mm: 18, align: .right), .init(t(T.kits.authorTitle), share: 6), .init(t(T.kits.day), mm: 26),
                .init(t(T.kits.price), mm: 30, align: .right),
                .init(t(T.kits.condition), share: 3),
            ], rows: own.map { copy in
                [
                    .init("\(copy.number)"), .init(titles[copy.title].map(title) ?? ""), .init(copy.writtenOff.map { t.day($0.day, .numeric) } ?? ""),
                    .init(copy.draft.price.map(money) ?? "–"), .init(t.shown(copy.draft.condition)),
                ]
            }))
        }
        if copies.isEmpty { paper.sections = [Paper.Section(title: t(T.kits.entries), text: [t(T.kits.noEntries)])] }
        paper.signatories = [1, 2, 3].map { .init(name: "", role: t($0 == 1 ? T.kits.commissionHead : T.kits.commissionMember)) }
        paper.seal = t(T.kits.seal)
        return paper
    }

    // MARK: Counting

    func stock(_ sheet: StockSheet) -> Paper {
        let take = sheet.take
        var paper = paper(t(T.kits.stockReport), subtitle: take.shelf.isEmpty ? t(T.kits.allShelves) : t.shown(take.shelf))
        paper.facts = [
            .init(t(T.kits.begun), t.instant(take.begun)), .init(t(T.kits.closed), take.closed.map { t.instant($0) } ?? t(T.kits.stillOpen)),
            .init(t(T.kits.stockExpected), t.number(sheet.expected)), .init(t(T.kits.stockFound), t.number(sheet.found)),
        ] + [.missing, .misplaced, .surprising, .away].map { .init(t(($0 as StockTake.Result.Verdict).name), t.number(sheet.lines($0).count)) }
        paper.sections = ([.missing, .misplaced, .surprising, .away] as [StockTake.Result.Verdict]).compactMap { verdict in
            let lines = sheet.lines(verdict)
            guard !lines.isEmpty else { return nil }
            return Paper.Section(title: t(verdict.name), table: .init(columns: [
                .init(t(T.kits.number), mm: 20, align: .right), .init(t(T.kits.titleName), share: 6), .init(t(T.kits.shelf), share: 2),
                .init(t(T.kits.price), mm: 30, align: .right),
            ], rows: lines.map { line in
                [.init("\(line.copy.number)"), .init(t.shown(line.title)), .init(t.shown(line.copy.draft.shelf)), .init(line.copy.draft.price.map(money) ?? "–")]
            }))
        }
        if !sheet.unknown.isEmpty { paper.sections.append(Paper.Section(title: t(T.kits.stockUnknown), text: [sheet.unknown.joined(separator: ", ")])) }
        if paper.sections.isEmpty { paper.sections = [Paper.Section(title: t(T.kits.entries), text: [t(T.kits.stockAllThere)])] }
        paper.signatories = [1, 2, 3].map { .init(name: "", role: t($0 == 1 ? T.kits.commissionHead : T.kits.commissionMember)) }
        return paper
    }

    // MARK: Labels, cards, slips

    func labels(_ copies: [Copy], _ titles: [LibraryTitle.ID: LibraryTitle], _ form: LabelForm) -> LabelPaper {
        LabelPaper(
            language: t.language.rawValue, title: t(T.kits.labels), cards: false, skip: form.skip, sheet: form.sheet, labels: copies.compactMap { copy in
                let title = titles[copy.title]
                return CodeLabel(
                    copy.label, office: office.name(in: t.language), title: title.map { t.shown($0.name) } ?? "",
                    byline: title?.draft.authors.first.map { t.shown($0) } ?? "",
                    mark: [title?.draft.udc ?? "", t.shown(copy.draft.shelf)].filter { !$0.isEmpty }.joined(separator: " · "), hasBars: form.hasBars)
            })
    }

    func cards(_ borrowers: [Borrower]) -> LabelPaper {
        LabelPaper(
            language: t.language.rawValue, title: t(T.kits.cards), cards: true, skip: 0, sheet: .cards, labels: borrowers.compactMap { one in
                CodeLabel(
                    one.card, office: office.name(in: t.language), title: one.kind == .institution ? t.shown(one.name) : one.name,
                    byline: [one.keeper, t.shown(one.schoolName), one.schoolClass].filter { !$0.isEmpty }.joined(separator: ", "), mark: t(one.kind.name))
            })
    }

    func slip(_ borrower: Borrower, _ loans: [(loan: Loan, copy: Copy, title: LibraryTitle)]) -> SlipPaper {
        SlipPaper(
            language: t.language.rawValue, title: t(T.kits.slip),
            centre: Paper.Office(name: office.name(in: t.language), lines: [t.shown(office.street), office.phone]),
            page: t(T.kits.paperPage(page: "{page}", pages: "{pages}")),
            facts: [.init(t(T.kits.borrower), borrower.kind == .institution ? t.shown(borrower.name) : borrower.name),
                .init(t(T.kits.card), CodeLabel.grouped(borrower.card))],
            note: t(T.kits.slipNote), columns: [t(T.kits.titleName), t(T.kits.bringBack)], lines: loans.map { loan, copy, title in
                SlipPaper.Line(
                    title: t.shown(title.name), byline: title.draft.authors.first.map { t.shown($0) } ?? "", number: "\(copy.number)",
                    due: t.day(loan.due, .numeric))
            })
    }

    // MARK: Words

    private func title(_ title: LibraryTitle) -> String {
        (title.draft.authors.prefix(2).map { t.shown($0) } + [t.shown(title.draft.fullName)]).joined(separator: ": ")
    }

    private func imprint(_ title: LibraryTitle) -> String {
        [t.shown(title.draft.publisher), title.draft.year.map { "\($0)" } ?? "", title.draft.isbn].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private func money(_ minor: Int) -> String { t.money(Money(minor: minor, office.currency) ?? .nothing(office.currency)) }
    private func day(_ iso: String) -> String { Day(iso: iso).map { t.day($0, .numeric) } ?? "" }
}

extension CopyOrigin {
    var paperName: Phrase {
        switch self {
        case .bought: T.kits.originBought
        case .given: T.kits.originGiven
        case .exchanged: T.kits.originExchanged
        case .made: T.kits.originMade
        }
    }
}
