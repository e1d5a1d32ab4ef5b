package import Centres
package import Events
package import Kernel
package import Languages
package import Registration

/// Whose certificates of an event wait until the seat is paid, each with the reason. It is answered by the room that knows who has paid, where the centre
/// wishes it.
package struct HeldUntilPaidAsked: Question {
    package typealias Answer = [Registration.ID: Phrase]

    package let event: Event.ID
    package let centre: Centre.ID
}
