import Centres
import Events
import Forms
import Kernel
import Languages
import Look
import Web

/// Big days: stands for everybody, shifts for volunteers, the tally on a phone, and the desk that sets it all up.
enum ClubDayPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form())) }

    private static func show(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let day = try await day(visit)
        return ClubDayViews(reader: visit.reader).show(day, form)
    }

    private static func day(_ visit: Visit) async throws -> ClubDay {
        let (centre, id): (Centre.ID, ClubDay.ID) = (visit.centre.id, try visit.id("day"))
        return try await visit.read { try ClubDayStore.day(id, at: centre, in: $0) }
    }

    @Sendable static func help(_ visit: Visit) async throws -> Answer {
        try await shift(visit, T.club.saidHelp) { try ClubDayStore.help($0, of: $1, at: $2, in: $3) }
    }

    @Sendable static func leave(_ visit: Visit) async throws -> Answer {
        try await shift(visit, T.club.saidHelpGone) { try ClubDayStore.leave($0, of: $1, at: $2, in: $3) }
    }

    private static func shift(
        _ visit: Visit, _ said: Phrase, _ deed: @escaping @Sendable (ClubShift.ID, ClubDay.ID, Centre.ID, Act) throws -> Void
    ) async throws -> Answer {
        let (centre, day, id): (Centre.ID, ClubDay.ID, ClubShift.ID) = (visit.centre.id, try visit.id("day"), try visit.id("shift"))
        return try await visit.submit {
            try await visit.act { act in
                try deed(id, day, centre, act)
                return Redirect(visit.link("/club/days/\(day)"), said)
            }
        } again: { try await show(visit, $0) }
    }

    // MARK: The tally

    @Sendable static func tally(_ visit: Visit) async throws -> Answer { visit.page(try await tally(visit, visit.form())) }

    private static func tally(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (centre, id): (Centre.ID, ClubStand.ID) = (visit.centre.id, try visit.id("stand"))
        let (day, stand) = try await visit.read { try ClubDayStore.counted(id, at: centre, in: $0) }
        return ClubDayViews(reader: visit.reader).tally(day, stand, form)
    }

    /// One press of a button. The page comes back at once with the new sum, and says nothing else.
    @Sendable static func count(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, ClubStand.ID) = (visit.centre.id, try visit.id("stand")), typed = visit.typed
        return try await visit.submit {
            try await visit.act { act in
                let path = visit.link("/me/club/tally/\(id)")
                if typed.has("undo") {
                    return Redirect(path, try ClubDayStore.undo(at: id, of: centre, in: act) ? T.club.saidUndone : T.club.saidNothingToUndo)
                }
                guard let (kind, number) = ClubTally.read(typed["add"]) else { throw Problem.conflict(T.common.errorChoose) }
                try ClubDayStore.count(kind, number, at: id, of: centre, in: act)
                return Redirect(path)
            }
        } again: { try await tally(visit, $0) }
    }

    // MARK: The desk

    @Sendable static func make(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, typed = visit.typed
        return try await visit.submit {
            guard let last = typed["event"].split(separator: "/").last, let event = Event.ID(last) else { throw Problem.invalid("event", T.club.errorEvent) }
            return try await visit.act { act in
                let id = try ClubDayStore.make(of: event, at: centre, in: act)
                return Redirect(visit.link("/staff/club/days/\(id)"), T.common.saved)
            }
        } again: { try await ClubDeskPages.board(visit, $0) }
    }

    @Sendable static func desk(_ visit: Visit) async throws -> Answer { visit.page(try await desk(visit, visit.form())) }

    private static func desk(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let day = try await day(visit)
        return ClubDayViews(reader: visit.reader).desk(day, form)
    }

    @Sendable static func addStand(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed
        return try await deed(visit) { day, centre, act in try ClubDayStore.add(ClubStandDraft(typed), to: day.id, at: centre, in: act) }
    }

    @Sendable static func dropStand(_ visit: Visit) async throws -> Answer {
        let stand: ClubStand.ID = try visit.id("stand")
        return try await deed(visit) { day, centre, act in try ClubDayStore.drop(stand, of: day.id, at: centre, in: act) }
    }

    @Sendable static func addShift(_ visit: Visit) async throws -> Answer {
        let stand: ClubStand.ID? = ClubStand.ID(visit.typed["stand"]), typed = visit.typed, own = visit.language
        return try await deed(visit) { day, centre, act in
            guard let stand else { throw Problem.invalid("stand", T.common.errorChoose) }
            let (hours, needed) = try ClubShiftForm.read(typed, on: day.day, in: CentreStore.centre(centre, in: act).zone, own: own)
            try ClubDayStore.add(shift: hours, needed: needed, to: stand, of: day.id, at: centre, in: act)
        }
    }

    @Sendable static func dropShift(_ visit: Visit) async throws -> Answer {
        let shift: ClubShift.ID = try visit.id("shift")
        return try await deed(visit) { day, centre, act in try ClubDayStore.drop(shift: shift, of: day.id, at: centre, in: act) }
    }

    private static func deed(_ visit: Visit, _ deed: @escaping @Sendable (ClubDay, Centre.ID, Act) throws -> Void) async throws -> Answer {
        let (centre, id): (Centre.ID, ClubDay.ID) = (visit.centre.id, try visit.id("day"))
        return try await visit.submit {
            try await visit.act { act in
                try deed(ClubDayStore.day(id, at: centre, in: act), centre, act)
                return Redirect(visit.link("/staff/club/days/\(id)"), T.common.saved)
            }
        } again: { try await desk(visit, $0) }
    }
}
