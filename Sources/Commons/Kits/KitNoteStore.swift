package import Accounts
package import Centres
package import Kernel
package import Languages
import Loans
package import Portfolio
import Storage

/// What teachers say of the use of a kit, as rows.
package enum KitNoteStore {
    // MARK: Reads

    package static func notes(of booking: KitBooking.ID, in act: Act) throws -> [KitNote] {
        try notes("s.booking = \(booking)", in: act)
    }

    static func notes(_ condition: SQL, in act: Act) throws -> [KitNote] {
        try act.db.rows("SELECT n.* FROM kit_note n JOIN kit_stop s ON s.id = n.stop WHERE \(condition) ORDER BY s.number, n.id").map(KitNote.init(row:))
    }

    static func exists(of person: Person.ID, at stop: KitStay.ID, in act: Act) throws -> Bool {
        try act.db.exists("SELECT 1 AS stands FROM kit_note WHERE stop = \(stop) AND person = \(person)")
    }

    /// Stops of somebody that are over and of which nothing was said.
    package static func waiting(of person: Person.ID, at centre: Centre.ID, today: Day, in act: Act) throws -> [(booking: KitBooking, stay: KitStay)] {
        let bookings = try KitBookingStore.mine(person, at: centre, in: act).filter { $0.state == .out || $0.state == .back }
        return try bookings.flatMap { booking in
            try booking.stays.filter { $0.person == person && $0.days.lowerBound <= today && $0.days.upperBound > today.adding(days: -askedDays) }.compactMap { stay in
                try exists(of: person, at: stay.id, in: act) ? nil : (booking, stay)
            }
        }
    }

    /// So long after a stop its teacher is still asked.
    private static let askedDays = 60

    /// How often the kits of a centre were away in some days: those that left in them.
    static func trips(at centre: Centre.ID, in days: ClosedRange<Day>, in act: Act) throws -> Int {
        let zone = try CentreStore.centre(centre, in: act).zone
        return try act.db.count("""
            SELECT count(*) FROM kit_booking b JOIN loan l ON l.id = b.loan
            WHERE l.centre = \(centre) AND l.out_at >= \(zone.startOfDay(days.lowerBound)) AND l.out_at < \(zone.endOfDay(days.upperBound))
            """)
    }

    /// How often the kits of a centre were used, and with how many pupils, in some days.
    package static func sum(at centre: Centre.ID, in days: ClosedRange<Day>, in act: Act) throws -> (notes: Int, times: Int, pupils: Int) {
        let row = try act.db.row("""
            SELECT count(*) AS notes, CAST(coalesce(sum(n.times), 0) AS BIGINT) AS times, CAST(coalesce(sum(n.pupils), 0) AS BIGINT) AS pupils
            FROM kit_note n JOIN kit_stop s ON s.id = n.stop JOIN kit_booking b ON b.id = s.booking JOIN loan l ON l.id = b.loan
            WHERE l.centre = \(centre) AND n.day >= \(days.lowerBound) AND n.day <= \(days.upperBound)
            """)
        return try row.map { (try $0["notes"], try $0["times"], try $0["pupils"]) } ?? (0, 0, 0)
    }

    /// The lines of a school's own table that give points for what is led, on a day.
    package static func lines(of school: School.ID, on day: Day, in act: Act) throws -> [PointsTable.Line] {
        try PointsTableStore.tables(of: [school], on: day, in: act).flatMap(\.lines).filter { $0.leading != nil }
    }

    // MARK: Verbs of the teacher

    /// Says how it was used. Said again, it takes the place of what was said, until it was put among the activities.
    package static func say(_ details: KitNoteDetails, of stop: KitStay.ID, in id: KitBooking.ID, at centre: Centre.ID, offer: KitOffer?, in act: Act) throws {
        guard let person = act.by.person else { throw Problem.missing }
        let (booking, stay) = try own(stop, of: id, at: centre, in: act)
        try act.db.hold("kit_booking", id.value)
        let today = try KitStore.today(at: centre, in: act)
        guard booking.state == .out || booking.state == .back else { throw Problem.conflict(T.kits.errorNotUsed) }
        guard details.day <= today else { throw Problem.invalid("day", T.kits.errorFuture) }
        guard details.day >= stay.days.lowerBound, details.day <= max(stay.days.upperBound, booking.due) else {
            throw Problem.invalid("day", T.kits.errorOutside(days: .days(stay.days)))
        }
        let before = try notes("n.stop = \(stop) AND n.person = \(person)", in: act).first
        guard before?.offered == nil else { throw Problem.conflict(T.kits.errorOffered) }
        try act.db.run("""
            INSERT INTO kit_note (stop, person, day, times, pupils, lesson, words, given)
            VALUES (\(stop), \(person), \(details.day), \(details.times), \(details.pupils), \(details.lesson), \(details.words), \(act.now))
            ON CONFLICT (stop, person) DO UPDATE SET day = excluded.day, times = excluded.times, pupils = excluded.pupils, lesson = excluded.lesson,
                words = excluded.words, given = excluded.given
            """)
        try act.record(T.kits.noteDeed, .kitBooking(id), under: .person(person), centre: centre)
        if let offer, details.times > 0 { try self.offer(offer, details, stay, of: person, at: centre, in: act) }
    }

    /// Puts it among the activities of the teacher, where the school's own table gives points for it; the school looks at it as at all that is done inside it.
    private static func offer(_ offer: KitOffer, _ details: KitNoteDetails, _ stay: KitStay, of person: Person.ID, at centre: Centre.ID, in act: Act) throws {
        var entry = EntryDetails(.inside, offer.title, on: details.day)
        entry.isLed = true
        guard let school = stay.school else { throw Problem.invalid("line", T.kits.errorNoSchool) }
        entry.school = school
        if let id = offer.line {
            guard let line = try lines(of: school, on: details.day, in: act).first(where: { $0.id == id }), let points = line.leading else {
                throw Problem.invalid("line", T.common.errorChoose)
            }
            (entry.line, entry.points, entry.hours) = (id, points, points)
        }
        try EntryStore.add(entry, .unchecked, of: person, at: centre, in: act)
        try act.db.run("UPDATE kit_note SET offered = \(act.now) WHERE stop = \(stay.id) AND person = \(person)")
    }

    /// A stop for whoever takes the kit over there.
    package static func own(_ stop: KitStay.ID, of id: KitBooking.ID, at centre: Centre.ID, in act: Act) throws -> (booking: KitBooking, stay: KitStay) {
        let booking = try KitBookingStore.booking(id, at: centre, in: act)
        guard let stay = booking.stays.first(where: { $0.id == stop && $0.person == act.by.person && $0.person != nil }) else { throw Problem.missing }
        return (booking, stay)
    }
}

extension KitNote {
    init(row: Row) throws {
        (id, stop, person) = (try row["id"], try row["stop"], try row["person"])
        details = KitNoteDetails(
            on: try row["day"], times: try row["times"], pupils: try row["pupils"], lesson: try row["lesson"], words: try row["words"])
        (given, offered) = (try row["given"], try row["offered"])
    }
}
