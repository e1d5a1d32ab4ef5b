import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// Own words of a year, and the topics that they are matched to.
enum OwnWordsPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (centre, year) = (visit.centre.id, DemandPages.year(visit, visit.query))
        let (waiting, matched, topics) = try await visit.read { act in
            (try OwnWordsStore.waiting(at: centre, in: year, in: act), try OwnWordsStore.matched(in: act), try TopicStore.list(in: act))
        }
        return OwnWordsViews(reader: visit.reader).page(waiting, matched, topics, form)
    }

    @Sendable static func match(_ visit: Visit) async throws -> Answer {
        let (centre, key) = (visit.centre.id, visit.typed["key"])
        return try await visit.submit {
            guard let topic = Topic.ID(visit.typed["topic"]) else { throw Problem.invalid("topic", T.common.errorChoose) }
            return try await visit.act { act in
                try OwnWordsStore.match(key, to: topic, at: centre, in: act)
                return Redirect(visit.link("/staff/needs/words"), T.needs.saidMatched)
            }
        } again: { try await screen(visit, $0) }
    }

    @Sendable static func release(_ visit: Visit) async throws -> Answer {
        guard let word = TopicWord.ID(visit.typed["word"]) else { throw Problem.missing }
        let centre = visit.centre.id
        return try await visit.act { act in
            try OwnWordsStore.release(word, at: centre, in: act)
            return Redirect(visit.link("/staff/needs/words"), T.needs.saidReleased)
        }
    }
}
