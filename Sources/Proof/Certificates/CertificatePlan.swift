package import Accounts
import Catalogue
import Delivery
package import Events
package import Kernel
package import Languages
import Centres
package import Registration
import Storage

/// Who of an event gets what, and who does not, with the reason: made from attendance, never typed.
package struct CertificatePlan: Sendable {
    package let event: Event
    /// Hours and points that were approved; nil without a programme.
    package let approved: Int?
    package let lines: [Line]
    package let refusals: [Refusal]
    /// Why nothing can be prepared at all.
    package let obstacle: Phrase?

    package struct Line: Sendable {
        package let person: Person.ID?
        package let registration: Registration.ID?
        package let name: String
        package let school: String
        package let part: CertificatePart
        package let kind: CertificateKind
    }

    package struct Refusal: Sendable {
        /// Empty for somebody who deleted the account.
        package let name: String
        package let reason: Phrase
    }

    /// - Throws: `Problem.missing` for those who do not run the event.
    package init(_ id: Event.ID, in act: Act) throws {
        let event = try EventStore.event(runBy: act.by, id, in: act)
        let desk = try Desk(id, sorted: event.plan.language.alphabet, in: act)
        let programme = try EventStore.programme(event.plan.programme, in: act)
        let have = try CertificateStore.living(of: id, in: act)
        let erased = try PersonStore.erased(Set(desk.rows.map(\.registration.person) + event.plan.trainers.compactMap(\.person)), in: act)
        self.event = event
        approved = programme?.hours
        let kind: CertificateKind = programme == nil || event.plan.points == 0 ? .confirmation : .certificate
        var lines: [Line] = [], refusals: [Refusal] = []
        let complete = Dictionary(try AttendanceStore.completions(of: id, in: act).map { ($0.registration, $0.isComplete) }, uniquingKeysWith: { first, _ in first })
        for row in desk.rows {
            let registration = row.registration
            if have.contains(.init(part: .participant, person: registration.person, name: row.name.full)) {
                refusals.append(Refusal(name: row.name.listed, reason: T.certificates.refusedHas))
            } else if erased.contains(registration.person) {
                refusals.append(Refusal(name: row.name.listed, reason: T.certificates.refusedErased))
            } else if registration.state != .admitted {
                refusals.append(Refusal(name: row.name.listed, reason: T.certificates.refusedState(state: .phrase(registration.state.name))))
            } else if complete[registration.id] != true {
                refusals.append(Refusal(name: row.name.listed, reason: T.certificates.refusedAttendance))
            } else {
                lines.append(Line(person: registration.person, registration: registration.id, name: row.name.full, school: row.school, part: .participant, kind: kind))
            }
        }
        for trainer in event.plan.trainers where !have.contains(.init(part: .trainer, person: trainer.person, name: trainer.name)) {
            guard trainer.person.map({ !erased.contains($0) }) ?? true else {
                refusals.append(Refusal(name: trainer.name, reason: T.certificates.refusedErased))
                continue
            }
            lines.append(Line(person: trainer.person, registration: nil, name: trainer.name, school: "", part: .trainer, kind: .confirmation))
        }
        self.lines = lines
        self.refusals = refusals
        obstacle = Self.obstacle(event, approved: programme?.hours)
    }

    static func obstacle(_ event: Event, approved: Int?) -> Phrase? {
        if event.state != .held && event.state != .closed { return T.certificates.notHeld(state: .phrase(event.state.name)) }
        if let approved, event.plan.points > approved { return T.certificates.pointsAbove(points: .number(event.plan.points), approved: .number(approved)) }
        return nil
    }

    /// Where an event was held, as its papers say it; nil for one that had no place.
    static func place(of event: Event, in act: Act) throws -> String? {
        let town = try event.plan.municipality.map { try MunicipalityStore.municipality($0, in: act).name(in: event.plan.language) }
        let places = [town, event.plan.sessions.first.map { EventSummary.place($0, of: event) }].compactMap { $0.map(Canonical.line) }.filter { !$0.isEmpty }
        return places.isEmpty ? nil : places.joined(separator: ", ")
    }

    /// What stands on the paper of one line, before it is numbered: in its language and script; names of people always as they write them.
    static func facts(_ line: Line, _ event: Event, at place: String?, _ programme: Programme?, _ centre: Centre, in act: Act) -> CertificateFacts {
        let language = event.plan.language
        let t = act.words.texts(language, in: centre.zone)
        func printed(_ text: String) -> String { Canonical.line(t.shown(text)) }
        let title = line.kind == .certificate ? programme?.title ?? event.title(in: language).text : event.title(in: language).text
        let issuer = CertificateFacts.Issuer(
            name: Canonical.line(centre.name(in: language)), address: printed(centre.street), site: centre.origin(default: act.address))
        var facts = CertificateFacts(language: language, kind: line.kind, part: line.part, name: Canonical.line(line.name), issuer: issuer, title: printed(title))
        facts.school = line.school.isEmpty ? nil : printed(line.school)
        facts.firstDay = event.plan.sessions.map(\.day).min()?.iso
        facts.lastDay = event.plan.sessions.map(\.day).max()?.iso
        facts.place = place.map(printed)
        facts.trainers = event.plan.trainers.isEmpty ? nil : event.plan.trainers.map { Canonical.line($0.name) }
        if let programme {
            facts.programme = programme.printed(printed)
            facts.hours = programme.hours
            if line.kind == .certificate { facts.points = event.plan.points }
        }
        return facts
    }
}

extension Programme {
    /// As certificates name it.
    /// - Parameter written: how the paper writes a text of the centre.
    fileprivate func printed(_ written: (String) -> String) -> CertificateFacts.ProgrammeFacts {
        let days = cycle.days
        return CertificateFacts.ProgrammeFacts(
            number: Canonical.line(number), cycle: written(cycle.name), accreditor: written(cycle.accreditor.code),
            key: Canonical.line("\(cycle.accreditor.code) \(days.lowerBound.year)-\(days.upperBound.year)/\(number)"),
            institution: institution.isEmpty ? nil : written(institution), competence: competence.map { Canonical.line($0.code) },
            priority: priority.map { Canonical.line($0.code) }, form: form.rawValue)
    }
}
