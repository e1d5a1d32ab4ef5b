import Kernel
import Languages
import Storage

/// The ways of trips, as rows; an event that goes nowhere has none.
enum EventTripStore {
    static func trips(of events: [Event.ID], in act: Act) throws -> [Event.ID: EventTrip] {
        guard !events.isEmpty else { return [:] }
        return try act.db.rows("SELECT * FROM event_trip WHERE event IN \(list: events)").reduce(into: [:]) { trips, row in
            trips[try row["event"]] = EventTrip(
                meetingPlace: try row["meeting_place"], meetingTime: try row["meeting_time"], stops: try row["stops"], documents: try row["documents"])
        }
    }

    static func write(_ trip: EventTrip, of event: Event.ID, in act: Act) throws {
        try act.db.run("DELETE FROM event_trip WHERE event = \(event)")
        guard trip != .none else { return }
        try act.db.run("""
            INSERT INTO event_trip (event, meeting_place, meeting_time, stops, documents)
            VALUES (\(event), \(trip.meetingPlace), \(trip.meetingTime), \(trip.stops), \(trip.documents))
            """)
    }
}
