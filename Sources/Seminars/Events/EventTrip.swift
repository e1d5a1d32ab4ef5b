package import Languages

/// The way of a trip: where and when the bus waits, where it stops, what to bring along.
package struct EventTrip: Sendable, Hashable {
    package var meetingPlace: String
    package var meetingTime: ClockTime?
    /// One in each line, as the one who plans it wrote them.
    package var stops: String
    package var documents: String

    package static let none = EventTrip()

    package init(meetingPlace: String = "", meetingTime: ClockTime? = nil, stops: String = "", documents: String = "") {
        self.meetingPlace = meetingPlace
        self.meetingTime = meetingTime
        self.stops = stops
        self.documents = documents
    }

    package var stopLines: [String] { stops.split(whereSeparator: \.isNewline).map(String.init) }

    static let longestPlace = TextLimit.line.rawValue, longestLines = TextLimit.note.rawValue
}
