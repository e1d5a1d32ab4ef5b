/// One session and everybody who has a seat in it: what its door, its walk-in form and the projector show.
struct DoorSight: Sendable {
    let roll: Roll
    let session: DatedSession
    /// Whether the actor may take in people who did not apply.
    let takesIn: Bool
}
