import Catalogue
import Centres
import Documents
import Events
import Forms
import Kernel
import Languages
import Look
package import Web

/// The programme of talks, for those who run the event.
package enum TalkPages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        visit.page(TalkViews(reader: visit.reader).list(try await programme(visit), visit.form()))
    }

    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        let programme = try await programme(visit)
        return try await visit.submit {
            let details = try TalkDetails(visit.typed, of: programme.event)
            return try await visit.act { act in
                try TalkStore.add(details, to: programme.event.id, in: act)
                return Redirect(visit.link("/staff/events/\(programme.event.id)/talks"), T.common.saved)
            }
        } again: { form in
            TalkViews(reader: visit.reader).list(programme, form)
        }
    }

    @Sendable package static func edit(_ visit: Visit) async throws -> Answer {
        let (talk, programme) = try await talk(visit)
        return visit.page(TalkViews(reader: visit.reader).form(talk, programme, visit.form(talk.details.typed)))
    }

    @Sendable package static func save(_ visit: Visit) async throws -> Answer {
        let (talk, programme) = try await talk(visit)
        return try await visit.submit {
            let details = try TalkDetails(visit.typed, of: programme.event)
            return try await visit.act { act in
                try TalkStore.edit(talk.id, to: details, in: act)
                return Redirect(visit.link("/staff/events/\(programme.event.id)/talks"), T.common.saved)
            }
        } again: { form in
            TalkViews(reader: visit.reader).form(talk, programme, form)
        }
    }

    @Sendable package static func remove(_ visit: Visit) async throws -> Answer {
        let id: Talk.ID = try visit.id("talk")
        return try await visit.act { act in
            let event = try TalkStore.remove(id, in: act)
            return Redirect(visit.link("/staff/events/\(event)/talks"), T.guests.saidTalkRemoved)
        }
    }

    /// The book of abstracts.
    @Sendable package static func book(_ visit: Visit) async throws -> Answer {
        let programme = try await programme(visit)
        let (centre, logo) = try await visit.read { act in
            (try CentreStore.centre(programme.event.centre, in: act), try LogoStore.logo(of: programme.event.centre, in: act))
        }
        let book = TalkBook(programme: programme, centre: centre, logo: logo, t: visit.t.speaking(programme.event.plan.language))
        return try await visit.printed(
            book.paper, with: "report", pictures: logo?.pictures ?? [:],
            name: "\(book.t(T.guests.talkBook)) – \(programme.event.title(in: book.t.language).text).pdf")
    }

    private static func programme(_ visit: Visit) async throws -> TalkProgramme {
        let id: Event.ID = try visit.id("event")
        return try await visit.read { try TalkStore.programme(of: id, in: $0) }
    }

    private static func talk(_ visit: Visit) async throws -> (Talk, TalkProgramme) {
        let id: Talk.ID = try visit.id("talk")
        return try await visit.read { try TalkStore.talk(id, in: $0) }
    }
}
