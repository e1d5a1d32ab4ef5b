import Accounts
package import Centres
package import Kernel
package import Languages
import Storage

/// Minutes as rows. What was signed never changes: a correction is another version, and becomes the one that holds when it is signed.
package enum CircleMinutesStore {
    /// All versions of a meeting's minutes, the newest first.
    static func minutes(of meeting: CircleMeeting.ID, in act: Act) throws -> [CircleMinutes] {
        try act.db.rows("""
            SELECT n.*, w.given_name AS writer_given, w.family_name AS writer_family, s.given_name AS signer_given, s.family_name AS signer_family
            FROM circle_minutes n LEFT JOIN person w ON w.id = n.writer LEFT JOIN person s ON s.id = n.signed_by
            WHERE n.meeting = \(meeting) ORDER BY n.version DESC
            """).map(CircleMinutes.init(row:))
    }

    /// Writes the draft. Any member may; of two who write at once the second is told, and sees both.
    /// - Parameter edition: the saving that the writer had before the eyes; nothing where there was none.
    package static func write(
        _ text: String, over edition: Int, _ id: CircleMeeting.ID, of circle: Circle.ID, at centre: Centre.ID, in act: Act
    ) throws {
        let folder = try CircleMeetingStore.held(id, of: circle, at: centre, in: act)
        guard !folder.meeting.isCancelled, folder.sight.circle.closed == nil else { throw Problem.conflict(T.circles.errorClosed) }
        guard folder.isOpen else { throw Problem.conflict(T.circles.errorSigned) }
        guard folder.hasBegun else { throw Problem.conflict(T.circles.errorNotYet) }
        if let standing = folder.current {
            guard standing.edition == edition else { throw Problem.conflict(T.circles.errorBoth(name: .text(standing.writer), at: .instant(standing.written))) }
            try act.db.run("""
                UPDATE circle_minutes SET text = \(text), edition = edition + 1, written = \(act.now), writer = \(act.by.person)
                WHERE meeting = \(id) AND version = \(standing.version)
                """)
        } else {
            try act.db.run("""
                INSERT INTO circle_minutes (meeting, version, text, written, writer) VALUES (\(id), 1, \(text), \(act.now), \(act.by.person))
                """)
        }
        try act.record(T.circles.minutesDeed, .circle(circle), centre: centre)
    }

    /// Whoever leads the circle today signs what stands there: who was there, how it was voted, and the words are certain from then on.
    package static func sign(_ edition: Int, _ id: CircleMeeting.ID, of circle: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        let folder = try CircleMeetingStore.held(id, of: circle, at: centre, in: act)
        if let refusal = folder.sight.leadRefusal { throw Problem.conflict(refusal) }
        guard let draft = folder.current, folder.isOpen else { throw Problem.conflict(T.circles.errorSigned) }
        guard draft.edition == edition else { throw Problem.conflict(T.circles.errorBoth(name: .text(draft.writer), at: .instant(draft.written))) }
        guard folder.roll.present > 0 else { throw Problem.conflict(T.circles.errorNobodyMarked) }
        try act.db.run("""
            UPDATE circle_minutes SET signed = \(act.now), signed_by = \(act.by.person), members = \(folder.roll.members), present = \(folder.roll.present),
                needed = \(folder.roll.needed) WHERE meeting = \(id) AND version = \(draft.version)
            """)
        try CircleConclusionStore.weigh(id, in: act)
        try act.record(T.circles.signedDeed, .circle(circle), centre: centre, changes: [Change("version", from: "", to: "\(draft.version)")])
        let office = try CentreStore.centre(centre, in: act), t = try act.texts(office.language, of: office), own = folder.sight.circle
        try act.state(PaperMade(
            kind: "circle_minutes", row: id.value, centre: centre, number: "", title: "\(t(T.circles.minutes)): \(own.details.name)",
            day: folder.meeting.details.day, page: "\(own.path)/meetings/\(id)"))
    }

    /// Begins a new version of what was signed.
    package static func correct(_ id: CircleMeeting.ID, of circle: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        let folder = try CircleMeetingStore.held(id, of: circle, at: centre, in: act)
        if let refusal = folder.sight.leadRefusal { throw Problem.conflict(refusal) }
        guard let signed = folder.current, signed.isSigned else { throw Problem.conflict(T.circles.errorNotSigned) }
        try act.db.run("""
            INSERT INTO circle_minutes (meeting, version, text, written, writer)
            VALUES (\(id), \(signed.version + 1), \(signed.text), \(act.now), \(act.by.person))
            """)
        try act.record(T.circles.correctingDeed, .circle(circle), centre: centre, changes: [Change("version", from: "\(signed.version)", to: "\(signed.version + 1)")])
    }
}

extension CircleMinutes {
    init(row: Row) throws {
        func name(_ prefix: String) throws -> String {
            let (given, family): (String?, String?) = (try row["\(prefix)_given"], try row["\(prefix)_family"])
            return PersonName(given: given ?? "", family: family ?? "").full
        }
        version = try row["version"]
        text = try row["text"]
        edition = try row["edition"]
        written = try row["written"]
        writer = try name("writer")
        signed = try row["signed"]
        signer = try name("signer")
        members = try row["members"]
        present = try row["present"]
        needed = try row["needed"]
    }
}
