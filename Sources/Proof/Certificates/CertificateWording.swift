import Catalogue
import Centres
import Events
import Kernel
import Languages

/// What all papers of one event say: which event it was, where it was held, for which programme, by which centre; in the language and script of the
/// event.
struct CertificateWording: Sendable {
    let event: Event
    let programme: Programme?
    let centre: Centre
    /// The name of the municipality in which it was held.
    let town: String?
    /// Of the hall, where that is elsewhere than the centre.
    let address: String
    /// Scheme and host of the centre's check page.
    let site: String
    /// In the language of the event.
    let t: Texts

    /// What stands on the paper of one line, before it is numbered. Names of people stand always as they write them.
    func facts(_ line: CertificatePlan.Line) -> CertificateFacts {
        let title = line.kind == .certificate ? programme?.title ?? ownTitle : ownTitle
        let issuer = CertificateFacts.Issuer(name: Canonical.line(centre.name(in: t.language)), address: printed(centre.street), site: site)
        var facts = CertificateFacts(
            language: t.language, kind: line.kind, part: line.part, name: Canonical.line(line.name), issuer: issuer, title: printed(title))
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

    /// Whether the paper says in which town it was: what was held in a hall alone says it only where the event, the hall or the centre has a town or an address.
    var isPlaced: Bool {
        guard let first = event.plan.sessions.first, first.hall != nil else { return true }
        return town != nil || !address.isEmpty || !first.place.isEmpty
    }

    private var ownTitle: String { event.title(in: t.language).text }

    /// Where it was held; nil for an event that had no place.
    private var place: String? {
        let places = [town, event.plan.sessions.first.map { EventSummary.place($0, of: event) }, address].compactMap { $0.map(Canonical.line) }.filter { !$0.isEmpty }
        return places.isEmpty ? nil : places.joined(separator: ", ")
    }

    private func printed(_ text: String) -> String { Canonical.line(t.shown(text)) }
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
