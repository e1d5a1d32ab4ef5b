import Accounts
import Centres
import Documents
import Forms
import Kernel
import Languages
import Look
import Web

/// Meetings: asked for, answered, held, voted, written down.
enum CircleMeetingPages {
    private static func ids(_ visit: Visit) throws -> (centre: Centre.ID, circle: Circle.ID, meeting: CircleMeeting.ID) {
        (visit.centre.id, try visit.id("circle"), try visit.id("meeting"))
    }

    private static func path(_ circle: Circle.ID, _ meeting: CircleMeeting.ID) -> String { "/me/circles/\(circle)/meetings/\(meeting)" }

    private static func folder(_ visit: Visit) async throws -> MeetingFolder {
        let (centre, circle, meeting) = try ids(visit)
        return try await visit.read { try CircleMeetingStore.folder(meeting, of: circle, at: centre, in: $0) }
    }

    // MARK: Before it

    @Sendable static func new(_ visit: Visit) async throws -> Answer { visit.page(try await new(visit, visit.form())) }

    private static func new(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (centre, circle): (Centre.ID, Circle.ID) = (visit.centre.id, try visit.id("circle"))
        let (sight, halls) = try await visit.read { (try CircleStore.sight(circle, at: centre, in: $0), try HallStore.halls(of: centre, in: $0)) }
        return CircleMeetingViews(reader: visit.reader).form(sight, nil, halls.map(\.details.name), form)
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let (centre, circle): (Centre.ID, Circle.ID) = (visit.centre.id, try visit.id("circle")), own = visit.language
        return try await visit.submit {
            let details = try MeetingDetails(visit.typed, own: own)
            return try await visit.act { act in
                let id = try CircleMeetingStore.plan(details, of: circle, at: centre, in: act)
                return Redirect(visit.link(path(circle, id)), T.circles.saidPlanned)
            }
        } again: { try await new(visit, $0) }
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        visit.page(try await edit(visit, visit.form(try await folder(visit).meeting.details.typed)))
    }

    private static func edit(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let folder = try await folder(visit), centre = visit.centre.id
        let halls = try await visit.read { try HallStore.halls(of: centre, in: $0) }
        return CircleMeetingViews(reader: visit.reader).form(folder.sight, folder.meeting, halls.map(\.details.name), form)
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let (centre, circle, meeting) = try ids(visit), own = visit.language
        return try await visit.submit {
            let details = try MeetingDetails(visit.typed, own: own)
            return try await visit.act { act in
                try CircleMeetingStore.change(meeting, to: details, of: circle, at: centre, in: act)
                return Redirect(visit.link(path(circle, meeting)), T.common.saved)
            }
        } again: { try await edit(visit, $0) }
    }

