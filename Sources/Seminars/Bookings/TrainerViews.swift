import Accounts
import Forms
import HTML
import Kernel
import Languages
import Look

struct TrainerViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func own(_ absences: [Absence], _ form: FilledForm) -> Screen {
        Screen(t(T.bookings.absencesOwn), trail: [Look.Link(t(T.accounts.mine), href: reader.link("/me"))], isIndexed: false) {
            FormFaults(form)
            Heading(t(T.bookings.absencesOwn), lead: t(T.bookings.absencesLead))
            list(absences, t(T.bookings.absencesNone), under: "/me/absences")
            h2 { t(T.bookings.absenceNew) }
            Form(action: reader.link("/me/absences"), hidden: reader.hidden) {
                fields(form)
                Submit(t(T.common.add))
            }
        }
    }

    func card(_ person: Person, _ sheet: TrainerSheet, _ form: FilledForm) -> Screen {
        let path = "/people/\(person.id)"
        let trail = [Look.Link(t(T.accounts.peopleTitle), href: reader.link("/people")), Look.Link(person.name.full, href: reader.link(path))]
        return Screen(t(T.bookings.trainerSheet), trail: trail) {
            FormFaults(form)
            Heading(person.name.full, kind: t(T.bookings.trainerSheet))
            h2 { t(T.bookings.absences) }
            list(sheet.absences, t(T.bookings.absencesNone), under: path + "/absences")
            h2 { t(T.bookings.contracts) }
            if sheet.contracts.isEmpty { HTML::p { t(T.bookings.contractsNone) } }
            ForEach(sheet.contracts) { contract in line(contract.noted, chip: chip(contract), remove: path + "/contracts/\(contract.id)/remove") }
            h2 { t(T.bookings.daysNew) }
            Form(action: reader.link(path + "/absences"), hidden: reader.hidden) {
                fields(form)
                Buttons {
                    Submit(t(T.bookings.absenceAdd))
                    Submit(t(T.bookings.contractAdd), .quiet, action: reader.link(path + "/contracts"))
                }
            }
        }
    }

    /// On the card: what is to come, and where it is changed.
    @HTMLBuilder func part(_ person: Person.ID, _ sheet: TrainerSheet) -> some HTML {
        ForEach(sheet.absences) { absence in PersonLine(Run(t.days(absence.noted.days)), detail: said(absence.noted.note, T.bookings.cannotCome)) }
        ForEach(sheet.contracts) { contract in
            PersonLine(Run(t.days(contract.noted.days)), detail: said(contract.noted.note, T.bookings.contract), state: chip(contract))
        }
        Buttons { LinkButton(t(T.bookings.trainerSheetAct), href: reader.link("/people/\(person)/trainer"), .quiet) }
    }

    /// On one's own page: when one cannot come, and where that is written.
    @HTMLBuilder func mine(_ absences: [Absence]) -> some HTML {
        ForEach(absences) { absence in PersonLine(Run(t.days(absence.noted.days)), detail: said(absence.noted.note, T.bookings.cannotCome)) }
        HTML::p { a(.href(reader.link("/me/absences"))) { t(T.bookings.absencesWrite) } }
    }

    @HTMLBuilder private func list(_ absences: [Absence], _ none: String, under path: String) -> some HTML {
        if absences.isEmpty { HTML::p { none } }
        ForEach(absences) { absence in line(absence.noted, chip: nil, remove: "\(path)/\(absence.id)/remove") }
    }

    private func line(_ noted: NotedDays, chip: Chip?, remove: String) -> some HTML {
        PersonLine(Run(t.days(noted.days)), detail: noted.note.isEmpty ? [] : [Run(noted.note)], state: chip) {
            ButtonForm(t(T.common.remove), .quiet, action: reader.link(remove), hidden: reader.hidden)
        }
    }

    private func said(_ note: String, _ kind: Phrase) -> [Run] { [Run(t(kind))] + (note.isEmpty ? [] : [Run(note)]) }

    private func chip(_ contract: Contract) -> Chip? {
        if contract.noted.days.upperBound < reader.today { return Chip(.neutral, t(T.bookings.contractOver)) }
        return contract.isEnding(on: reader.today) ? Chip(.waiting, t(T.bookings.contractEnds)) : nil
    }

    @HTMLBuilder private func fields(_ form: FilledForm) -> some HTML {
        FieldRow {
            form.day(T.bookings.firstDay, "first")
            form.day(T.bookings.lastDay, "last", isOptional: true)
        }
        form.field(T.bookings.daysNote, "why", .full, hint: T.bookings.daysNoteHint, isOptional: true, most: TextLimit.line.rawValue).text()
    }
}
