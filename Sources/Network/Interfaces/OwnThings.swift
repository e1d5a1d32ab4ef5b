import Certificates
import Events
import Kernel
import Languages
import Registration
import Storage

extension RegistrationState: APIWritten {}

/// An event as its own centre has it, drafts among them.
package struct OwnEvent: APIThing {
    let id: Event.ID
    let form: Int64
    let state: EventState
    let titles: [Language: String]
    let starts: Instant?
    let ends: Instant?
    let deadline: Day
    let seats: Int
    let taken: Int
    let waiting: Int
    let points: Int
    let fee: Money

    package static let shape = APIShape<OwnEvent>("OwnEvent", "An event as the centre has it, in whatever state.", [
        APIField("id", "") { $0.id },
        APIField("form", "The number of its form.") { Int($0.form) },
        APIField("state", "") { $0.state },
        APIField("title", "") { APILanguages($0.titles) },
        APIField("starts", "") { $0.starts },
        APIField("ends", "") { $0.ends },
        APIField("deadline", "") { $0.deadline },
        APIField("seats", "") { $0.seats },
        APIField("taken", "Of those who are admitted and those to whom one is offered.") { $0.taken },
        APIField("waiting", "") { $0.waiting },
        APIField("points", "") { $0.points },
        APIField("fee", "") { APIMoney($0.fee) },
    ])
}

/// A registration with who it is of.
package struct OwnRegistration: APIThing {
    let id: Registration.ID
    let event: Event.ID
    let state: RegistrationState
    let applied: Instant
    let decided: Instant?
    let payer: Payer
    let channel: Channel
    let people: Int
    let given: String
    let family: String
    let email: String?
    let school: String?
    let municipality: String?

    package static let shape = APIShape<OwnRegistration>("OwnRegistration", "One person’s way to a seat, confirmed and with a name.", [
        APIField("id", "") { $0.id },
        APIField("event", "") { $0.event },
        APIField("state", "") { $0.state },
        APIField("applied", "") { $0.applied },
        APIField("decided", "When it came into its present state.") { $0.decided },
        APIField("payer", "") { $0.payer },
        APIField("channel", "How it came.") { $0.channel.rawValue },
        APIField("people", "How many seats it takes.") { $0.people },
        APIField("given_name", "Empty for somebody who has deleted the account.") { $0.given },
        APIField("family_name", "") { $0.family },
        APIField("email", "Null where it is not proved.") { $0.email },
        APIField("school", "On whose behalf.") { $0.school },
        APIField("municipality", "Of the school.") { $0.municipality },
    ])
}

/// A certificate of the centre's register.
package struct OwnCertificate: APIThing {
    let id: Certificate.ID
    let number: String
    let state: CertificateState
    let kind: CertificateKind
    let part: CertificatePart
    let day: Day?
    let event: Event.ID?
    let registration: Registration.ID?
    let name: String
    let hours: Int
    let points: Int

    package static let shape = APIShape<OwnCertificate>("OwnCertificate", "A signed certificate of the centre’s register.", [
        APIField("id", "") { $0.id },
        APIField("number", "") { $0.number },
        APIField("state", "") { $0.state },
        APIField("kind", "") { $0.kind },
        APIField("part", "") { $0.part },
        APIField("issued", "") { $0.day },
        APIField("event", "") { $0.event },
        APIField("registration", "") { $0.registration },
        APIField("name", "As printed.") { $0.name },
        APIField("hours", "") { $0.hours },
        APIField("points", "") { $0.points },
    ])
}

/// What somebody owes, and how much of it is still to come.
package struct OwnClaim: APIThing {
    let id: Int64
    let event: Event.ID?
    let registration: Registration.ID?
    let what: String
    let amount: Money
    let paid: Money
    let rest: Money
    let made: Instant
    let due: Day
    let isCancelled: Bool

    package static let shape = APIShape<OwnClaim>("OwnClaim", "What somebody owes the centre for one thing.", [
        APIField("id", "") { Int($0.id) },
        APIField("event", "") { $0.event },
        APIField("registration", "Of a seat: whose it is, a key with `registrations:read` tells.") { $0.registration },
        APIField("what", "For what, in words.") { $0.what },
        APIField("amount", "") { APIMoney($0.amount) },
        APIField("paid", "Less what was given back.") { APIMoney($0.paid) },
        APIField("rest", "Still to be paid; below nothing: to be given back.") { APIMoney($0.rest) },
        APIField("made", "") { $0.made },
        APIField("due", "") { $0.due },
        APIField("is_cancelled", "") { $0.isCancelled },
    ])
}

/// What a school year comes to, in numbers.
package struct OwnFigures: APIThing {
    let year: SchoolYear
    let held: Int
    let seats: Int
    let participations: Int
    let persons: Int
    let schools: Int
    let certificates: Int

    package static let shape = APIShape<OwnFigures>("OwnFigures", "What a school year comes to. Persons and participations are told apart.", [
        APIField("year", "The school year, by the year in which it begins.") { $0.year.start },
        APIField("first_day", "") { $0.year.days.lowerBound },
        APIField("last_day", "") { $0.year.days.upperBound },
        APIField("events", "Held or closed.") { $0.held },
        APIField("seats", "That they had.") { $0.seats },
        APIField("participations", "Seats of those who were admitted to them.") { $0.participations },
        APIField("persons", "Different people among these; groups of pupils are not known by name.") { $0.persons },
        APIField("schools", "Different schools among these.") { $0.schools },
        APIField("certificates", "Signed in these days and good.") { $0.certificates },
    ])
}
