import Centres
import Forms
import Kernel
import Languages
import Look
import Schools
import Web

/// Notes as everybody reads them, and what those who tried them say.
enum PracticePages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let (centre, words, filters, page) = (visit.centre.id, visit.query["q"], PracticeFilters(visit.query), visit.query.page)
        let (views, language) = (PracticeListViews(reader: visit.reader), visit.language)
        let (listing, rows) = try await visit.read { act in
            let listing = try PracticeListStore.listing(words, filters, page: page, at: centre, size: Paging.size, in: act)
            let rows = try act.rows("practices \(centre) \(language)", by: Practice.ID.self).of(listing.shown) { ids in
                try PracticeListStore.lines(inOrder: ids, in: act).reduce(into: [:]) { $0[$1.id] = views.row($1) }
            }
            return (listing, rows)
        }
        return visit.page(views.list(listing, rows, Paging(page, count: listing.count)))
    }

    /// The newest for programs that follow them.
    @Sendable static func feed(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let practices = try await visit.read { try PracticeStore.newest(of: centre, most: 50, in: $0) }
        return .feed(bytes: Array(PracticeFeed(reader: visit.reader).text(practices).utf8), type: "application/atom+xml; charset=utf-8")
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    @Sendable static func way(_ visit: Visit) async throws -> Answer {
        let (id, centre): (Practice.ID, _) = (try visit.id("practice"), visit.centre.id)
        let (practice, way) = try await visit.read { act in
            let practice = try PracticeStore.practice(id, at: centre, in: act)
            guard practice.published != nil else { throw Problem.missing }
            return (practice, try PracticeDeskStore.way(of: practice, in: act))
        }
        return visit.page(PracticeWayViews(reader: visit.reader).page(practice, way))
    }

    @Sendable static func say(_ visit: Visit) async throws -> Answer {
        let (id, centre): (Practice.ID, _) = (try visit.id("practice"), visit.centre.id)
        return try await visit.submit {
            let said = try SaidTry(visit.typed)
            return try await visit.act { act in
                try PracticeReuseStore.say(said, of: id, at: centre, in: act)
                return Redirect(visit.link("/practices/\(id)"), T.community.thanksTried)
            }
        } again: { try await screen(visit, $0) }
    }

    @Sendable static func wish(_ visit: Visit) async throws -> Answer {
        let (id, centre, typed): (Practice.ID, _, _) = (try visit.id("practice"), visit.centre.id, visit.typed["school"])
        return try await visit.submit {
            let school = School.ID(typed)
            guard typed.isEmpty || school != nil else { throw Problem.invalid("school", T.common.errorChoose) }
            return try await visit.act { act in
                try PracticeReuseStore.wish(for: id, school: school, at: centre, in: act)
                return Redirect(visit.link("/practices/\(id)"), T.community.thanksWished)
            }
        } again: { try await screen(visit, $0) }
    }

    /// What somebody wrote who tried it is shown to everybody, or no more.
    @Sendable static func reveal(_ visit: Visit) async throws -> Answer {
        let (id, one, centre): (Practice.ID, PracticeTry.ID, _) = (try visit.id("practice"), try visit.id("try"), visit.centre.id)
        let isShown = visit.typed["show"] == "yes"
        return try await visit.submit {
            try await visit.act { act in
                try PracticeReuseStore.show(isShown, one, of: id, at: centre, in: act)
                return Redirect(visit.link("/practices/\(id)"), T.common.saved)
            }
        } again: { try await screen(visit, $0) }
    }

    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (id, centre): (Practice.ID, _) = (try visit.id("practice"), visit.centre.id)
        let sight = try await visit.read { act in
            let practice = try PracticeStore.practice(id, at: centre, in: act), person = act.by.person
            return PracticeSight(
                practice: practice, reuse: try PracticeReuseStore.reuse(of: [id], in: act)[id] ?? PracticeReuse(), tries: try PracticeReuseStore.tries(of: id, in: act),
                hasWished: try person.map { try PracticeReuseStore.hasWished($0, for: id, in: act) } ?? false,
                schools: try person.map { try PracticeReuseStore.schools(of: $0, in: act) } ?? [], competences: try PracticeListStore.competences(in: act))
        }
        return PracticeViews(reader: visit.reader).page(sight, form)
    }
}
