import Forms
import HTML
import Kernel
import Languages
import Look
import Sheets

/// Statements as pages.
struct StatementViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.statements.title), href: reader.link("/staff/statements"))] }

    // MARK: All of them

    func list(_ statements: [Statement], _ paging: Paging, open: Int, _ form: FilledForm) -> Screen {
        Screen(t(T.statements.title)) {
            FormFaults(form, title: T.statements.fileRefused)
            Heading(t(T.statements.title), lead: t(T.statements.lead))
            PaymentTabs(reader: reader, here: "/staff/statements", open: open).body
            Form(action: reader.link("/staff/statements"), hidden: reader.hidden, hasFiles: true, label: t(T.statements.bring)) {
                form.field(T.statements.file, "file", hint: T.statements.fileHint).file(accept: ".txt,.xml,.json")
                form.field(T.statements.recap, "recap", hint: T.statements.recapHint, isOptional: true).file(accept: ".txt")
                Buttons { Submit(t(T.statements.look)) }
            }
            HTML::p(.class("muted")) {
                t(T.statements.otherList); " "
                a(.href(reader.link("/imports/new/statement-lines"))) { t(T.statements.toImport) }
            }
            if statements.isEmpty {
                EmptyState(t(T.statements.none), t(T.statements.noneText)) { Empty() }
            } else {
                h2 { t(T.statements.brought) }
                DataTable(t(T.statements.brought), rows: statements, columns: [
                    Column(t(T.statements.statement), .name) { statement in a(.href(reader.link(statement.path))) { name(statement) } },
                    Column(t(T.statements.account)) { statement in StatementAccount.shown(statement.account) },
                    Column(t(T.statements.day)) { statement in t.day(statement.day, .short) },
                    Column(t(T.statements.linesWord), .number) { statement in t.number(statement.lines) },
                    Column(t(T.common.state)) { statement in chip(statement) },
                ], isCaptionHidden: true)
                paging.links(reader)
            }
        }
    }

    private func name(_ statement: Statement) -> String {
        statement.number.isEmpty ? t(T.statements.ofDay(day: .day(statement.day))) : t(T.statements.numbered(number: .text(statement.number)))
    }

    private func chip(_ statement: Statement) -> some HTML {
        Group {
            if statement.open > 0 { Chip(.waiting, t(T.statements.openLines(count: statement.open))) } else { Chip(.good, t(T.statements.allKnown)) }
            if !statement.gap.isZero { Chip(.bad, t(T.statements.gapChip)) }
        }
    }

    // MARK: Before it is in

    func preview(_ draft: StatementDraft, _ preview: StatementPreview, _ form: FilledForm) -> Screen {
        let path = reader.link("/staff/statements/drafts/\(draft.id)")
        return Screen(t(T.statements.preview), trail: trail) {
            FormFaults(form)
            Heading(t(T.statements.preview), kind: draft.name, lead: t(T.statements.readAs(kind: .phrase(draft.file.kind.name))))
            if let charset = draft.file.charset { Notice(draft.file.isSure ? .info : .waiting) { HTML::p { t(T.statements.charset(charset: .text(charset.rawValue))) } } }
            Figures([
                .init(t.number(preview.fresh), t(T.statements.figureFresh)), .init(t.number(preview.certain), t(T.statements.figureCertain), .good),
                .init(t.number(preview.waiting), t(T.statements.figureWaiting), preview.waiting > 0 ? .waiting : .neutral),
                .init(t.number(preview.known), t(T.statements.figureKnown)),
            ])
            if preview.changesNothing { Notice(.info, t(T.statements.nothingNew)) { HTML::p { t(T.statements.nothingNewText) } } }
            ForEach(preview.parts) { part in self.part(part) }
            Buttons {
                if !preview.changesNothing { ButtonForm(t(T.statements.take), action: path, hidden: reader.hidden) }
                ButtonForm(t(T.statements.drop), .quiet, action: path + "/drop", hidden: reader.hidden)
            }
        }
    }

    /// So many lines of a file are shown before it is in; its sums tell of all.
    private static let shown = 100

    private func part(_ part: StatementPreview.Part) -> some HTML {
        let statement = part.statement
        return Group {
            h2 { statement.number.isEmpty ? t(T.statements.ofDay(day: .day(statement.day))) : t(T.statements.numbered(number: .text(statement.number))) }
            Facts {
                FactLine(t(T.statements.account), StatementAccount.shown(statement.account))
                FactLine(t(T.statements.day), t.day(statement.day))
                if let opening = statement.opening { FactLine(t(T.statements.opening), t.money(opening)) }
                FactLine(t(T.statements.cameIn), t.money(statement.turnover.in))
                FactLine(t(T.statements.wentOut), t.money(statement.turnover.out))
                if let closing = statement.closing { FactLine(t(T.statements.closing), t.money(closing)) }
            }
            if !part.isKnownAccount { Notice(.waiting) { HTML::p { t(T.statements.newAccount) } } }
            if !statement.allDoubts.isEmpty {
                Notice(.bad, t(T.statements.doubts)) { ul { ForEach(statement.allDoubts) { doubt in li { t(doubt.phrase) } } } }
            }
            if !part.fresh.isEmpty {
                DataTable(t(T.statements.linesWord), rows: Array(part.fresh.prefix(Self.shown)), columns: [
                    Column(t(T.statements.otherSide), .name) { entry in side(entry.line) },
                    Column(t(T.statements.purpose)) { entry in
                        entry.line.purpose
                        if !entry.line.reference.isEmpty { HTML::p(.class("muted small")) { entry.line.reference.shown } }
                    },
                    Column(t(T.statements.amount), .number) { entry in t.money(entry.line.amount) },
                    Column(t(T.statements.whatFor)) { entry in
                        if let match = entry.match {
                            Chip(.good, t(T.statements.byReference))
                            ForEach(match.parts) { part in HTML::p(.class("small")) { t.run(part.share.what); ", "; part.share.payerName } }
                        } else {
                            Chip(entry.line.amount.minor > 0 ? .waiting : .neutral, t(entry.line.amount.minor > 0 ? T.statements.toSay : T.statements.wentOut))
                        }
                    },
                ], isCaptionHidden: true)
                if part.fresh.count > Self.shown { HTML::p(.class("muted")) { t(T.statements.more(count: part.fresh.count - Self.shown)) } }
            }
        }
    }

    private func side(_ line: BroughtStatement.Line) -> String { line.name.isEmpty ? t(T.statements.noName) : line.name }

    // MARK: In the books

    func show(_ statement: Statement, _ lines: [StatementLine], _ paging: Paging) -> Screen {
        Screen(name(statement), trail: trail) {
            Heading(name(statement), kind: t(T.statements.statement))
            HTML::p { chip(statement) }
            Facts {
                FactLine(t(T.statements.account), StatementAccount.shown(statement.account))
                FactLine(t(T.statements.day), t.day(statement.day))
                if let opening = statement.opening { FactLine(t(T.statements.opening), t.money(opening)) }
                if let closing = statement.closing { FactLine(t(T.statements.closing), t.money(closing)) }
                FactLine(t(T.common.file), statement.file)
            }
            if !statement.gap.isZero { Notice(.bad) { HTML::p { t(T.statements.gap(amount: .money(statement.gap))) } } }
            DataTable(t(T.statements.linesWord), rows: lines, columns: [
                Column(t(T.statements.otherSide), .name) { line in a(.href(reader.link(line.path))) { side(line.said) } },
                Column(t(T.statements.purpose)) { line in
                    line.said.purpose
                    if !line.said.reference.isEmpty { HTML::p(.class("muted small")) { line.said.reference.shown } }
                },
                Column(t(T.statements.amount), .number) { line in t.money(line.amount) },
                Column(t(T.statements.whatFor)) { line in PaymentLineView(reader: reader).state(line) },
            ], isCaptionHidden: true)
            paging.links(reader)
        }
    }
}

/// The pages about what came in, side by side.
struct PaymentTabs {
    let reader: Reader
    let here: String
    let open: Int

    var body: some HTML {
        let t = reader.t
        return Tabs(t(T.statements.pages), [
            NavItem(t(T.statements.title), href: reader.link("/staff/statements"), isCurrent: here == "/staff/statements"),
            NavItem(t(T.statements.workList) + (open > 0 ? " (\(t.number(open)))" : ""), href: reader.link("/staff/payments"), isCurrent: here == "/staff/payments"),
            NavItem(t(T.statements.ageing), href: reader.link("/staff/ageing"), isCurrent: here == "/staff/ageing"),
        ])
    }
}
