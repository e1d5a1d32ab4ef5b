import Forms
import HTML
import Kernel
import Languages
import Library
import Look

/// Counting shelves, page by page: one field that a scanner fills, what it was told, what still lacks.
struct StockViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.kits.stock), href: reader.link("/staff/stock"))] }

    func list(_ takes: [StockTake], _ shelves: [(name: String, copies: Int)], _ form: FilledForm) -> Screen {
        Screen(t(T.kits.stock)) {
            FormFaults(form)
            Heading(t(T.kits.stock), lead: t(T.kits.stockLead))
            Form(action: reader.link("/staff/stock"), hidden: reader.hidden, isInline: true, label: t(T.kits.beginStock)) {
                form.field(T.kits.shelf, "shelf").select([Field.Choice("", t(T.kits.allShelves))] + shelves.filter { !$0.name.isEmpty }.map {
                    Field.Choice($0.name, t.run("\($0.name) (\($0.copies))"))
                })
                Submit(t(T.kits.beginStock))
            }
            if takes.isEmpty { EmptyState(t(T.kits.stockNone), t(T.kits.stockNoneText)) { Empty() } } else { table(takes) }
            HTML::p { a(.href(reader.link("/staff/prints"))) { t(T.kits.prints) } }
        }
    }

    private func table(_ takes: [StockTake]) -> some HTML {
        DataTable(t(T.kits.stock), rows: takes, columns: [
            Column(t(T.kits.shelf), .name) { take in a(.href(reader.link(take.path))) { name(take) } },
            Column(t(T.kits.begun)) { take in t.instant(take.begun) },
            Column(t(T.kits.stockFound), .number) { take in
                take.found.map { t(T.kits.foundOf(found: .number($0), expected: .number(take.expected ?? 0))) } ?? "–"
            },
            Column(t(T.common.state)) { take in take.closed == nil ? Chip(.waiting, t(T.kits.stillOpen)) : Chip(.good, t(T.kits.closed)) },
        ])
    }

    private func name(_ take: StockTake) -> Run { take.shelf.isEmpty ? Run(t(T.kits.allShelves)) : t.run(take.shelf) }

    // MARK: One

    func sheet(_ sheet: StockSheet, _ form: FilledForm) -> Screen {
        let take = sheet.take
        return Screen("\(t(T.kits.stock)): \(name(take).text)", trail: trail) {
            FormFaults(form)
            Heading(name(take), kind: Run(t(T.kits.stock)))
            Figures([
                .init(t.number(sheet.found), t(T.kits.stockFound), .good),
                .init(t.number(sheet.lines(.missing).count), t(T.kits.stockMissing), sheet.isComplete ? .good : .waiting),
                .init(t.number(sheet.lines(.misplaced).count), t(T.kits.stockMisplaced)), .init(t.number(sheet.lines(.surprising).count), t(T.kits.stockSurprising)),
                .init(t.number(sheet.unknown.count), t(T.kits.stockUnknown)), .init(t.number(sheet.lines(.away).count), t(T.kits.stockAway)),
            ])
            if take.closed == nil { scanning(sheet, form) }
            lists(sheet)
            Buttons { LinkButton(t(T.kits.printReport), href: reader.link("\(take.path)/report.pdf"), .quiet, icon: .print) }
            if take.closed == nil { closing(take) }
        }
    }

    @HTMLBuilder private func scanning(_ sheet: StockSheet, _ form: FilledForm) -> some HTML {
        let take = sheet.take
        if let sign = Tone(rawValue: reader.query["sign"]), sign != .neutral, sign != .info, let last = sheet.last.first {
            // Seen and heard: whoever scans looks at the shelf.
            div(.class("desk-sign"), .data("beep", sign.rawValue)) {
                Notice(sign) { HTML::p { last.title.isEmpty ? Run(last.scan.label) : t.run(last.title) } }
            }
        }
        Form(action: reader.link("\(take.path)/scan"), hidden: reader.hidden, isInline: true, label: t(T.kits.scan)) {
            Field(
                t(T.kits.scan), name: "label", hint: t(T.kits.scanHint), error: form.fault("label"), width: .medium, autocomplete: "off", most: TextLimit.label.rawValue,
                .autofocus(), .data("scan", "")).text()
            Submit(t(T.kits.take))
        }
        if !sheet.last.isEmpty {
            h2 { t(T.kits.lastScans) }
            ForEach(sheet.last) { scan, title, verdict in
                PersonLine(title.isEmpty ? Run(scan.label) : t.run(title), detail: [Run(CodeLabel.grouped(scan.label))], state: chip(verdict))
            }
            HTML::form(.action(reader.link("\(take.path)/undo")), .method(.post), .class("single"), .data("undo", "")) {
                HiddenFields(reader.hidden)
                Submit(t(T.kits.undoScan), .quiet)
            }
        }
        Disclosure(t(T.kits.manyLabels), isOpen: form.problem != nil && form["label"].contains("\n")) {
            Form(action: reader.link("\(take.path)/scan"), hidden: reader.hidden, label: t(T.kits.manyLabels)) {
                Field(t(T.kits.labelsOnLines), name: "label", row: "many", value: form["label"], hint: t(T.kits.labelsOnLinesHint)).area(rows: 6)
                Buttons { Submit(t(T.kits.takeAll)) }
            }
        }
    }

    private func chip(_ verdict: StockTake.Result.Verdict?) -> Chip {
        guard let verdict else { return Chip(.bad, t(T.kits.stockUnknown)) }
        return Chip(verdict == .found ? .good : .waiting, t(verdict.name))
    }

    /// So many lines of each kind are shown; the report has all.
    private static let most = 200

    private func lists(_ sheet: StockSheet) -> some HTML {
        Group {
            ForEach([StockTake.Result.Verdict.missing, .misplaced, .surprising, .away]) { verdict in
                let lines = sheet.lines(verdict)
                if !lines.isEmpty {
                    Disclosure("\(t(verdict.name)): \(t.number(lines.count))", isOpen: verdict == .misplaced || verdict == .surprising) {
                        DataTable(t(verdict.name), rows: Array(lines.prefix(Self.most)), columns: [
                            Column(t(T.kits.titleName), .name) { line in a(.href(reader.link(line.copy.deskPath))) { t.run(line.title) } },
                            Column(t(T.kits.number), .number) { line in "\(line.copy.number)" },
                            Column(t(T.kits.shelf)) { line in line.copy.draft.shelf.isEmpty ? Run("–") : t.run(line.copy.draft.shelf) },
                        ], isCaptionHidden: true)
                    }
                }
            }
            if !sheet.unknown.isEmpty {
                Disclosure("\(t(T.kits.stockUnknown)): \(t.number(sheet.unknown.count))") { HTML::p { sheet.unknown.prefix(Self.most).joined(separator: ", ") } }
            }
        }
    }

    private func closing(_ take: StockTake) -> some HTML {
        Form(action: reader.link("\(take.path)/close"), hidden: reader.hidden, label: t(T.kits.closeStock)) {
            if !take.shelf.isEmpty { Field(t(T.kits.moves), name: "moves", hint: t(T.kits.movesHint), optional: "").check(isOn: false) }
            Buttons { Submit(t(T.kits.closeStock), .quiet) }
        }
    }
}
