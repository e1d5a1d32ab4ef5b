import Accounts
import Centres
import Forms
import Kernel
import Languages
import Look
import Needs
import Web

/// Segments as the centre's people save them, with who belongs to each.
enum SegmentPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let (centre, seal) = (visit.centre.id, visit.seal)
        let segments = try await visit.read { act in
            try SegmentStore.all(of: centre, in: act).map { segment in
                (segment: segment, readers: try SegmentStore.members(of: segment.draft, seal, at: centre, in: act).readers.count)
            }
        }
        return visit.page(SegmentViews(reader: visit.reader).list(segments))
    }

    @Sendable static func new(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, nil, visit.form())) }

    private static func screen(_ visit: Visit, _ segment: Segment?, _ form: FilledForm) async throws -> Screen {
        let (centre, seal, alphabet) = (visit.centre.id, visit.seal, visit.language.alphabet)
        let (choices, members) = try await visit.read { act in
            var municipalities = try TerritoryStore.territory(of: centre, alphabet, in: act)
            if municipalities.isEmpty, let country = try? CentreStore.centre(centre, in: act).country {
                municipalities = try MunicipalityStore.all(alphabet, country: country, in: act)
            }
            return (SegmentChoices(
                municipalities: municipalities, schools: try SchoolStore.nearby(centre, in: act), topics: try TopicStore.list(in: act)),
                try segment.map { try SegmentStore.members(of: $0.draft, seal, at: centre, in: act) })
        }
        return SegmentViews(reader: visit.reader).form(segment, choices, members, form)
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            let draft = try SegmentDraft(visit.typed)
            return try await visit.act { act in
                let id = try SegmentStore.add(draft, to: centre, in: act)
                return Redirect(visit.link("/staff/newsletters/segments/\(id)"), T.newsletter.saidSegment)
            }
        } again: { try await screen(visit, nil, $0) }
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let segment = try await segment(visit)
        return visit.page(try await screen(visit, segment, visit.form(segment.draft.typed)))
    }

    private static func segment(_ visit: Visit) async throws -> Segment {
        let (centre, id): (_, Segment.ID) = (visit.centre.id, try visit.id("segment"))
        return try await visit.read { try SegmentStore.segment(id, at: centre, in: $0) }
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let segment = try await segment(visit), centre = visit.centre.id
        return try await visit.submit {
            let draft = try SegmentDraft(visit.typed)
            return try await visit.act { act in
                try SegmentStore.edit(segment.id, to: draft, at: centre, in: act)
                return Redirect(visit.link("/staff/newsletters/segments/\(segment.id)"), T.common.saved)
            }
        } again: { try await screen(visit, segment, $0) }
    }

    @Sendable static func drop(_ visit: Visit) async throws -> Answer {
        let segment = try await segment(visit), centre = visit.centre.id
        return try await visit.submit {
            try await visit.act { act in
                try SegmentStore.drop(segment.id, at: centre, in: act)
                return Redirect(visit.link("/staff/newsletters/segments"), T.newsletter.saidSegmentGone)
            }
        } again: { try await screen(visit, segment, visit.form(segment.draft.typed, $0.problem)) }
    }
}
