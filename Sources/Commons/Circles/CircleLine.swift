/// A circle in a list, with what is told of it to everybody.
struct CircleLine: Sendable {
    let circle: Circle
    let chair: CircleChair?
    let next: CircleMeeting?
    let members: Int
}
