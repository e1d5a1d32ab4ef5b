import Forms
import Kernel
import Languages
import Look
package import Web

/// The words of letters and notices, as a centre chooses them.
enum CentreWordPages {
    private static func kinds(_ visit: Visit) -> [LetterKind] { visit.records.exchange.all(LetterKind.self) }

    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let (centre, kinds) = (visit.centre.id, kinds(visit))
        let counts = try await visit.read { try CentreWordStore.counts(kinds, at: centre, in: $0) }
        return visit.page(CentreWordViews(reader: visit.reader).list(kinds, counts))
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let kind = try kind(visit)
        return visit.page(try await page(visit, kind, nil, look: nil))
    }

    /// Keeps what was typed, or shows only how it would read.
    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let (centre, kind) = (visit.centre.id, try kind(visit))
        return try await visit.submit {
            let draft = try CentreWordDraft(visit.typed, kind, visit.records.words)
            if visit.typed.has("look") { return visit.page(try await page(visit, kind, visit.form(visit.typed), look: draft)) }
            return try await visit.act { act in
                try CentreWordStore.set(draft, of: kind, at: centre, in: act)
                return Redirect(visit.link("/settings/letters/\(kind.name)"), T.common.saved)
            }
        } again: { form in
            try await page(visit, kind, form, look: nil)
        }
    }

    @Sendable static func reset(_ visit: Visit) async throws -> Answer {
        let (centre, kind) = (visit.centre.id, try kind(visit))
        return try await visit.act { act in
            try CentreWordStore.reset(kind, at: centre, in: act)
            return Redirect(visit.link("/settings/letters/\(kind.name)"), T.centres.wordsReset)
        }
    }

    private static func kind(_ visit: Visit) throws -> LetterKind {
        guard let kind = kinds(visit).first(where: { $0.name == visit.parameters["kind"] }) else { throw Problem.missing }
        return kind
    }

    /// - Parameters:
    ///   - form: what was typed; nil where it is opened.
    ///   - look: what is shown in place of what is kept.
    private static func page(_ visit: Visit, _ kind: LetterKind, _ form: FilledForm?, look: CentreWordDraft?) async throws -> Screen {
        let (id, zone, catalogue) = (visit.centre.id, visit.centre.zone, visit.records.words)
        let (words, letters) = try await visit.read { act in
            let centre = try CentreStore.centre(id, in: act)
            let letters = try CentreWordDraft.languages.map { language in
                let kept = try CentreWordStore.own(language, of: id, in: act) ?? OwnTexts([:])
                let typed = look.map { OwnTexts($0.words(in: language)) }
                let t = catalogue.texts(language, in: zone, own: typed.map(kept.under) ?? kept)
                let sample = try act.ask(LetterSampleAsked(centre: centre, t: t)).first ?? LetterSample.invented
                return LetterLook(kind, sample, t, sender: centre.name(in: language))
            }
            return (try CentreWordStore.texts(of: kind, at: id, in: act), letters)
        }
        let views = CentreWordViews(reader: visit.reader)
        return views.edit(kind, words, form ?? visit.form(views.typed(words)), letters, isKept: look == nil)
    }
}

extension CentreWordStore {
    /// Shipped words have changed in whose place the centre wrote its own: whoever may look at them is told.
    static func tell(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        guard act.by.holds(.director, at: asked.centre.id) else { return TodayPart() }
        let old = try counts(act.exchange.all(LetterKind.self), at: asked.centre.id, in: act).values.contains { $0.old > 0 }
        return old ? TodayPart(warnings: [.init(.waiting, T.centres.wordsOldToday, path: "/settings/letters")]) : TodayPart()
    }
}
