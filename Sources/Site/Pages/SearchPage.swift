import Catalogue
import Centres
import Circles
import Contests
import Club
import Events
import Forms
import HTML
import Informer
import Initiatives
import Kernel
import Languages
import Look
import Needs
import Newsletter
import Planning
import Neighbours
import Projects
import Publishing
import Registration
import Web

/// One field for the whole site: what comes, what is offered, what was written.
enum SearchPage {
    private static let most = 6

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let (words, id, alphabet, today) = (visit.query["q"], visit.centre.id, visit.language.alphabet, visit.today)
        guard !words.isEmpty else { return visit.page(screen(visit, nil)) }
        let found = try await visit.read { act in
            let centre = try CentreStore.centre(id, in: act)
            var filter = EventFilter(.nothing)
            filter.words = words
            let events = try EventStore.ground(of: centre, filter, alphabet, in: act).entries.prefix(most).map(\.id)
            let listed = try EventStore.listed(inOrder: Array(events), in: act)
            let (all, places) = try ProgrammeStore.found(words, .valid, order: alphabet, in: act), programmes = places.prefix(most).map { all.entries[$0].id }
            return Found(
                events: listed, seats: try RegistrationStore.seats(of: listed, in: act), programmes: try ProgrammeStore.lines(inOrder: programmes, in: act),
                topics: try TopicStore.list(in: act).like(words, most: most), packages: try EventPackageStore.found(words, of: id, limit: most, in: act),
                articles: try ArticleStore.found(words, of: id, until: today, limit: most, in: act),
                newsletters: try IssueStore.found(words, of: id, limit: most, in: act),
                documents: try CentreDocumentStore.found(words, of: id, limit: most, in: act),
                informers: try InformerIssueStore.found(words, of: id, limit: most, in: act),
                circles: try CircleStore.found(words, of: id, limit: most, in: act),
                contests: try ContestStore.found(words, of: id, limit: most, in: act),
                clubs: try ClubStore.found(words, at: id, limit: most, in: act), projects: try ProjectStore.found(words, of: id, limit: most, in: act),
                neighbours: try NeighbourOfferStore.found(words, limit: most, in: act),
                initiatives: try InitiativeStore.found(words, at: id, limit: most, in: act), mine: try MineFound.find(words, limit: most, in: act),
                staff: try StaffFound.find(words, at: id, limit: most, in: act))
        }
        return visit.page(screen(visit, found))
    }

    private struct Found: Sendable {
        let events: [ListedEvent]
        let seats: [Event.ID: Seats]
        let programmes: [ProgrammeLine]
        let topics: [Topic]
        let packages: [EventPackage]
        let articles: [Article]
        let newsletters: [NewsletterIssue]
        let documents: [CentreDocument]
        let informers: [InformerIssueStore.Line]
        let circles: [Circle]
        let contests: [Contest]
        let clubs: [Club]
        let projects: [Project]
        let neighbours: [(offer: NeighbourOffer, neighbour: Neighbour)]
        let initiatives: [Initiative]
        let mine: MineFound
        let staff: StaffFound

        var isEmpty: Bool {
            events.isEmpty && topics.isEmpty && packages.isEmpty && programmes.isEmpty && articles.isEmpty && newsletters.isEmpty && documents.isEmpty
                && informers.isEmpty && circles.isEmpty && contests.isEmpty && clubs.isEmpty && projects.isEmpty && neighbours.isEmpty && initiatives.isEmpty
                && mine.isEmpty && staff.isEmpty
        }
    }

    private static func screen(_ visit: Visit, _ found: Found?) -> Screen {
        let (t, reader, words) = (visit.t, visit.reader, visit.query["q"])
        let again = Typed(["q": words]).query
        return Screen(t(T.site.search), isIndexed: false) {
            Heading(t(T.site.search))
            Look::Form(action: visit.link("/search"), method: .get, isInline: true, label: t(T.site.search)) {
                Field(t(T.site.homeSearch), name: "q", value: words, hint: t(T.site.homeSearchHint), optional: "").search()
                Submit(t(T.common.search))
            }
            if let found {
                if found.isEmpty {
                    EmptyState(t(T.site.searchNothing), t(T.site.searchNothingText)) { LinkButton(t(T.events.all), href: visit.link("/events"), .quiet) }
                }
                if !found.events.isEmpty {
                    h2 { t(T.events.all) }
                    EventList(found.events.map { SeatsViews(reader: reader).line($0, found.seats[$0.id]) }, level: 3)
                    HTML::p { a(.href(visit.link("/events?\(again)"))) { t(T.site.searchEvents) } }
                }
                if !found.packages.isEmpty {
                    h2 { t(T.registration.packages) }
                    ul { ForEach(found.packages) { package in li { a(.href(visit.link("/packages/\(package.id)"))) { t.run(package.details.title) } } } }
                }
                if !found.programmes.isEmpty {
                    h2 { t(T.catalogue.programmes) }
                    ul { ForEach(found.programmes) { line in li { a(.href(visit.link("/programmes/\(line.id)"))) { t.run(line.title, line.language) } } } }
                    HTML::p { a(.href(visit.link("/programmes?\(again)"))) { t(T.site.searchProgrammes) } }
                }
                if !found.topics.isEmpty {
                    h2 { t(T.needs.topics) }
                    ul { ForEach(found.topics) { topic in li { TopicViews(reader: reader).link(topic) } } }
                }
                if !found.articles.isEmpty {
                    h2 { t(T.site.searchArticles) }
                    ArticleViews(reader: reader).list(found.articles, level: 3)
                }
                if !found.newsletters.isEmpty {
                    h2 { t(T.site.searchNewsletters) }
                    ul { ForEach(found.newsletters) { issue in li { a(.href(visit.link(issue.path))) { t.run(issue.title(in: visit.language)) } } } }
                }
                if !found.documents.isEmpty {
                    h2 { t(T.publishing.documents) }
                    CentreDocumentViews(reader: reader).lines(found.documents)
                }
                if !found.informers.isEmpty {
                    h2 { t(T.informer.titles) }
                    ul { ForEach(found.informers) { line in li { a(.href(visit.link("/informers/\(line.id)"))) { line.month.name(t) } } } }
                }
                if !found.circles.isEmpty {
                    h2 { t(T.circles.title) }
                    ul { ForEach(found.circles) { circle in li { a(.href(visit.link("/circles/\(circle.id)"))) { t.run(circle.details.name) } } } }
                }
                if !found.contests.isEmpty {
                    h2 { t(T.contests.title) }
                    ul { ForEach(found.contests) { contest in li { a(.href(visit.link(contest.path))) { t.run(contest.name, contest.language) } } } }
                }
                if !found.clubs.isEmpty {
                    h2 { t(T.club.title) }
                    ul { ForEach(found.clubs) { club in li { a(.href(visit.link(club.path))) { t.run(club.name, club.details.language) } } } }
                }
                if !found.projects.isEmpty {
                    h2 { t(T.projects.title) }
                    ul { ForEach(found.projects) { project in li { a(.href(visit.link(project.path))) { t.run(project.details.name) } } } }
                }
                if !found.neighbours.isEmpty {
                    h2 { t(T.neighbours.offers) }
                    NeighbourOfferViews(reader: reader).found(found.neighbours)
                }
                if !found.initiatives.isEmpty {
                    h2 { t(T.initiatives.title) }
                    ul { ForEach(found.initiatives) { one in li { a(.href(visit.link(one.path))) { t.run(one.details.title, one.details.language) } } } }
                }
                MineFoundView(found: found.mine, reader: reader)
                StaffFoundView(found.staff, reader)
            }
        }
    }
}
