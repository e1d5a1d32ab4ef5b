import Bookings
import Events
import Registration

/// All groups that somebody leads at a centre, and the calendar in which they stand.
struct OwnGroups: Sendable {
    /// The next first.
    let coming: [Event]
    /// The last first.
    let past: [Event]
    let seats: [Event.ID: Seats]
    /// Whether the doors of the sessions are open to whoever looks.
    let isAtDoor: Bool
    let calendar: FollowedCalendar
}
