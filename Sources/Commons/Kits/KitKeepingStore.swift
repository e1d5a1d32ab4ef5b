import Accounts
import Centres
package import Kernel
import Languages
import Library
import Loans
import Storage

/// What happens to bookings and notes when something happens to a person, or when their time is over; and what is told by the clock.
package enum KitKeepingStore {
    /// So long after it came back it stands who had a kit and what was said of it; a counting of shelves is kept as long as the inventory asks.
    static let yearsBookings = 3, yearsStock = 10
    /// So many days before a kit comes its teacher is reminded.
    static let daysBefore = 3
    /// In local time: letters do not come in the night.
    static let hour = 7

    /// The account goes: what it said goes, that a kit was away stays.
    static func forget(_ person: Person.ID, in act: Act) throws {
        try act.db.run("DELETE FROM kit_note WHERE person = \(person)")
        try act.db.run("UPDATE kit_stop SET person = NULL WHERE person = \(person)")
        try act.db.run("UPDATE kit_booking SET person = NULL WHERE person = \(person)")
    }

    /// A copy that leaves the book was counted on no shelf.
    static func remove(_ copy: Copy.ID, in act: Act) throws {
        try act.db.run("DELETE FROM stock_line WHERE copy = \(copy)")
        try act.db.run("UPDATE stock_scan SET copy = NULL WHERE copy = \(copy)")
    }

    static func remove(_ title: LibraryTitle.ID, in act: Act) throws {
        try act.db.run("DELETE FROM kit_term WHERE title = \(title)")
        try act.db.run("DELETE FROM kit_rule WHERE title = \(title)")
    }

    static func forgetOld(in act: Act) throws {
        let today = Zone.utc.day(of: act.now), last = today.adding(years: -yearsBookings)
        let ids: [KitBooking.ID] = try act.db.rows("""
            SELECT b.id FROM kit_booking b JOIN loan l ON l.id = b.loan WHERE l.state NOT IN ('booked', 'out') AND l.held_until < \(last.number) ORDER BY b.id LIMIT 500
            """).map { try $0["id"] }
        if !ids.isEmpty {
            try act.db.run("DELETE FROM kit_note WHERE stop IN (SELECT id FROM kit_stop WHERE booking IN \(list: ids))")
            try act.db.run("DELETE FROM kit_stop WHERE booking IN \(list: ids)")
            try act.db.run("DELETE FROM kit_check_line WHERE kit_check IN (SELECT id FROM kit_check WHERE booking IN \(list: ids))")
            try act.db.run("DELETE FROM kit_check WHERE booking IN \(list: ids)")
            try act.db.run("DELETE FROM kit_booking WHERE id IN \(list: ids)")
        }
        try act.db.run("DELETE FROM kit_term WHERE last_day < \(last)")
        let since = act.now.adding(days: -366 * yearsStock)
        let takes: [StockTake.ID] = try act.db.rows("SELECT id FROM stock_take WHERE closed < \(since) ORDER BY id LIMIT 100").map { try $0["id"] }
        for table in ["DELETE FROM stock_line", "DELETE FROM stock_scan"] as [SQL] { try act.db.run("\(table) WHERE take IN \(list: takes)") }
        try act.db.run("DELETE FROM stock_take WHERE id IN \(list: takes)")
    }

    /// What this room tells somebody who asks what is held.
    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        func rows(_ query: SQL, _ columns: [String]) throws -> [HeldData.Entry] {
            try act.db.rows(query).map { row in
                Dictionary(uniqueKeysWithValues: columns.compactMap { name in row.names.firstIndex(of: name).map { (name, written(row.values[$0])) } })
            }
        }
        var held = HeldData("kit_booking", try rows("SELECT loan, purpose, event FROM kit_booking WHERE person = \(person)", ["loan", "purpose", "event"]))
        held.add("kit_stop", try rows(
            "SELECT booking, school, place, first_day, last_day FROM kit_stop WHERE person = \(person)", ["booking", "school", "place", "first_day", "last_day"]))
        held.add("kit_note", try rows(
            "SELECT stop, day, times, pupils, lesson, words, offered FROM kit_note WHERE person = \(person)",
            ["stop", "day", "times", "pupils", "lesson", "words", "offered"]))
        return held
    }

    private static func written(_ value: Stored) -> String {
        switch value {
        case .text(let text): text
        case .int(let number): "\(number)"
        case .bool(let flag): "\(flag)"
        default: ""
        }
    }

    // MARK: By the clock

    /// Reminds those to whom a kit comes, and tells those who wait that it is not back.
    package static func tend(_ records: Records) async throws {
        let due = try await records.read(as: .system) { try (coming(in: $0), late(in: $0)) }
        for (booking, stay) in due.0 {
            try await records.write(by: .system) { act in
                guard let person = stay.person, try act.db.run("UPDATE kit_stop SET reminded = \(act.now) WHERE id = \(stay.id) AND reminded IS NULL") > 0 else { return }
                try KitLetters.coming(person, booking, stay, in: act)
            }
        }
        for booking in due.1 {
            try await records.write(by: .system) { act in
                guard try act.db.run("UPDATE kit_booking SET told_late = \(act.now) WHERE id = \(booking.id) AND told_late IS NULL") > 0 else { return }
                for person in Set(booking.stays.compactMap(\.person) + [booking.person].compactMap(\.self)).sorted() { try KitLetters.late(person, booking, in: act) }
            }
        }
    }

    /// Stops that begin within a few days, of bookings that were made earlier than that.
    private static func coming(in act: Act) throws -> [(KitBooking, KitStay)] {
        let today = Zone.utc.day(of: act.now)
        let bookings = try KitBookingStore.bookings("""
            l.state IN ('booked', 'out') AND l.made < \(act.now.adding(days: -1)) AND EXISTS (SELECT 1 FROM kit_stop s WHERE s.booking = b.id AND s.reminded IS NULL
                AND s.person IS NOT NULL AND s.first_day >= \(today) AND s.first_day <= \(today.adding(days: daysBefore + 1)))
            """, in: act)
        let reminded: Set<KitStay.ID> = Set(try act.db.rows("SELECT id FROM kit_stop WHERE reminded IS NOT NULL AND first_day >= \(today)").map { try $0["id"] })
        return try bookings.flatMap { booking in
            let zone = try CentreStore.centre(booking.centre, in: act).zone, today = zone.day(of: act.now)
            guard zone.time(of: act.now).hour >= hour else { return [(KitBooking, KitStay)]() }
            return booking.stays.filter {
                $0.person != nil && !reminded.contains($0.id) && $0.days.lowerBound > today && $0.days.lowerBound <= today.adding(days: daysBefore)
            }.map { (booking, $0) }
        }
    }

    /// Bookings whose kit should be made ready by now, and is still out past its day.
    private static func late(in act: Act) throws -> [KitBooking] {
        try KitBookingStore.bookings("""
            l.state = 'booked' AND b.told_late IS NULL AND EXISTS (SELECT 1 FROM loan o WHERE o.copy = l.copy AND o.state = 'out' AND o.held_until < l.held_from)
            """, in: act).filter { booking in
                let zone = try CentreStore.centre(booking.centre, in: act).zone, today = zone.day(of: act.now)
                let out = try LoanStore.out(booking.copy, in: act)
                return zone.time(of: act.now).hour >= hour && booking.window.lowerBound <= today && (out.map { $0.isOverdue(on: today) } ?? false)
            }
    }
}
