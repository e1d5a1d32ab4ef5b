import Catalogue
import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// Topics: as everybody reads them, and as staff keep them.
enum TopicPages {
    // MARK: For everybody

    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let words = visit.query["q"]
        let topics = try await visit.read { try TopicStore.list(in: $0) }
        return visit.page(TopicViews(reader: visit.reader).list(topics, words))
    }

    /// A topic that went into another one shows that one.
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let (id, centre): (Topic.ID, Centre.ID) = (try visit.id("topic"), visit.centre.id)
        let (topics, programmes, standing) = try await visit.read { act in
            let topics = try TopicStore.list(in: act), shown = topics.standing(id)?.id ?? id
            return (topics, try TopicStore.programmes(of: shown, in: act), try topics[shown].map { try WouldComeStore.standing(of: .topic($0.id), at: centre, in: act) })
        }
        guard let topic = topics.standing(id), let standing else { throw Problem.missing }
        guard topic.id == id else { return .redirect(visit.link("/topics/\(topic.id)")) }
        return visit.page(TopicViews(reader: visit.reader).show(topic, programmes, standing))
    }

    // MARK: Kept by staff

    @Sendable static func kept(_ visit: Visit) async throws -> Answer {
        let (topics, wishes) = try await visit.read { (try TopicStore.list(in: $0), try TopicStore.wishes(in: $0)) }
        return visit.page(TopicDeskViews(reader: visit.reader).list(topics, wishes))
    }

    @Sendable static func addStarter(_ visit: Visit) async throws -> Answer {
        try await visit.act { act in
            try TopicStore.addStarter(in: act)
            return Redirect(visit.link("/settings/topics"), T.needs.saidStarter)
        }
    }

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        let codes = try await codes(visit)
        return visit.page(TopicDeskViews(reader: visit.reader).new(codes, visit.form(Typed(["name_sr": visit.query["name"]]))))
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        try await visit.submit {
            let draft = try TopicDraft(visit.typed)
            return try await visit.act { act in
                let id = try TopicStore.add(draft, in: act)
                return Redirect(visit.link("/settings/topics/\(id)"), T.common.saved)
            }
        } again: { TopicDeskViews(reader: visit.reader).new(try await codes(visit), $0) }
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let board = try await board(visit)
        return visit.page(TopicDeskViews(reader: visit.reader).edit(board, visit.form(board.topic.draft.typed)))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let id: Topic.ID = try visit.id("topic")
        return try await visit.submit {
            let draft = try TopicDraft(visit.typed)
            return try await visit.act { act in
                try TopicStore.edit(id, to: draft, in: act)
                return Redirect(visit.link("/settings/topics/\(id)"), T.common.saved)
            }
        } again: { TopicDeskViews(reader: visit.reader).edit(try await board(visit), $0) }
    }

    @Sendable static func retire(_ visit: Visit) async throws -> Answer {
        let id: Topic.ID = try visit.id("topic"), isRetired = !visit.typed.has("back")
        return try await deed(visit, id) { try TopicStore.set(id, isRetired: isRetired, in: $0) }
    }

    @Sendable static func merge(_ visit: Visit) async throws -> Answer {
        let id: Topic.ID = try visit.id("topic")
        return try await deed(visit, id) { act in
            guard let other = Topic.ID(visit.typed["into"]) else { throw Problem.invalid("into", T.common.errorChoose) }
            try TopicStore.merge(id, into: other, in: act)
        }
    }

    @Sendable static func tie(_ visit: Visit) async throws -> Answer {
        let id: Topic.ID = try visit.id("topic"), isServing = !visit.typed.has("untie")
        return try await deed(visit, id) { act in
            guard let programme = Programme.ID(visit.typed["programme"]) else { throw Problem.invalid("programme", T.common.errorChoose) }
            try TopicStore.set(programme, serves: isServing, id, in: act)
        }
    }

    private static func deed(_ visit: Visit, _ id: Topic.ID, _ deed: @escaping @Sendable (Act) throws -> Void) async throws -> Answer {
        try await visit.submit {
            try await visit.act { act in
                try deed(act)
                return Redirect(visit.link("/settings/topics/\(id)"), T.common.saved)
            }
        } again: { form in
            let board = try await board(visit)
            return TopicDeskViews(reader: visit.reader).edit(board, visit.form(board.topic.draft.typed, form.problem))
        }
    }

    private static func board(_ visit: Visit) async throws -> TopicBoard {
        let id: Topic.ID = try visit.id("topic"), codes = try await codes(visit)
        return try await visit.read { act in
            TopicBoard(
                topic: try TopicStore.topic(id, in: act), topics: try TopicStore.list(in: act), merged: try TopicStore.merged(into: id, in: act),
                programmes: try TopicStore.programmes(of: id, in: act), choices: try ProgrammeStore.choices(in: act), codes: codes)
        }
    }

    /// Competences of the cycles that are not over.
    private static func codes(_ visit: Visit) async throws -> [CycleCode] {
        let today = visit.today
        return try await visit.read { act in
            let open = try CycleStore.cycles(in: act).filter { !$0.isOver(on: today) }.map(\.id)
            return try CycleStore.codes(of: open, in: act).filter { $0.list == .competence }
        }
    }
}

/// What staff see of a topic.
struct TopicBoard: Sendable {
    let topic: Topic
    let topics: TopicList
    /// Topics that went into it, and when.
    let merged: [(topic: Topic, at: Instant?)]
    let programmes: [ProgrammeLine]
    let choices: [ProgrammeChoice]
    let codes: [CycleCode]
}
