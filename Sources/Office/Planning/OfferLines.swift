import Catalogue
import Centres
import Events
import Kernel
import Languages

/// Lines of an offer from what they are about.
extension OfferLine {
    init?(_ event: Event, _ centre: Centre, _ programme: Programme?) {
        guard let first = event.plan.sessions.first, let last = event.plan.sessions.map(\.day).max() else { return nil }
        let places = event.plan.sessions.map { EventSummary.place($0, of: event) }.filter { !$0.isEmpty }
        let different = places.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let language = event.plan.texts[event.plan.language].map { _ in event.plan.language } ?? event.plan.texts.keys.sorted { $0.rawValue > $1.rawValue }.first ?? .sr
        self.init(
            .event(event.id), form: event.form.id, title: Event.Wording(text: event.plan.texts[language]?.title ?? "", language: language),
            days: first.day...max(first.day, last), begins: first.begins, ends: first.ends,
                place: String(different.joined(separator: "; ").prefix(TextLimit.note.rawValue)),
            target: event.plan.target, area: programme?.area?.name ?? "", points: event.plan.points, fee: event.plan.fee)
    }

    init(_ item: PlanItem, _ centre: Centre) {
        let details = item.details
        self.init(
            .item(item.id), form: details.form, title: Event.Wording(text: details.title, language: centre.language), days: details.days, place: details.place,
            target: details.target, fee: .nothing(centre.currency))
    }
}
