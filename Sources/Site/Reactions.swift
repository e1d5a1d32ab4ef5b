package import Kernel
import People
import Proof
import Seminars

extension Reactions {
    /// Which rooms react to what. They run in this order, in the transaction of the act that stated the fact; if one fails, the act fails.
    package static let house: Reactions = {
        var reactions = Reactions()
        reactions.on(PersonVerified.self) { try RegistrationStore.confirmed($0.person, in: $1) }
        reactions.on(PersonPurged.self) { try RegistrationStore.forget($0.person, in: $1) }
        reactions.on(PersonErased.self) { try RegistrationStore.end($0.person, in: $1) }
        reactions.on(PersonErased.self) { try BatchStore.forget($0.person, in: $1) }
        reactions.on(PersonAsked.self) { try RegistrationStore.tell($0.person, $0.held, in: $1) }
        reactions.on(PersonAsked.self) { try AttendanceStore.tell($0.person, $0.held, in: $1) }
        reactions.on(SessionsDropped.self) { try AttendanceStore.drop($0.sessions, in: $1) }
        reactions.on(PersonAsked.self) { try CertificateStore.tell($0.person, $0.held, in: $1) }
        reactions.on(EventConfirmed.self) { try RegistrationLetters.confirmedEvent($0.event, in: $1) }
        reactions.on(EventMoved.self) { try RegistrationLetters.rescheduled($0.event, in: $1) }
        reactions.on(EventSeatsChanged.self) { try RegistrationStore.fill($0.event, in: $1) }
        reactions.on(EventPostponed.self) { try RegistrationLetters.postponed($0.event, in: $1) }
        reactions.on(EventCancelled.self) { try RegistrationLetters.cancelled($0.event, in: $1) }
        return reactions
    }()
}
