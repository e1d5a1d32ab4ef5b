import Centres
import Documents
import Events
import Kernel
import Languages

/// The poster of one event for a staff room, with strips to tear off: what the template `strip` reads.
struct EventStrip: Encodable, Sendable {
    struct Tear: Encodable, Sendable {
        let title: InformerPaper.Words
        let when: String
        let address: String
    }

    let language: String
    let title: InformerPaper.Words
    let kind: String
    let lead: InformerPaper.Words?
    let when: [String]
    let facts: [Paper.Fact]
    let deadline: String
    let scan: String
    let centre: String
    let contact: String
    let address: String
    let code: InformerPaper.Code
    let strip: Tear
    let cut: String

    /// - Parameter origin: scheme and host under which the page of the event stands.
    init?(_ event: Event, _ centre: Centre, origin: String, _ t: Texts) {
        let page = "\(origin)/\(t.language.rawValue)/events/\(event.id)"
        guard let code = InformerPaper.Code(page) else { return nil }
        func words(_ wording: Event.Wording) -> InformerPaper.Words { .init(.init(t.shown(wording.text), t.shown(wording.language))) }
        let summary = event.summary(in: t.language), stretches = event.stretches
        let shortAddress = page.replacing("https://", with: "").replacing("http://", with: "")
        language = t.language.rawValue
        title = words(event.title(in: t.language))
        kind = t.shown(event.form.name(in: t.language).text)
        lead = summary.text.isEmpty ? nil : words(summary)
        let places = stretches.map { t.shown(EventSummary.whereabouts($0, of: event, centre)) }.filter { !$0.isEmpty }
        let different = places.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        when = stretches.prefix(4).map { t.day($0.day, .long) + ($0.isWholeDay ? "" : ", \(t.times($0.begins, to: $0.ends))") } + different.prefix(2)
        var facts: [Paper.Fact] = []
        if !event.plan.target.isEmpty { facts.append(.init(t(T.informer.stripFor), t.shown(event.plan.target))) }
        if event.plan.points > 0 { facts.append(.init(t(T.events.points), t.number(event.plan.points))) }
        if event.form.has(.fee) || !event.plan.fee.isZero {
            facts.append(.init(t(T.events.fee), event.plan.fee.isZero ? t(T.events.free) : t.money(event.plan.fee)))
        }
        self.facts = facts
        deadline = t(T.informer.stripDeadline(day: .day(event.plan.deadline)))
        scan = t(T.informer.stripScan)
        self.centre = centre.name(in: t.language)
        contact = [centre.phone, centre.email].filter { !$0.isEmpty }.joined(separator: " · ")
        address = shortAddress
        self.code = code
        let first = stretches.first.map { "\(t.day($0.day, .short))" + ($0.isWholeDay ? "" : ", \(t.time($0.begins))") } ?? ""
        strip = Tear(title: title, when: first, address: shortAddress)
        cut = t(T.informer.stripCut)
    }
}
