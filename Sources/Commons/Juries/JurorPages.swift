import Centres
import Contests
import Files
import Forms
import Kernel
import Languages
import Look
import Web

/// What somebody of a jury does: one work after the other, none of whose people they know.
enum JurorPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return visit.page(JurorViews(reader: visit.reader).list(try await visit.read { try JurySheetStore.seats(at: centre, in: $0) }))
    }

    @Sendable static func desk(_ visit: Visit) async throws -> Answer { visit.page(try await deskScreen(visit, visit.form())) }

    @Sendable static func answer(_ visit: Visit) async throws -> Answer {
        let (id, centre): (Contest.ID, _) = (try visit.id("contest"), visit.centre.id), accepts = visit.typed["answer"] == "yes"
        return try await visit.submit {
            try await visit.act { act in
                try JurorStore.answer(accepts, id, at: centre, in: act)
                return Redirect(visit.link(accepts ? "/me/juries/\(id)" : "/me/juries"), accepts ? T.juries.saidAccepted : T.juries.saidDeclined)
            }
        } again: { try await deskScreen(visit, $0) }
    }

    /// Of a round in which the best are put in order.
    @Sendable static func order(_ visit: Visit) async throws -> Answer {
        let (id, centre): (Contest.ID, _) = (try visit.id("contest"), visit.centre.id)
        return try await visit.submit {
            let places = try places(visit.typed)
            return try await visit.act { act in
                try JurySheetStore.order(places, of: id, at: centre, in: act)
                return Redirect(visit.link("/me/juries/\(id)"), T.juries.saidOrdered)
            }
        } again: { try await deskScreen(visit, $0) }
    }

    private static func places(_ typed: Typed) throws -> [String: Int] {
        var faults = Faults(), places: [String: Int] = [:]
        for field in typed.fields where field.name.hasPrefix("place-") && !typed[field.name].isEmpty {
            let place = typed.number(field.name, in: 1...JuryRound.Details.rankBounds.upperBound)
            faults.require(place != nil, field.name, T.common.errorChoose)
            places[String(field.name.dropFirst("place-".count))] = place
        }
        try faults.check()
        return places
    }

    private static func deskScreen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (id, centre): (Contest.ID, _) = (try visit.id("contest"), visit.centre.id)
        let desk = try await visit.read { try JurySheetStore.desk(id, at: centre, in: $0) }
        let opened = Typed(desk.lines.compactMap { line in line.place.map { ("place-\(line.code)", "\($0)") } })
        return JurorViews(reader: visit.reader).desk(desk, form.problem == nil ? visit.form(opened) : form)
    }

    // MARK: One work

    @Sendable static func work(_ visit: Visit) async throws -> Answer { visit.page(try await workScreen(visit, visit.form())) }

    /// Keeps what was chosen, and goes on to the next work where that was asked.
    @Sendable static func give(_ visit: Visit) async throws -> Answer {
        let (id, centre, code): (Contest.ID, _, _) = (try visit.id("contest"), visit.centre.id, visit.parameters["code"] ?? "")
        let before = try await visit.read { try JurySheetStore.work(code, of: id, at: centre, in: $0) }
        let goesOn = visit.typed.has("next")
        return try await visit.submit {
            let given = try GivenSheet(visit.typed, before.desk.seat)
            return try await visit.act { act in
                try JurySheetStore.give(given, to: code, of: id, at: centre, in: act)
                guard goesOn else { return Redirect(visit.link("/me/juries/\(id)/works/\(code)"), T.common.saved) }
                let next = try JurySheetStore.desk(id, at: centre, in: act).next(after: code)
                return Redirect(visit.link(next.map { "/me/juries/\(id)/works/\($0)" } ?? "/me/juries/\(id)"), next == nil ? T.juries.saidAllSeen : T.common.saved)
            }
        } again: { try await workScreen(visit, $0) }
    }

    /// The same while somebody still chooses: a script sends it, and no page comes back.
    @Sendable static func keep(_ visit: Visit) async throws -> Answer {
        let (id, centre, code): (Contest.ID, _, _) = (try visit.id("contest"), visit.centre.id, visit.parameters["code"] ?? "")
        let before = try await visit.read { try JurySheetStore.work(code, of: id, at: centre, in: $0) }
        let given = try GivenSheet(visit.typed, before.desk.seat)
        try await visit.merge { try JurySheetStore.give(given, to: code, of: id, at: centre, in: $0) }
        return .text(visit.t(T.juries.kept), type: "text/plain; charset=utf-8")
    }

    @Sendable static func declare(_ visit: Visit) async throws -> Answer {
        let (id, centre, code): (Contest.ID, _, _) = (try visit.id("contest"), visit.centre.id, visit.parameters["code"] ?? "")
        return try await visit.submit {
            try await visit.act { act in
                try JurySheetStore.declare(code, of: id, at: centre, in: act)
                return Redirect(visit.link("/me/juries/\(id)"), T.juries.saidDeclared)
            }
        } again: { try await workScreen(visit, $0) }
    }

    @Sendable static func remark(_ visit: Visit) async throws -> Answer {
        let (id, centre, code): (Contest.ID, _, _) = (try visit.id("contest"), visit.centre.id, visit.parameters["code"] ?? "")
        return try await visit.submit {
            var faults = Faults()
            let words = visit.typed.lines("note")
            faults.limit(words, "note", .note)
            try faults.check()
            return try await visit.act { act in
                try JuryTalkStore.say(words, of: code, in: id, at: centre, in: act)
                return Redirect(visit.link("/me/juries/\(id)/works/\(code)"), T.juries.saidSaid)
            }
        } again: { try await workScreen(visit, $0) }
    }

    private static func workScreen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (id, centre, code): (Contest.ID, _, _) = (try visit.id("contest"), visit.centre.id, visit.parameters["code"] ?? "")
        let sight = try await visit.read { try JurySheetStore.work(code, of: id, at: centre, in: $0) }
        let opened = visit.form(sight.sheet?.given.typed ?? .nothing)
        return JurorViews(reader: visit.reader).work(sight, form.problem == nil ? opened : form)
    }

    // MARK: Its files

    /// Under the code of the work, by their order: neither an address nor a name says from where they came.
    @Sendable static func file(_ visit: Visit) async throws -> Answer {
        let (id, centre, code): (Contest.ID, _, _) = (try visit.id("contest"), visit.centre.id, visit.parameters["code"] ?? "")
        guard let number = Int(typed: visit.parameters["file"] ?? "", in: 1...100) else { throw Problem.missing }
        let work = try await visit.read { try JurySheetStore.work(code, of: id, at: centre, in: $0) }.work
        guard number <= work.files.count else { throw Problem.missing }
        let file = work.files[number - 1], ending = file.kind == .picture ? "jpg" : "pdf"
        return try FilePages.answer(file, width: visit.parameters["width"], name: "\(code)-\(number).\(ending)", visit)
    }
}
