package import Events
import Kernel
import Languages
import Registration
import Storage

extension Town {
    /// A form of event by its English name.
    package func form(_ name: String) async throws -> EventForm {
        let centre = centre
        let forms = try await finds { try EventFormStore.forms(of: centre, all: true, in: $0) }
        guard let form = forms.first(where: { $0.details.nameInEnglish == name }) else { throw Problem.missing }
        return form
    }

    /// An announced event of a form: by default in five weeks, one day from ten to twelve, free of charge.
    package func occasion(
        _ form: String, _ title: String = "Школа и град", seats: Int = 0, inDays days: Int = 35, announced: Bool = true,
        _ change: @escaping @Sendable (inout EventPlan) -> Void = { _ in }
    ) async throws -> Event.ID {
        let kind = try await self.form(form)
        let first = zone.day(of: clock.now).adding(days: days)
        let (ten, noon) = (ClockTime(hour: 10, minute: 0)!, ClockTime(hour: 12, minute: 0)!)
        var plan = EventPlan(
            language: .sr, seats: seats, deadline: first.adding(days: -5), fee: .rsd(0), payers: [.free], texts: [.sr: EventText(title: title)],
            sessions: [EventSession(day: first, begins: ten, ends: noon, place: "Бистрик, Школска 1")])
        change(&plan)
        let (centre, made) = (centre, plan)
        return try await vesna.does { act in
            let id = try EventStore.draft(kind.id, made, centre: centre, in: act)
            if announced { try EventStore.announce(id, limits: nil, in: act) }
            return id
        }
    }
}
