import Centres
import Kernel
import Languages
import Look

extension LetterSample {
    /// The nearest event of a centre, as a letter would tell of it.
    static func ofNearest(_ asked: LetterSampleAsked, in act: Act) throws -> LetterSample? {
        guard let event = try EventStore.nearest(of: asked.centre.id, in: act) else { return nil }
        return LetterSample(
            title: event.title(in: asked.t.language).text, form: asked.t.shown(event.form.name(in: asked.t.language).text),
            facts: EventSummary.facts(event, asked.centre, asked.t).map { ($0.label, $0.value) },
            moment: act.now.adding(seconds: asked.centre.rules.offerHours * 3_600), day: event.days?.lowerBound,
            times: event.plan.sessions.first.map { .times($0.begins, $0.ends) } ?? "…", name: act.by.name,
            part: asked.t.shown(event.plan.sessions.lazy.map { event.title(of: $0, in: asked.t.language).text }.first { !$0.isEmpty } ?? "…"))
    }
}
