import Accounts
import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// Those who run the clubs: all at once, one club with its mentors and topics.
enum ClubDeskPages {
    @Sendable static func board(_ visit: Visit) async throws -> Answer { visit.page(try await board(visit, visit.form())) }

    static func board(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id, year = visit.today.year
        let board = try await visit.read { act in
            ClubBoard(
                clubs: try ClubStore.clubs(at: centre, in: act), coming: try ClubSessionStore.coming(of: centre, limit: 40, in: act),
                uncounted: try ClubSessionStore.uncounted(of: centre, in: act), ideas: try ClubIdeaStore.waiting(of: centre, in: act),
                days: try ClubDayStore.all(at: centre, in: act), together: try ClubFigureStore.figures(of: year, at: centre, in: act).together)
        }
        return ClubDeskViews(reader: visit.reader).board(board, form)
    }

    // MARK: A club

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        let language: Language = visit.language == .srLatn ? .sr : visit.language
        return visit.page(try await new(visit, visit.form(Typed(["language": language.rawValue]))))
    }

    private static func new(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        ClubDeskViews(reader: visit.reader).new(try await halls(visit), form)
    }

    private static func halls(_ visit: Visit) async throws -> [Hall] {
        let centre = visit.centre.id
        return try await visit.read { try HallStore.halls(of: centre, in: $0) }
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, typed = visit.typed
        return try await visit.submit {
            let details = try ClubDetails(typed)
            return try await visit.act { act in
                let id = try ClubStore.add(details, at: centre, in: act)
                return Redirect(visit.link("/staff/club/\(id)"), T.common.saved)
            }
        } again: { try await new(visit, $0) }
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form())) }

    private static func show(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (centre, id): (Centre.ID, Club.ID) = (visit.centre.id, try visit.id("club"))
        let (club, topics, coming) = try await visit.read { act in
            (try ClubStore.run(id, at: centre, in: act), try ClubStore.topics(of: id, in: act), try ClubSessionStore.coming(of: centre, club: id, in: act))
        }
        return ClubDeskViews(reader: visit.reader).club(club, topics, coming, form)
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer { visit.page(try await edit(visit, nil)) }

    private static func edit(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let (centre, id): (Centre.ID, Club.ID) = (visit.centre.id, try visit.id("club"))
        let club = try await visit.read { try ClubStore.run(id, at: centre, in: $0) }
        return ClubDeskViews(reader: visit.reader).edit(club, try await halls(visit), form ?? visit.form(club.details.typed))
    }

    @Sendable static func change(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, Club.ID) = (visit.centre.id, try visit.id("club")), typed = visit.typed
        return try await visit.submit {
            let details = try ClubDetails(typed)
            return try await visit.act { act in
                try ClubStore.edit(id, to: details, at: centre, in: act)
                return Redirect(visit.link("/staff/club/\(id)"), T.common.saved)
            }
        } again: { try await edit(visit, $0) }
    }

    @Sendable static func close(_ visit: Visit) async throws -> Answer { try await deed(visit) { try ClubStore.setClosed(true, $0, at: $1, in: $2) } }
    @Sendable static func reopen(_ visit: Visit) async throws -> Answer { try await deed(visit) { try ClubStore.setClosed(false, $0, at: $1, in: $2) } }

    @Sendable static func name(_ visit: Visit) async throws -> Answer {
        let email = visit.typed["email"], isLead = visit.typed.has("lead")
        return try await deed(visit) { club, centre, act in
            guard let person = try PersonStore.person(email: email, in: act),
                person.verified != nil else { throw Problem.invalid("email", T.club.errorUnknown) }
            try ClubStore.name(person.id, lead: isLead, of: club, at: centre, in: act)
        }
    }

    @Sendable static func drop(_ visit: Visit) async throws -> Answer {
        let person: Person.ID = try visit.id("person")
        return try await deed(visit) { try ClubStore.drop(person, of: $0, at: $1, in: $2) }
    }

    private static func deed(_ visit: Visit, _ deed: @escaping @Sendable (Club.ID, Centre.ID, Act) throws -> Void) async throws -> Answer {
        let (centre, id): (Centre.ID, Club.ID) = (visit.centre.id, try visit.id("club"))
        return try await visit.submit {
            try await visit.act { act in
                try deed(id, centre, act)
                return Redirect(visit.link("/staff/club/\(id)"), T.common.saved)
            }
        } again: { try await show(visit, $0) }
    }

    // MARK: Topics

    @Sendable static func newTopic(_ visit: Visit) async throws -> Answer { visit.page(try await topic(visit, nil, visit.form(ClubTopicDetails("").typed))) }

    private static func topic(_ visit: Visit, _ id: ClubTopic.ID?, _ form: FilledForm?) async throws -> Screen {
        let (centre, own): (Centre.ID, Club.ID) = (visit.centre.id, try visit.id("club"))
        let (club, topic) = try await visit.read { act in
            (try ClubStore.run(own, at: centre, in: act), try id.map { try ClubStore.topic($0, of: own, in: act) })
        }
        let opened = topic.map { topic in topic.isClosed ? topic.details.typed.with("closed", "yes") : topic.details.typed }
        return ClubDeskViews(reader: visit.reader).topic(club, topic, form ?? visit.form(opened ?? .nothing))
    }

    @Sendable static func addTopic(_ visit: Visit) async throws -> Answer {
        let (centre, club): (Centre.ID, Club.ID) = (visit.centre.id, try visit.id("club")), typed = visit.typed
        return try await visit.submit {
            let details = try ClubTopicDetails(typed)
            return try await visit.act { act in
                _ = try ClubStore.add(details, to: club, at: centre, in: act)
                return Redirect(visit.link("/staff/club/\(club)"), T.common.saved)
            }
        } again: { try await topic(visit, nil, $0) }
    }

    @Sendable static func showTopic(_ visit: Visit) async throws -> Answer { visit.page(try await topic(visit, try visit.id("topic"), nil)) }

    @Sendable static func changeTopic(_ visit: Visit) async throws -> Answer {
        let (centre, club, id): (Centre.ID, Club.ID, ClubTopic.ID) = (visit.centre.id, try visit.id("club"), try visit.id("topic")), typed = visit.typed
        return try await visit.submit {
            let details = try ClubTopicDetails(typed)
            return try await visit.act { act in
                try ClubStore.edit(id, to: details, closed: typed.has("closed"), of: club, at: centre, in: act)
                return Redirect(visit.link("/staff/club/\(club)"), T.common.saved)
            }
        } again: { try await topic(visit, id, $0) }
    }
}
