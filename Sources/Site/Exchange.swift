import Accounts
import Certificates
import Delivery
import Events
package import Kernel
import Registration

extension Exchange {
    /// Which rooms react to what. They run in this order, in the transaction of the act that stated the fact; if one fails, the act fails.
    package static let house: Exchange = {
        var exchange = Exchange()
        exchange.on(PersonVerified.self) { try RegistrationStore.confirmed($0.person, in: $1) }
        exchange.on(PersonPurged.self) { try RegistrationStore.forget($0.person, in: $1) }
        exchange.on(PersonErased.self) { try RegistrationStore.end($0.person, in: $1) }
        exchange.on(PersonErased.self) { try BatchStore.forget($0.person, in: $1) }
        exchange.answer(NamesAsked.self) { try PersonStore.names(of: $0.people, in: $1) }
        exchange.answer(HeldAsked.self) { try RegistrationStore.held(about: $0.person, in: $1) }
        exchange.answer(HeldAsked.self) { try AttendanceStore.held(about: $0.person, in: $1) }
        exchange.on(SessionsDropped.self) { try AttendanceStore.drop($0.sessions, in: $1) }
        exchange.answer(HeldAsked.self) { try CertificateStore.held(about: $0.person, in: $1) }
        exchange.on(EventConfirmed.self) { try RegistrationLetters.confirmedEvent($0.event, in: $1) }
        exchange.on(EventMoved.self) { try RegistrationLetters.rescheduled($0.event, in: $1) }
        exchange.on(EventSeatsChanged.self) { try RegistrationStore.fill($0.event, in: $1) }
        exchange.on(EventPostponed.self) { try RegistrationLetters.postponed($0.event, in: $1) }
        exchange.on(EventCancelled.self) { try RegistrationLetters.cancelled($0.event, in: $1) }
        return exchange
    }()
}
