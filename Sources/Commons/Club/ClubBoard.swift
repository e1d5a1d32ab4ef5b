import Accounts
import Bookings
import Centres
import Kernel
import Languages
import Library

/// What those who run the clubs see of all at once.
struct ClubBoard: Sendable {
    let clubs: [Club]
    let coming: [ClubSession]
    /// Over, and nobody has told who came.
    let uncounted: [ClubSession]
    let ideas: [ClubIdea]
    let days: [ClubDay]
    /// Of this year.
    let together: ClubFigures.Sum
}

/// One session as those see it who work with its groups.
struct ClubSessionFolder: Sendable {
    let session: ClubSession
    let bookings: [ClubBooking]
    let things: [ClubThing]
    /// What has to be made ready, as the topic says.
    let needs: String
    /// What can be booked for it.
    let equipment: [Equipment]
    let kits: [LibraryTitle]
    let isDesk: Bool
}

/// What a session can be made of.
struct ClubOffer: Sendable {
    let club: Club
    let topics: [ClubTopic]
    let halls: [Hall]
}
