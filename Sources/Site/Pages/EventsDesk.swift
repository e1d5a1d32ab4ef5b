import Centres
import Events
import Forms
import Kernel
import Languages
import Registration

/// A centre's events as those who run them see them, by state: one page of them, and how many stand in each state.
struct EventsDesk: Sendable {
    /// What an address asks for: a state, `all`, or nothing, which is all that is not over.
    struct Asked: Sendable {
        let states: [EventState]

        init(_ text: String) {
            if let state = EventState(rawValue: text) {
                states = [state]
            } else {
                states = text == "all" ? EventState.allCases : [.draft, .announced, .confirmed, .postponed, .held]
            }
        }
    }

    /// An event with its seats.
    struct Planned: Sendable {
        let event: Event
        let seats: Seats
    }

    let planned: [Planned]
    let counts: [EventState: Int]
    let paging: Paging
    let rules: SeatRules
}
