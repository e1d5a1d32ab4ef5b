import Accounts
import Forms
import Kernel
import Languages
import Look
import Sheets
import Web

/// Who works in a project and takes part in it, and the sheet of hours.
enum ProjectPeoplePages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer { visit.page(try await list(visit, visit.form())) }

    private static func list(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let here = try ProjectVisit(visit), (id, centre) = (here.project, here.centre), alphabet = visit.language.alphabet
        let people = try await visit.read { act in
            let sight = try ProjectStore.desk(id, at: centre, in: act)
            let overfull = try sight.people.reduce(into: [ProjectPerson.ID: Day]()) { days, one in
                if let person = one.person { days[one.id] = WorkShare.overfull(try ProjectPeopleStore.shares(of: person, in: act)) }
            }
            return ProjectPeopleViews.Sight(
                sight: sight, hours: try ProjectPeopleStore.hours(of: id, in: act), partners: try PartnerStore.partners(of: id, in: act),
                others: try PartnerStore.all(of: centre, sorted: alphabet, in: act).filter { $0.ended == nil }, overfull: overfull)
        }
        return ProjectPeopleViews(reader: visit.reader).list(people, form)
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let here = try ProjectVisit(visit), (id, centre) = (here.project, here.centre), typed = visit.typed, own = visit.language
        return try await visit.submit {
            let form = try ProjectPersonForm(typed, isNew: true, own: own)
            return try await visit.act { act in
                let person = form.email.isEmpty ? nil : try ProjectPeopleStore.known(email: form.email, at: centre, in: act)
                guard form.email.isEmpty || person != nil else { throw Problem.invalid("email", T.projects.errorUnknown) }
                let over = try ProjectPeopleStore.add(person, named: form.name, part: form.part, form.share, to: id, at: centre, in: act)
                return Redirect(visit.link("/staff/projects/\(id)/people"), said(over))
            }
        } again: { try await list(visit, $0) }
    }

    /// More than a whole post is told, not refused.
    private static func said(_ over: Day?) -> Phrase { over.map { T.projects.saidOverfull(day: .day($0)) } ?? T.common.saved }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form())) }

    private static func show(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let here = try ProjectVisit(visit), id = here.project, own: ProjectPerson.ID = try visit.id("person")
        let (sight, hours) = try await here.desk { try ProjectPeopleStore.hours(of: id, in: $0) }
        guard let person = sight.people.first(where: { $0.id == own }) else { throw Problem.missing }
        let share = person.share
        let known = Typed([
            "part": person.part, "percent": "\(share.percent)", "first": share.days.lowerBound.iso, "last": share.days.upperBound.iso,
        ])
        return ProjectPeopleViews(reader: visit.reader).show(sight, person, hours.filter { $0.member == own }, form.over(known))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let here = try ProjectVisit(visit), (id, centre) = (here.project, here.centre), typed = visit.typed, own = visit.language
        let person: ProjectPerson.ID = try visit.id("person")
        return try await visit.submit {
            let form = try ProjectPersonForm(typed, isNew: false, own: own)
            return try await visit.act { act in
                let over = try ProjectPeopleStore.edit(person, part: form.part, form.share, of: id, at: centre, in: act)
                return Redirect(visit.link("/staff/projects/\(id)/people"), said(over))
            }
        } again: { try await show(visit, $0) }
    }

    @Sendable static func remove(_ visit: Visit) async throws -> Answer {
        let person: ProjectPerson.ID = try visit.id("person")
        return try await ProjectVisit(visit).does("/people", T.projects.saidRemoved, again: { try await show(visit, $0) }) { id, centre, act in
            try ProjectPeopleStore.remove(person, from: id, at: centre, in: act)
        }
    }

    @Sendable static func setPartner(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed
        return try await ProjectVisit(visit).does("/people", again: { try await list(visit, $0) }) { id, centre, act in
            let (partner, part) = try ProjectPartnerForm.read(typed)
            try PartnerStore.set(part, of: partner, in: id, at: centre, in: act)
        }
    }

    // MARK: Hours

    @Sendable static func hours(_ visit: Visit) async throws -> Answer { visit.page(try await hours(visit, visit.form())) }

    private static func hours(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let here = try ProjectVisit(visit), id = here.project
        let (sight, hours) = try await here.desk { try ProjectPeopleStore.hours(of: id, in: $0) }
        return ProjectPeopleViews(reader: visit.reader).hours(sight, hours, form)
    }

    @Sendable static func write(_ visit: Visit) async throws -> Answer {
        let here = try ProjectVisit(visit), (id, centre) = (here.project, here.centre), typed = visit.typed
        return try await visit.submit {
            let work = try WorkHoursForm.read(typed)
            return try await visit.act { act in
                _ = try ProjectStore.desk(id, at: centre, in: act)
                let isOver = try ProjectPeopleStore.write(work, in: id, at: centre, in: act)
                return Redirect(visit.link("/staff/projects/\(id)/hours"), isOver ? T.projects.saidOverShare : T.common.saved)
            }
        } again: { try await hours(visit, $0) }
    }

    /// The sheet as a workbook: a row for each person and month.
    @Sendable static func sheet(_ visit: Visit) async throws -> Answer {
        let here = try ProjectVisit(visit), id = here.project
        let (sight, hours) = try await here.desk { try ProjectPeopleStore.hours(of: id, in: $0) }
        let sheet = HoursSheet(t: visit.t, project: sight.project, people: sight.people, hours: hours)
        return .file(bytes: try sheet.made.xlsx(), type: HoursSheet.type, name: "\(sheet.name).xlsx")
    }
}
