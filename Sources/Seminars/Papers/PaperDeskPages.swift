import Accounts
import Events
import Forms
import Kernel
import Languages
import Look
import Web

/// A call and what came, for those who run the event.
enum PaperDeskPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id: Event.ID = try visit.id("event"), (words, sought) = (visit.query["q"], visit.query["person"]), alphabet = visit.language.alphabet
        let (desk, found) = try await visit.read { act in
            let desk = try PaperDeskStore.desk(of: id, words: words, in: act)
            let ties = try PersonStore.ties(to: desk.event.centre, in: act)
            return (desk, sought.isEmpty ? nil : try PersonStore.search(sought, within: ties, sorted: alphabet, limit: 20, in: act))
        }
        return PaperDeskViews(reader: visit.reader).page(desk, form, found: found)
    }

    // MARK: The call

    @Sendable static func form(_ visit: Visit) async throws -> Answer {
        let (event, call) = try await call(visit)
        let today = visit.today
        let details = call?.details ?? PaperCallDetails(
            criteria: [T.papers.criterionTopic, T.papers.criterionNew, T.papers.criterionClear].map { visit.t.speaking(event.plan.language)($0) },
            days: PaperCallDays(from: today, to: event.days?.lowerBound ?? today))
        return visit.page(PaperCallViews(reader: visit.reader).form(visit.form(details.typed), of: event, isNew: call == nil))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let (event, call) = try await call(visit)
        return try await visit.submit {
            let details = try PaperCallDetails(visit.typed, own: visit.language)
            return try await visit.act { act in
                try PaperCallStore.write(details, of: event.id, in: act)
                return Redirect(visit.link("/staff/events/\(event.id)/papers"), T.common.saved)
            }
        } again: { form in
            PaperCallViews(reader: visit.reader).form(form, of: event, isNew: call == nil)
        }
    }

    private static func call(_ visit: Visit) async throws -> (Event, PaperCall?) {
        let id: Event.ID = try visit.id("event")
        return try await visit.read { (try PaperCallStore.event(id, in: $0), try PaperCallStore.call(of: id, in: $0)) }
    }

    // MARK: Acts on all of it

    @Sendable static func publish(_ visit: Visit) async throws -> Answer {
        try await does(visit) { try PaperCallStore.publish($0, in: $1); return T.papers.saidPublished }
    }

    @Sendable static func deal(_ visit: Visit) async throws -> Answer {
        try await does(visit) { T.papers.saidDealt(count: try ReviewStore.deal($0, in: $1)) }
    }

    @Sendable static func remind(_ visit: Visit) async throws -> Answer {
        try await does(visit) { T.papers.saidReminded(count: try ReviewStore.remind($0, in: $1)) }
    }

    @Sendable static func placeAll(_ visit: Visit) async throws -> Answer {
        try await does(visit) { id, act in
            let (placed, left) = try PaperDeskStore.placeAll(id, in: act)
            return left == 0 ? T.papers.saidPlacedAll(count: placed) : T.papers.saidPlacedSome(count: left, placed: .number(placed))
        }
    }

    @Sendable static func name(_ visit: Visit) async throws -> Answer {
        let person = ID<PersonTag>(visit.typed["person"])
        return try await does(visit) { id, act in
            guard let person else { throw Problem.missing }
            try PaperCallStore.name(person, reviewerAt: id, in: act)
            return T.papers.saidNamed
        }
    }

    private static func does(_ visit: Visit, _ deed: @escaping @Sendable (Event.ID, Act) throws -> Phrase) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        return try await visit.submit {
            try await visit.act { act in
                let said = try deed(id, act)
                return Redirect(visit.link("/staff/events/\(id)/papers"), said)
            }
        } again: { form in
            try await screen(visit, form)
        }
    }

    @Sendable static func removeReviewer(_ visit: Visit) async throws -> Answer {
        let id: Reviewer.ID = try visit.id("reviewer")
        return try await visit.act { act in
            Redirect(visit.link("/staff/events/\(try PaperCallStore.remove(id, in: act))/papers"), T.papers.saidReviewerRemoved)
        }
    }

    // MARK: One proposal

    @Sendable static func file(_ visit: Visit) async throws -> Answer {
        let file = try await file(of: visit)
        // The next free time stands in the form already.
        let place = PaperPlace.next(in: file.talks, speakers: file.paper.speakers, minutes: file.call.details.minutes)
        return visit.page(PaperFileViews(reader: visit.reader).page(file, visit.form(place?.typed ?? .nothing)))
    }

    private static func file(of visit: Visit) async throws -> PaperFile {
        let id: Paper.ID = try visit.id("paper")
        return try await visit.read { try PaperDeskStore.file(id, in: $0) }
    }

    @Sendable static func assign(_ visit: Visit) async throws -> Answer {
        let people = Set(visit.typed.all("reviewer").compactMap { ID<PersonTag>($0) })
        return try await does(with: visit, T.papers.saidAssigned) { try ReviewStore.assign($0, to: people, in: $1) }
    }

    @Sendable static func decide(_ visit: Visit) async throws -> Answer {
        let (typed, words) = (visit.typed, visit.typed.lines("words"))
        return try await does(with: visit, T.papers.saidDecided) { id, act in
            var faults = Faults()
            let decision = Recommendation(rawValue: typed["decision"])
            faults.require(decision != nil, "decision", T.common.errorChoose)
            faults.limit(words, "words", .letter)
            try faults.check()
            guard let decision else { throw Problem.missing }
            return try PaperDeskStore.decide(id, decision, saying: words, in: act)
        }
    }

    @Sendable static func takeBack(_ visit: Visit) async throws -> Answer {
        try await does(with: visit, T.papers.saidTakenBack) { try PaperDeskStore.takeBack($0, in: $1) }
    }

    @Sendable static func place(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed
        return try await does(with: visit, T.papers.saidPlaced) { id, act in try PaperDeskStore.place(id, at: PaperPlace(typed), in: act) }
    }

    private static func does(with visit: Visit, _ said: Phrase, _ deed: @escaping @Sendable (Paper.ID, Act) throws -> Event.ID) async throws -> Answer {
        let id: Paper.ID = try visit.id("paper")
        return try await visit.submit {
            try await visit.act { act in
                let event = try deed(id, act)
                return Redirect(visit.link("/staff/events/\(event)/papers"), said)
            }
        } again: { form in
            PaperFileViews(reader: visit.reader).page(try await file(of: visit), form)
        }
    }
}

extension PaperPlace {
    var typed: Typed { Typed(["session": "\(session)", "begins": Language.sr.write(begins), "ends": Language.sr.write(ends)]) }
}
