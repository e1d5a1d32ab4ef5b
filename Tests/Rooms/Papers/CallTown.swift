import Accounts
import Events
import Kernel
import Languages
import Papers
import Storage
import Testing
import Town

/// A conference of the town with a call for papers that is open from today on for ten days, read for ten, written again for ten, read again for ten.
struct CallTown {
    let town: Town
    let event: Event.ID
    let first: Day

    init(published: Bool = true, _ change: @escaping @Sendable (inout PaperCallDetails) -> Void = { _ in }) async throws {
        let town = try await Town()
        self.town = town
        event = try await town.occasion("Conference", "Примери добре праксе", seats: 100, inDays: 60) { plan in
            let day = plan.sessions[0].day
            plan.sessions = [
                EventSession(day: day, begins: ClockTime(hour: 9, minute: 0)!, ends: ClockTime(hour: 10, minute: 0)!, place: "Велика сала"),
                EventSession(day: day, begins: ClockTime(hour: 10, minute: 0)!, ends: ClockTime(hour: 11, minute: 0)!, place: "Учионица 2"),
            ]
        }
        let today = town.zone.day(of: town.clock.now)
        first = today
        let (id, details) = (event, Self.details(from: today, change))
        try await town.vesna.does { act in
            try PaperCallStore.write(details, of: id, in: act)
            if published { try PaperCallStore.publish(id, in: act) }
        }
    }

    static func details(from today: Day, _ change: (inout PaperCallDetails) -> Void = { _ in }) -> PaperCallDetails {
        var details = PaperCallDetails(
            words: "Пишите о ономе што сте пробали.", kinds: ["излагање", "радионица"], criteria: ["Тема", "Новина"], abstractWords: 20, keywordsMost: 2, authorsMost: 2,
            days: PaperCallDays(
                opens: today, deadline: today.adding(days: 10), reviewed: today.adding(days: 20), again: today.adding(days: 30), againReviewed: today.adding(days: 40)))
        change(&details)
        return details
    }

    /// Days pass, and everybody enters anew.
    func later(days: Int) async throws {
        town.clock.passes(days: days)
        for person in [town.ana, town.branko, town.milena, town.ruta, town.goran] { try await person.enters() }
        try await town.vesna.enters(withFactor: true)
    }

    var desk: String { "/staff/events/\(event)/papers" }

    static func draft(_ title: String = "Огледи у петом разреду", authors: [PaperAuthor] = [PaperAuthor(name: "Ана Ђорђевић", school: "ОШ „Свитац“")]) -> PaperDraft {
        PaperDraft(PaperText(title: title, abstract: "Ваздух и вода.", keywords: "физика, огледи", kind: "излагање"), authors: authors)
    }

    /// Somebody sends a proposal.
    func sends(_ someone: Someone, _ draft: PaperDraft = Self.draft()) async throws -> Paper.ID {
        let event = event
        return try await someone.does { try PaperStore.add(draft, to: event, sends: true, in: $0) }
    }

    /// The centre names reviewers with whom it has had to do.
    func names(_ people: Someone...) async throws {
        let event = event
        for person in people {
            _ = try await person.applies(to: event, payer: .free)
            let id = person.id
            try await town.vesna.does { try PaperCallStore.name(id, reviewerAt: event, in: $0) }
        }
    }

    func deals() async throws -> Int {
        let event = event
        return try await town.vesna.does { try ReviewStore.deal(event, in: $0) }
    }

    func paper(_ id: Paper.ID) async throws -> Paper { try await town.finds { try PaperStore.paper(id, in: $0) } }

    func reviews(_ id: Paper.ID) async throws -> [Review] { try await town.finds { try ReviewStore.reviews(of: [id], in: $0)[id] ?? [] } }

    /// A reviewer says the same of every criterion.
    func says(_ someone: Someone, _ recommendation: Recommendation, of paper: Paper.ID, mark: Int = 4, _ words: String = "Додајте један пример.") async throws {
        let all = try await reviews(paper), id = someone.id
        let review = try #require(all.last { $0.person == id })
        try await someone.does { act in
            let sheet = try ReviewStore.sheet(review.id, in: act)
            let marks = Dictionary(uniqueKeysWithValues: sheet.call.criteria.map { ($0.id, mark) })
            try ReviewStore.give(review.id, Judgement(marks: marks, recommendation, words: words), in: act)
        }
    }
}
