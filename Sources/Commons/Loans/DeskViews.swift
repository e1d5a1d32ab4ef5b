import Accounts
import Forms
import HTML
import Kernel
import Languages
import Library
import Look

/// The desk, made for a scanner that types like a keyboard: one field, which has the focus, and what became of what it read.
struct DeskViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ sight: DeskSight, _ form: FilledForm) -> Screen {
        Screen(t(T.loans.desk)) {
            Heading(t(T.loans.desk), lead: t(T.loans.deskLead))
            LoanTabs(reader: reader, current: .desk)
            sign(sight, form.problem)
            field(sight)
            if let copy = sight.copy { onShelf(copy, sight) }
            if let borrower = sight.borrower { open(borrower, sight) }
            if !form["find"].isEmpty { found(sight, form["find"]) }
            acts(sight)
        }
    }

    // MARK: The field

    /// Empty whatever was typed before: the next scan would be written behind it.
    private func field(_ sight: DeskSight) -> some HTML {
        HTML::form(.action(reader.link("/staff/desk")), .method(.post), .class("desk-scan"), .novalidate()) {
            HiddenFields(reader.hidden + who(sight))
            HTML::label(.for("code")) { t(sight.borrower == nil ? T.loans.scanCard : T.loans.scanCopy) }
            input(
                .type(.text), .id("code"), .name("code"), .autocomplete("off"), .autocapitalize("none"), .spellcheck(false), .autofocus(), .data("scan", ""),
                .maxlength(TextLimit.line.rawValue), .aria("describedby", "code-hint"))
            Submit(t(T.loans.take))
            HTML::p(.class("hint small"), .id("code-hint")) { t(T.loans.scanHint) }
        }
    }

    private func who(_ sight: DeskSight) -> [Hidden] { sight.borrower.map { [Hidden("borrower", "\($0.id)")] } ?? [] }

    // MARK: The sign

    @HTMLBuilder private func sign(_ sight: DeskSight, _ problem: Problem?) -> some HTML {
        if let problem {
            box(.bad, t(T.loans.notDone)) { ForEach(problem.faults) { fault in HTML::p { t(fault.phrase) } } }
        } else if let done = sight.done {
            if sight.isEcho {
                box(.waiting, t(T.loans.echo)) { HTML::p { t(T.loans.echoText) } }
            } else {
                box(tone(done, sight), done.act.isUndone ? t(T.loans.undone) : t(done.act.kind.name)) { said(done, sight) }
            }
        }
    }

    private func box(_ sign: DeskSign, _ title: String, @HTMLBuilder _ content: () -> some HTML) -> some HTML {
        let tone: Tone = sign == .good ? .good : sign == .bad ? .bad : .waiting
        let words = Markup(Group { content() })
        return div(.class("desk-sign"), .data("beep", sign.rawValue)) { Notice(tone, title, isNews: true) { words } }
    }

    private func tone(_ done: DeskLine, _ sight: DeskSight) -> DeskSign {
        if done.act.isUndone || done.keptFor != nil { return .waiting }
        return done.act.kind == .lend && sight.overdue > 0 ? .waiting : .good
    }

    @HTMLBuilder private func said(_ done: DeskLine, _ sight: DeskSight) -> some HTML {
        HTML::p { strong { t.run(done.title.name, done.title.language) }; " "; span(.class("small")) { done.copy.label } }
        if !done.act.isUndone {
            switch done.act.kind {
            case .lend, .renew:
                if let loan = done.loan { HTML::p { t(T.loans.isDue(day: .day(loan.due))) } }
                if done.act.kind == .lend, sight.overdue > 0 { HTML::p { t(T.loans.warnOverdue(count: sight.overdue)) } }
                if let deposit = done.loan?.deposit, deposit > 0, done.act.kind == .lend { HTML::p { t(T.loans.takeDeposit(amount: amount(deposit, sight))) } }
            case .return:
                if let kept = done.keptFor, let until = done.keptUntil {
                    HTML::p { strong { t(T.loans.setAside(name: .text(kept.name), day: .day(until))) } }
                }
                if let borrower = done.borrower { HTML::p { t(T.loans.backFrom(name: .text(borrower.name))) } }
                if let loan = done.loan, let back = loan.back { late(loan, reader.centre.zone.day(of: back)) }
                if let deposit = done.loan?.deposit, deposit > 0 { HTML::p { t(T.loans.giveDeposit(amount: amount(deposit, sight))) } }
            case .site: Empty()
            }
        }
    }

    @HTMLBuilder private func late(_ loan: Loan, _ day: Day) -> some HTML {
        if loan.due < day { HTML::p { t(T.loans.wasLate(count: loan.due.days(until: day))) } }
    }

    private func amount(_ minor: Int, _ sight: DeskSight) -> Value { .money(Money(minor: minor, sight.currency) ?? .nothing(sight.currency)) }

    // MARK: A copy that stands on the shelf

    private func onShelf(_ known: (copy: Copy, title: LibraryTitle), _ sight: DeskSight) -> some HTML {
        Group {
            Notice(.info, t(T.loans.onShelf), isNews: true) {
                HTML::p { strong { t.run(known.title.name, known.title.language) }; " "; span(.class("small")) { known.copy.label } }
                HTML::p { t(T.loans.onShelfText) }
            }
            Form(action: reader.link("/staff/desk/site"), hidden: reader.hidden + [Hidden("copy", "\(known.copy.id)")], isInline: true) {
                Submit(t(T.loans.useOnSite), .quiet)
            }
        }
    }

    // MARK: Who stands at the desk

    @HTMLBuilder private func open(_ borrower: Borrower, _ sight: DeskSight) -> some HTML {
        div(.class("desk-who")) {
            h2 { a(.href(reader.link("/staff/borrowers/\(borrower.id)"))) { BorrowerName(borrower, t) } }
            HTML::p {
                Chip(.neutral, t(borrower.kind.name)); " "
                if sight.overdue > 0 { Chip(.bad, t(T.loans.overdueCount(count: sight.overdue))); " " }
                if borrower.isBlocked { Chip(.bad, t(T.loans.blocked)) }
            }
            if borrower.isBlocked { HTML::p { t.run(borrower.blocked) } }
            a(.class("button quiet"), .href(reader.link("/staff/desk"))) { t(T.loans.finish) }
        }
        if !sight.reservations.isEmpty {
            ul(.class("plain")) {
                ForEach(sight.reservations) { line in
                    li {
                        Chip(line.reservation.state == .ready ? .good : .neutral, t(line.reservation.state.name)); " "
                        t.run(line.title.name, line.title.language)
                        if let copy = line.copy { " "; span(.class("small")) { copy.label } }
                    }
                }
            }
        }
        if sight.loans.isEmpty {
            HTML::p(.class("muted")) { t(T.loans.hasNothing) }
        } else {
            DataTable(t(T.loans.hasOut(count: sight.loans.count)), rows: sight.loans, columns: [
                Column(t(T.loans.title), .name) { line in
                    a(.href(reader.link("/staff/loans/\(line.loan.id)"))) { t.run(line.title.name, line.title.language) }
                },
                Column(t(T.loans.copy)) { line in line.copy.label },
                Column(t(T.loans.due)) { line in DueChip(line.loan, today: sight.today, t: t) },
                Column(t(T.loans.renewedTimes), .number) { line in t.number(line.loan.renewed) },
                Column(t(T.loans.renew), .act) { line in
                    Form(
                        action: reader.link("/staff/desk/renew"), hidden: reader.hidden + [Hidden("loan", "\(line.loan.id)")], isInline: true,
                        label: "\(t(T.loans.renew)): \(t.shown(line.title.name)) \(line.copy.label)") { Submit(t(T.loans.renew), .quiet) }
                },
            ])
        }
    }

    // MARK: Found by a name

    @HTMLBuilder private func found(_ sight: DeskSight, _ words: String) -> some HTML {
        h2 { t(T.loans.foundFor(words: .text(words))) }
        if sight.found.isEmpty, sight.people.isEmpty { HTML::p { t(T.loans.foundNobody) } }
        ForEach(sight.found) { borrower in
            PersonLine(
                BorrowerName(borrower, t).run, href: reader.link("/staff/desk?borrower=\(borrower.id)"),
                detail: [Run(t(borrower.kind.name)), t.run(borrower.schoolName), Run(borrower.schoolClass)].filter { !$0.text.isEmpty })
        }
        ForEach(sight.people) { person in
            PersonLine(Run(person.name.full), detail: [Run(t(T.loans.hasNoCard))]) {
                Form(
                    action: reader.link("/staff/borrowers/new/person"), hidden: reader.hidden + [Hidden("person", "\(person.id)"), Hidden("at", "desk")],
                    isInline: true, label: "\(t(T.loans.giveCard)): \(person.name.full)") { Submit(t(T.loans.giveCard), .quiet) }
            }
        }
        Buttons { LinkButton(t(T.loans.newBorrower), href: reader.link("/staff/borrowers/new"), .quiet) }
    }

    // MARK: What was done last

    @HTMLBuilder private func acts(_ sight: DeskSight) -> some HTML {
        if !sight.acts.isEmpty {
            h2 { t(T.loans.lastActs) }
            ul(.class("desk-acts")) {
                ForEach(sight.acts) { line in
                    li(.class(line.act.isUndone ? "undone" : nil)) {
                        span(.class("small")) { t.time(reader.centre.zone.time(of: line.act.at)) }
                        span { t(line.act.kind.name); if line.act.isUndone { " ("; t(T.loans.undone); ")" } }
                        span { t.run(line.title.name, line.title.language); " "; span(.class("small")) { line.copy.label } }
                        span { line.borrower.map { Markup(BorrowerName($0, t)) } ?? Markup(Empty()) }
                        if line.act.id == sight.last?.act.id {
                            HTML::form(.action(reader.link("/staff/desk/undo")), .method(.post), .class("single"), .data("undo", "")) {
                                HiddenFields(reader.hidden + [Hidden("done", "\(line.act.id)")] + who(sight))
                                Submit(t(T.loans.undo), .quiet)
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The name of a borrower: of an institution as the page shows it, of people as they write it.
struct BorrowerName: View {
    let run: Run

    init(_ borrower: Borrower, _ t: Texts) { run = borrower.kind == .institution ? t.run(borrower.name) : Run(borrower.name) }

    var body: Markup { run }
}

/// The day on which something is due, and how it stands.
struct DueChip: View {
    let loan: Loan
    let today: Day
    let t: Texts

    init(_ loan: Loan, today: Day, t: Texts) { (self.loan, self.today, self.t) = (loan, today, t) }

    var body: Markup {
        let day = t.day(loan.due, .numeric)
        if loan.isOverdue(on: today) {
            Chip(.bad, t(T.loans.overdueSince(count: loan.due.days(until: today), day: .text(day))))
        } else if loan.due == today {
            Chip(.waiting, t(T.loans.dueToday))
        } else {
            Run(day)
        }
    }
}

/// The pages of the desk, side by side.
struct LoanTabs: View {
    enum Page: CaseIterable { case desk, loans, reservations, borrowers, figures }

    let reader: Reader
    let current: Page

    var body: Markup {
        let t = reader.t
        let pages: [(Page, Phrase, String)] = [
            (.desk, T.loans.desk, "/staff/desk"), (.loans, T.loans.loans, "/staff/loans"), (.reservations, T.loans.reservations, "/staff/reservations"),
            (.borrowers, T.loans.borrowers, "/staff/borrowers"), (.figures, T.loans.figures, "/staff/loans/figures"),
        ]
        Tabs(t(T.loans.circulation), pages.map { NavItem(t($0.1), href: reader.link($0.2), isCurrent: $0.0 == current) })
    }
}
