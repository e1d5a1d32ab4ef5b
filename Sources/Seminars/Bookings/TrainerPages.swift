import Accounts
import Forms
import Kernel
import Languages
import Look
import Web

/// When a trainer cannot come, written by the trainer; and by the centre's people, with the contracts.
enum TrainerPages {
    private static let daysMost = 366, contractDaysMost = 3_660

    // MARK: The trainer's own

    @Sendable static func own(_ visit: Visit) async throws -> Answer { visit.page(try await own(visit, visit.form())) }

    @Sendable static func addOwn(_ visit: Visit) async throws -> Answer {
        try await visit.submit {
            let absence = try NotedDays(visit.typed, own: visit.language, most: daysMost)
            return try await visit.act { act in
                guard let person = act.by.person else { throw Problem.missing }
                try TrainerStore.add(absence, of: person, in: act)
                return Redirect(visit.link("/me/absences"), T.common.saved)
            }
        } again: { form in
            try await own(visit, form)
        }
    }

    @Sendable static func removeOwn(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("absence", of: Absence.self)
        return try await visit.act { act in
            guard let person = act.by.person else { throw Problem.missing }
            try TrainerStore.remove(id, of: person, in: act)
            return Redirect(visit.link("/me/absences"), T.bookings.absenceRemoved)
        }
    }

    private static func own(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        guard let person = visit.actor.person else { throw Problem.missing }
        let today = visit.today
        let absences = try await visit.read { try TrainerStore.absences(of: person, from: today, in: $0) }
        return TrainerViews(reader: visit.reader).own(absences, form)
    }

    // MARK: For the centre's people

    @Sendable static func card(_ visit: Visit) async throws -> Answer { visit.page(try await card(visit, visit.form())) }

    @Sendable static func addAbsence(_ visit: Visit) async throws -> Answer {
        try await add(visit, most: daysMost) { days, person, act in try TrainerStore.add(days, of: person, in: act) }
    }

    @Sendable static func addContract(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await add(visit, most: contractDaysMost) { days, person, act in try TrainerStore.add(days, with: person, at: centre, in: act) }
    }

    @Sendable static func removeAbsence(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("absence", of: Absence.self)
        return try await remove(visit, T.bookings.absenceRemoved) { try TrainerStore.remove(id, of: $0, in: $1) }
    }

    @Sendable static func removeContract(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("contract", of: Contract.self)
        return try await remove(visit, T.bookings.contractRemoved) { try TrainerStore.remove(id, of: $0, in: $1) }
    }

    private static func add(
        _ visit: Visit, most: Int, _ add: @escaping @Sendable (NotedDays, Person.ID, Act) throws -> Void
    ) async throws -> Answer {
        let (id, centre) = (try visit.id("person", of: PersonTag.self), visit.centre.id)
        return try await visit.submit {
            let days = try NotedDays(visit.typed, own: visit.language, most: most)
            return try await visit.act { act in
                _ = try PersonStore.person(id, seenFrom: centre, in: act)
                try add(days, id, act)
                return Redirect(visit.link("/people/\(id)/trainer"), T.common.saved)
            }
        } again: { form in
            try await card(visit, form)
        }
    }

    private static func remove(_ visit: Visit, _ said: Phrase, _ remove: @escaping @Sendable (Person.ID, Act) throws -> Void) async throws -> Answer {
        let (id, centre) = (try visit.id("person", of: PersonTag.self), visit.centre.id)
        return try await visit.act { act in
            _ = try PersonStore.person(id, seenFrom: centre, in: act)
            try remove(id, act)
            return Redirect(visit.link("/people/\(id)/trainer"), said)
        }
    }

    private static func card(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (id, centre, today) = (try visit.id("person", of: PersonTag.self), visit.centre.id, visit.today)
        let (person, sheet) = try await visit.read { act in
            (try PersonStore.person(id, seenFrom: centre, in: act), TrainerSheet(
                absences: try TrainerStore.absences(of: id, from: today, in: act), contracts: try TrainerStore.contracts(of: id, at: centre, in: act)))
        }
        return TrainerViews(reader: visit.reader).card(person, sheet, form)
    }
}
