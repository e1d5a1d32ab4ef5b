package import Events
package import Kernel
package import Languages
package import Storage

/// A talk in the programme of an event: within one of its sessions, by one speaker or several.
package struct Talk: Sendable {
    package typealias ID = Kernel.ID<Talk>

    package let id: ID
    package let event: Event.ID
    package let details: TalkDetails

    package init(row: Row) throws {
        id = try row["id"]
        event = try row["event"]
        details = TalkDetails(
            session: try row["session"], begins: try row["begins"], ends: try row["ends"], title: try row["title"], speakers: try row["speakers"],
            abstract: try row["abstract"])
    }
}

/// A talk is about to be taken from the programme. Whoever knows what it was made of gives that up.
package struct TalkRemoved: Fact { package let talk: Talk.ID }

package struct TalkDetails: Sendable, Hashable {
    package var session: EventSession.ID
    package var begins: ClockTime
    package var ends: ClockTime
    package var title: String
    /// Names, parted by commas.
    package var speakers: String
    package var abstract: String

    package init(session: EventSession.ID, begins: ClockTime, ends: ClockTime, title: String, speakers: String = "", abstract: String = "") {
        self.session = session
        self.begins = begins
        self.ends = ends
        self.title = title
        self.speakers = speakers
        self.abstract = abstract
    }

    package var names: [String] { speakers.split(separator: ",").map { WrittenText.line(String($0)) }.filter { !$0.isEmpty } }

    static let longestTitle = TextLimit.sentence.rawValue, longestAbstract = TextLimit.letter.rawValue

    /// It lies within its session, beside no other talk there, and nobody speaks at two places at once.
    /// - Parameter others: all other talks of the event.
    package func faults(in event: Event, besides others: [Talk]) -> Faults {
        var faults = Faults()
        faults.require(!title.isEmpty, "title", T.common.errorMissing)
        for (field, text, most) in [("title", title, Self.longestTitle), ("speakers", speakers, Self.longestTitle), ("abstract", abstract, Self.longestAbstract)] {
            faults.require(text.unicodeScalars.count <= most, field, T.common.errorTooLong(most: .number(most)))
        }
        let days = Dictionary(zip(event.sessionRows, event.plan.sessions), uniquingKeysWith: { first, _ in first })
        guard let own = days[session] else {
            faults.add("session", T.common.errorChoose)
            return faults
        }
        faults.require(begins < ends, "ends", T.events.endsBeforeStart)
        faults.require(begins >= own.begins && ends <= own.ends, "begins", T.guests.talkOutside(times: .times(own.begins, own.ends)))
        let ownNames = Set(names.map { Fold.indexText($0) })
        for other in others where days[other.details.session]?.day == own.day && other.details.begins < ends && begins < other.details.ends {
            if other.details.session == session {
                faults.add("begins", T.guests.talkOverlaps(title: .title(other.details.title)))
            } else if let name = other.details.names.first(where: { ownNames.contains(Fold.indexText($0)) }) {
                faults.add("speakers", T.guests.talkTwoPlaces(name: .text(name), title: .title(other.details.title),
                    times: .times(other.details.begins, other.details.ends)))
            }
        }
        return faults
    }
}

/// The programme of an event, with what its page needs.
package struct TalkProgramme: Sendable {
    package let event: Event
    package let talks: [Talk]

    package init(event: Event, talks: [Talk]) {
        self.event = event
        self.talks = talks
    }

    /// The talks of each session, in the order of the sessions; sessions without talks are left out.
    package var parts: [(session: EventSession, talks: [Talk])] {
        zip(event.sessionRows, event.plan.sessions).compactMap { row, session in
            let own = talks.filter { $0.details.session == row }
            return own.isEmpty ? nil : (session, own)
        }
    }
}
