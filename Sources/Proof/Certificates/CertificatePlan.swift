package import Accounts
package import Events
import Kernel
package import Languages
package import Registration

/// Who of an event gets what, and who does not, with the reason: made from attendance, never typed.
package struct CertificatePlan: Sendable {
    package let event: Event
    /// Hours and points that were approved; nil without a programme.
    package let approved: Int?
    package let lines: [Line]
    package let refusals: [Refusal]
    /// Why nothing can be prepared at all.
    package let obstacle: Phrase?

    package struct Line: Sendable, Hashable {
        package let person: Person.ID?
        package let registration: Registration.ID?
        package let name: String
        package let school: String
        package let part: CertificatePart
        package let kind: CertificateKind
    }

    package struct Refusal: Sendable, Hashable {
        /// Empty for somebody who deleted the account.
        package let name: String
        package let reason: Phrase
    }

    /// Somebody who applied for the event.
    struct Applicant: Sendable {
        let registration: Registration.ID
        let person: Person.ID
        let name: PersonName
        let school: String
        let state: RegistrationState
        /// Whether attendance is as complete as the centre asks.
        let isComplete: Bool
        /// Why the paper waits though everything else is done; nil where it does not.
        var held: Phrase?
    }

    /// Somebody who has a document that counts from an event, and for which part in it. Whoever is no known person is known by the name.
    struct Bearer: Hashable, Sendable {
        let part: CertificatePart
        let person: Person.ID?
        let name: String

        static func == (left: Bearer, right: Bearer) -> Bool { left.part == right.part && left.key == right.key }
        func hash(into hasher: inout Hasher) {
            hasher.combine(part)
            hasher.combine(key)
        }
        private var key: String { person.map { "\($0)" } ?? Fold.indexText(name) }
    }

    /// - Parameters:
    ///   - approved: hours and points of its programme; nil without one.
    ///   - speakers: who said that they would speak, beside those who lead it.
    ///   - isPlaced: whether it is known in which town it was held.
    ///   - bearers: who has a document from it already.
    ///   - erased: those who deleted the account.
    init(_ event: Event, approved: Int?, isPlaced: Bool = true, applicants: [Applicant], speakers: [Trainer] = [], bearers: Set<Bearer>, erased: Set<Person.ID>) {
        self.event = event
        self.approved = approved
        obstacle = Self.obstacle(event, approved: approved, isPlaced: isPlaced)
        let kind: CertificateKind = event.form.details.paper == .confirmation || approved == nil || event.plan.points == 0 ? .confirmation : .certificate
        var lines: [Line] = [], refusals: [Refusal] = []
        for applicant in applicants where event.form.details.paper != .none {
            if let reason = Self.refusal(applicant, bearers, erased) {
                refusals.append(Refusal(name: applicant.name.listed, reason: reason))
            } else {
                lines.append(Line(
                    person: applicant.person, registration: applicant.registration, name: applicant.name.full, school: applicant.school, part: .participant, kind: kind))
            }
        }
        let leads: CertificateKind? = switch event.form.details.leadPaper {
        case .none: nil
        case .confirmation: .confirmation
        case .thanks: .thanks
        }
        let named = Set(event.plan.trainers.map { Fold.indexText($0.name) })
        let leading = event.plan.trainers.map { ($0, CertificatePart.trainer) }
            + speakers.filter { !named.contains(Fold.indexText($0.name)) }.map { ($0, CertificatePart.presenter) }
        for (trainer, part) in leads == nil ? [] : leading where !bearers.contains(.init(part: part, person: trainer.person, name: trainer.name)) {
            if let person = trainer.person, erased.contains(person) {
                refusals.append(Refusal(name: trainer.name, reason: T.certificates.refusedErased))
            } else {
                lines.append(Line(person: trainer.person, registration: nil, name: trainer.name, school: "", part: part, kind: leads ?? .confirmation))
            }
        }
        self.lines = lines
        self.refusals = refusals
    }

    /// Why nothing can be prepared of an event: it was not held yet, promises more points than were approved, or nobody said in which town it was.
    static func obstacle(_ event: Event, approved: Int?, isPlaced: Bool) -> Phrase? {
        if event.state != .held && event.state != .closed { return T.certificates.notHeld(state: .phrase(event.state.name)) }
        if let approved, event.plan.points > approved { return T.certificates.pointsAbove(points: .number(event.plan.points), approved: .number(approved)) }
        if !isPlaced { return T.certificates.noTown }
        return nil
    }

    /// Why somebody who applied gets nothing; nil for those who do.
    private static func refusal(_ applicant: Applicant, _ bearers: Set<Bearer>, _ erased: Set<Person.ID>) -> Phrase? {
        if bearers.contains(.init(part: .participant, person: applicant.person, name: applicant.name.full)) { return T.certificates.refusedHas }
        if erased.contains(applicant.person) { return T.certificates.refusedErased }
        if applicant.state != .admitted { return T.certificates.refusedState(state: .phrase(applicant.state.name)) }
        return applicant.isComplete ? applicant.held : T.certificates.refusedAttendance
    }
}
