import Events

/// What there is for an event, what it needs, and who has the rest at its hours.
struct EventEquipment: Sendable {
    struct Line: Sendable {
        let thing: Equipment
        /// Who has it while the event needs it.
        let holder: Booking?
    }

    let event: Event
    let lines: [Line]
    let needed: Set<Equipment.ID>
}
