import Accounts
import Centres
import Forms
import HTML
import Kernel
import Languages
import Library
import Look

/// Whoever borrows, for the centre's people.
struct BorrowerViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ borrowers: [Borrower], kind: BorrowerKind?, words: String, counts: [BorrowerKind: Int], _ paging: Paging?) -> Screen {
        Screen(t(T.loans.borrowers)) {
            Heading(t(T.loans.borrowers), lead: t(T.loans.borrowersLead))
            LoanTabs(reader: reader, current: .borrowers)
            Form(action: reader.link("/staff/borrowers"), method: .get, isInline: true) {
                Field(t(T.loans.findBorrower), name: "q", value: words, optional: "").search()
                Submit(t(T.common.search), .quiet)
            }
            Buttons { LinkButton(t(T.loans.newBorrower), href: reader.link("/staff/borrowers/new")) }
            FilterChips(t(T.loans.which), [
                NavItem(t(T.common.all), href: reader.link("/staff/borrowers"), isCurrent: kind == nil && words.isEmpty, count: counts.values.reduce(0, +)),
            ] + BorrowerKind.allCases.map { one in
                NavItem(t(one.plural), href: reader.link("/staff/borrowers?kind=\(one.rawValue)"), isCurrent: kind == one, count: counts[one] ?? 0)
            })
            if borrowers.isEmpty { EmptyState(t(T.loans.borrowersNone), t(T.loans.borrowersNoneText)) { Empty() } }
            ForEach(borrowers) { borrower in
                PersonLine(
                    BorrowerName(borrower, t).run, href: reader.link("/staff/borrowers/\(borrower.id)"),
                    detail: [Run(t(borrower.kind.name)), t.run(borrower.schoolName), Run(borrower.schoolClass), Run(borrower.keeper)]
                        .filter { !$0.text.isEmpty },
                    state: borrower.isBlocked ? Chip(.bad, t(T.loans.blocked)) : nil)
            }
            paging?.links(reader)
        }
    }

    // MARK: One

    /// - Parameter doors: what rooms above add.
    func card(_ sight: BorrowerSight, _ doors: [LibraryDoor], _ block: FilledForm, _ change: FilledForm) -> Screen {
        let borrower = sight.borrower, path = reader.link("/staff/borrowers/\(borrower.id)")
        return Screen(borrower.kind == .institution ? t.shown(borrower.name) : borrower.name, trail: [
            Look.Link(t(T.loans.borrowers), href: reader.link("/staff/borrowers")),
        ]) {
            FormFaults(block)
            FormFaults(change)
            Heading(BorrowerName(borrower, t).run, kind: Run(t(borrower.kind.name)))
            Facts {
                FactLine(t(T.loans.card), borrower.card)
                if borrower.kind == .pupil {
                    FactLine(t(T.loans.schoolClass), borrower.schoolClass)
                    if !borrower.schoolName.isEmpty { FactLine(t(T.loans.school), t.run(borrower.schoolName)) }
                    if let day = borrower.consent { FactLine(t(T.loans.consentSeen), t.day(day, .numeric)) }
                    FactLine(t(T.loans.nameStands), t(T.loans.nameStandsDays(count: sight.desk.pupilDays)))
                }
                if !borrower.keeper.isEmpty {
                    FactLine(t(T.loans.keeper)) {
                        if let person = borrower.person { a(.href(reader.link("/people/\(person)"))) { borrower.keeper } } else { borrower.keeper }
                    }
                }
                if borrower.isBlocked { FactLine(t(T.loans.blocked), t.run(borrower.blocked)) }
            }
            Buttons {
                LinkButton(t(T.loans.toDesk), href: reader.link("/staff/desk?borrower=\(borrower.id)"))
                ForEach(doors) { door in LinkButton(t(door.label), href: reader.link(door.path), .quiet) }
            }
            lines(sight)
            if borrower.kind == .institution { institution(borrower, "\(path)/change", change) }
            h2 { t(T.loans.blocking) }
            Form(action: "\(path)/block", hidden: reader.hidden, label: t(T.loans.blocking)) {
                form(block, borrower)
                Buttons { Submit(t(T.common.save), .quiet) }
            }
            h2 { t(T.loans.newCard) }
            HTML::p { t(T.loans.newCardText) }
            ButtonForm(t(T.loans.renewCard), .quiet, action: "\(path)/card", hidden: reader.hidden)
        }
    }

    private func form(_ form: FilledForm, _ borrower: Borrower) -> some HTML {
        form.field(T.loans.why, "why", .full, hint: T.loans.whyHint, isOptional: true, most: TextLimit.note.rawValue).area(rows: 2)
    }

    @HTMLBuilder private func lines(_ sight: BorrowerSight) -> some HTML {
        if sight.loans.isEmpty {
            HTML::p(.class("muted")) { t(T.loans.hasNothing) }
        } else {
            DataTable(t(T.loans.hasOut(count: sight.loans.count)), rows: sight.loans, columns: [
                Column(t(T.loans.title), .name) { line in
                    a(.href(reader.link("/staff/loans/\(line.loan.id)"))) { t.run(line.title.name, line.title.language) }
                },
                Column(t(T.loans.copy)) { line in line.copy.label },
                Column(t(T.loans.due)) { line in DueChip(line.loan, today: reader.today, t: t) },
            ])
        }
        if !sight.reservations.isEmpty {
            h2 { t(T.loans.reservations) }
            ul {
                ForEach(sight.reservations) { line in
                    li { t.run(line.title.name, line.title.language); " "; Chip(.neutral, t(line.reservation.state.name)) }
                }
            }
        }
        if !sight.past.isEmpty {
            Disclosure(t(T.loans.past(count: sight.past.count))) {
                ul {
                    ForEach(sight.past) { line in
                        li {
                            t.run(line.title.name, line.title.language); " "
                            span(.class("small")) { line.loan.back.map { t.instant($0) } ?? t(line.loan.state.name) }
                            if !line.loan.damage.isEmpty { ": "; t.run(line.loan.damage) }
                        }
                    }
                }
            }
        }
    }

    private func institution(_ borrower: Borrower, _ action: String, _ form: FilledForm) -> some HTML {
        Group {
            h2 { t(T.common.edit) }
            Form(action: action, hidden: reader.hidden, label: t(T.common.edit)) {
                if borrower.school == nil { form.field(T.loans.institutionName, "name").text() }
                keeper(form)
                Buttons { Submit(t(T.common.save), .quiet) }
            }
        }
    }

    // MARK: A new one

    func new(_ sight: NewBorrowerSight, person: FilledForm, institution: FilledForm, pupil: FilledForm) -> Screen {
        Screen(t(T.loans.newBorrower), trail: [Look.Link(t(T.loans.borrowers), href: reader.link("/staff/borrowers"))]) {
            FormFaults(person)
            FormFaults(institution)
            FormFaults(pupil)
            Heading(t(T.loans.newBorrower), lead: t(T.loans.newBorrowerLead))
            h2 { t(T.loans.kindPerson) }
            Form(action: reader.link("/staff/borrowers/new/person"), hidden: reader.hidden, label: t(T.loans.kindPerson)) {
                person.field(T.common.email, "email", hint: T.loans.emailHint, autocomplete: "off").email()
                Buttons { Submit(t(T.loans.giveCard)) }
            }
            h2 { t(T.loans.kindInstitution) }
            Form(action: reader.link("/staff/borrowers/new/institution"), hidden: reader.hidden, label: t(T.loans.kindInstitution)) {
                SchoolField(institution, offered: sight.found, nearby: sight.nearby)
                institution.field(T.loans.institutionName, "name", hint: T.loans.institutionNameHint, isOptional: true).text()
                keeper(institution)
                Buttons { Submit(t(T.loans.giveCard), .quiet) }
            }
            h2 { t(T.loans.kindPupil) }
            Form(action: reader.link("/staff/borrowers/new/pupil"), hidden: reader.hidden, label: t(T.loans.kindPupil)) {
                PupilFields(form: pupil, schools: sight.nearby)
                Buttons { Submit(t(T.loans.giveCard), .quiet) }
            }
        }
    }

    @HTMLBuilder private func keeper(_ form: FilledForm) -> some HTML {
        form.field(T.loans.keeperEmail, "keeper", hint: T.loans.keeperHint, isOptional: true, autocomplete: "off").email()
        form.field(T.loans.responsible, "responsible", isOptional: true).text()
    }
}

/// What is asked of a pupil, and no more.
struct PupilFields: View {
    let form: FilledForm
    let schools: [School]

    var body: Markup {
        form.field(T.loans.pupilName, "pupil", hint: T.loans.pupilNameHint, autocomplete: "off", most: TextLimit.line.rawValue).text()
        form.field(T.loans.schoolClass, "class", .short, most: PupilDetails.classMost).text()
        if !schools.isEmpty {
            form.field(T.loans.school, "pupilSchool", isOptional: true)
                .select([Field.Choice("", form.t(T.common.choose))] + schools.map { Field.Choice("\($0.id)", form.t.run($0.label(in: .sr))) })
        }
        Field(form.t(T.loans.consent), name: "consent", hint: form.t(T.loans.consentHint), error: form.fault("consent"), optional: "")
            .check(isOn: form.typed.has("consent"))
    }
}