    // MARK: One of them

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, nil)) }

    private static func show(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let folder = try await folder(visit)
        let (centre, circle, today) = (visit.centre.id, folder.sight.circle.id, visit.today)
        let plan = try await visit.read { try CirclePlanStore.lines(of: circle, in: SchoolYear(containing: today), in: $0) }
        let typed = Typed(Ballots.typed(folder.meeting.points) + folder.roll.guests.filter(\.isPresent).map { ("present", $0.person.description) })
        _ = centre
        return CircleMeetingViews(reader: visit.reader).page(folder, plan, form ?? visit.form(typed))
    }

    @Sendable static func invite(_ visit: Visit) async throws -> Answer {
        try await does(visit, T.circles.saidInvited) { try CircleMeetingStore.invite($1, of: $0, at: $2, in: $3) }
    }

    @Sendable static func cancel(_ visit: Visit) async throws -> Answer {
        try await does(visit, T.circles.saidCancelled) { try CircleMeetingStore.cancel($1, of: $0, at: $2, in: $3) }
    }

    @Sendable static func answer(_ visit: Visit) async throws -> Answer {
        let comes = visit.typed.has("comes")
        return try await does(visit, comes ? T.circles.saidComes : T.circles.saidComesNot) { try CircleMeetingStore.answer(comes, $1, of: $0, at: $2, in: $3) }
    }

    @Sendable static func mark(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed.all("present")
        return try await does(visit, T.common.saved) { circle, meeting, centre, act in
            let present = Set(typed.compactMap { Person.ID($0) })
            guard present.count == Set(typed).count else { throw Problem.invalid("present", T.common.errorChoose) }
            try CircleMeetingStore.mark(present, meeting, of: circle, at: centre, in: act)
        }
    }

    @Sendable static func vote(_ visit: Visit) async throws -> Answer {
        let points = try await folder(visit).meeting.points, typed = visit.typed
        return try await does(visit, T.common.saved) { circle, meeting, centre, act in
            try CircleMeetingStore.vote(try Ballots.read(typed, points), meeting, of: circle, at: centre, in: act)
        }
    }

    @Sendable static func conclude(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, own = visit.language
        return try await does(visit, T.circles.saidConcluded) { circle, meeting, centre, act in
            _ = try CircleConclusionStore.add(try CircleConclusionDetails(typed, own: own), of: circle, by: meeting, at: centre, in: act)
        }
    }

    private static func does(
        _ visit: Visit, _ said: Phrase, _ deed: @escaping @Sendable (Circle.ID, CircleMeeting.ID, Centre.ID, Act) throws -> Void
    ) async throws -> Answer {
        let (centre, circle, meeting) = try ids(visit)
        return try await visit.submit {
            try await visit.act { act in
                try deed(circle, meeting, centre, act)
                return Redirect(visit.link(path(circle, meeting)), said)
            }
        } again: { try await show(visit, $0) }
    }

    // MARK: Minutes

    @Sendable static func minutes(_ visit: Visit) async throws -> Answer { visit.page(try await minutes(visit, nil)) }

    private static func minutes(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let folder = try await folder(visit)
        let text = folder.current?.text ?? MinutesDraft(folder: folder, t: visit.t).text
        return CircleMinutesViews(reader: visit.reader).page(folder, form ?? visit.form(Typed(["minutes": text])))
    }

    @Sendable static func write(_ visit: Visit) async throws -> Answer {
        let (centre, circle, meeting) = try ids(visit), typed = visit.typed
        return try await visit.submit {
            let text = try CircleWords.read(typed, "minutes", .text), edition = typed.number("edition", in: 0...1_000_000) ?? 0
            return try await visit.act { act in
                try CircleMinutesStore.write(text, over: edition, meeting, of: circle, at: centre, in: act)
                return Redirect(visit.link(path(circle, meeting) + "/minutes"), T.common.saved)
            }
        } again: { try await minutes(visit, $0) }
    }

    @Sendable static func sign(_ visit: Visit) async throws -> Answer {
        let edition = visit.typed.number("edition", in: 0...1_000_000) ?? 0
        return try await minutes(visit, T.circles.saidSigned) { try CircleMinutesStore.sign(edition, $1, of: $0, at: $2, in: $3) }
    }

    @Sendable static func correct(_ visit: Visit) async throws -> Answer {
        try await minutes(visit, T.circles.saidCorrecting) { try CircleMinutesStore.correct($1, of: $0, at: $2, in: $3) }
    }

    private static func minutes(
        _ visit: Visit, _ said: Phrase, _ deed: @escaping @Sendable (Circle.ID, CircleMeeting.ID, Centre.ID, Act) throws -> Void
    ) async throws -> Answer {
        let (centre, circle, meeting) = try ids(visit)
        return try await visit.submit {
            try await visit.act { act in
                try deed(circle, meeting, centre, act)
                return Redirect(visit.link(path(circle, meeting) + "/minutes"), said)
            }
        } again: { form in try await minutes(visit, visit.form(Typed(["minutes": folder(visit).current?.text ?? ""]), form.problem)) }
    }

    @Sendable static func paper(_ visit: Visit) async throws -> Answer {
        let folder = try await folder(visit), id = visit.centre.id
        guard let text = folder.current else { throw Problem.missing }
        let centre = try await visit.read { try CentreStore.centre(id, in: $0) }
        let paper = CirclePaper(t: visit.t, office: centre).minutes(folder, text)
        return try await visit.printed(paper, with: "report", name: "\(paper.title).pdf")
    }
}
