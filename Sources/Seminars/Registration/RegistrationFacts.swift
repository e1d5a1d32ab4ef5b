package import Events
package import Kernel

/// An application counts now, has come to another state, is paid by somebody else, or its seat was given a name. That a seat only changes hands is told
/// by `SeatPassed`.
package struct RegistrationChanged: Fact {
    package let registration: Registration
    package let event: Event
    /// Whether it was written just now.
    package let isNew: Bool

    init(_ registration: Registration, _ event: Event, isNew: Bool = false) { (self.registration, self.event, self.isNew) = (registration, event, isNew) }
}

/// A seat has another bearer, or its bearer was moved to another event: what hangs on the earlier application goes along.
package struct SeatPassed: Fact {
    package let from: Registration.ID
    package let to: Registration
    package let event: Event
}
