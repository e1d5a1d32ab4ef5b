import Centres
import Events

/// An application as its owner sees it.
struct Sight: Sendable {
    let registration: Registration
    let event: Event
    let centre: Centre
    let seats: Seats
    /// In the queue.
    let place: Int?
    let school: School?
    /// To whom the seat is offered.
    let colleague: String?
    let clashes: [ListedEvent]
    /// The workshops of the event with their seats, and those that were chosen.
    var workshops: [OpenWorkshop] = []
    var choices: [WorkshopChoice] = []
    /// Where seats are given by need.
    var need: OwnNeed?
}
