import Centres
import Documents
import Events
import Forms
import Kernel
import Languages
import Look
import Web

/// Offers of months as the centre's people make them.
enum MonthOfferDeskPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer { visit.page(try await list(visit, visit.form())) }

    private static func list(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id
        return MonthOfferDeskViews(reader: visit.reader).list(try await visit.read { try MonthOfferStore.offers(of: centre, in: $0) }, form)
    }

    @Sendable static func begin(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            guard let month = OfferMonth(visit.typed["month"]) else { throw Problem.invalid("month", T.planning.monthWrong) }
            return try await visit.act { act in
                let id = try MonthOfferStore.begin(month, at: centre, in: act)
                return Redirect(visit.link("/staff/offers/\(id)"))
            }
        } again: { try await list(visit, $0) }
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let opened = try await open(visit)
        return visit.page(screen(visit, opened, visit.form(opened.typed)))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let opened = try await open(visit), id = opened.offer.id, seen = visit.typed.number("edits", in: 0...1_000_000), intro = visit.typed.lines("intro")
        return try await visit.submit {
            var faults = Faults()
            faults.limit(intro, "intro", .letter)
            try faults.check()
            let all = opened.offer.chosen.union(opened.candidates.map(\.choice)), texts = Set(visit.typed.all("lines"))
            let chosen = all.filter { texts.contains($0.text) }, publishes = visit.typed.has("publish")
            return try await visit.act { act in
                try MonthOfferStore.edit(id, intro: intro, chosen, seen: seen, in: act)
                if publishes { try MonthOfferStore.publish(id, in: act) }
                return Redirect(visit.link("/staff/offers/\(id)"), publishes ? T.planning.saidOfferPublished : T.common.saved)
            }
        } again: { screen(visit, opened, $0) }
    }

    /// The printed offer, in the script and the language of the page: what was published, else what is chosen.
    @Sendable static func booklet(_ visit: Visit) async throws -> Answer {
        let id: MonthOffer.ID = try visit.id("offer"), t = visit.t
        let booklet = try await visit.read { act in
            let offer = try MonthOfferStore.offer(id, in: act), centre = try CentreStore.centre(offer.centre, in: act)
            let lines = try MonthOfferStore.lines(of: offer, in: act)
            guard !lines.isEmpty else { throw Problem.conflict(T.planning.offerEmpty) }
            let published = try offer.version > 0 ? MonthOfferStore.published(offer.month, of: offer.centre, in: act).current : nil
            return OfferBooklet(
                month: offer.month, intro: published?.intro ?? offer.intro, lines: published?.lines ?? lines, forms: try EventFormStore.all(in: act),
                    centre: centre, t: t)
        }
        return .file(
            bytes: try await visit.set(Typesetting(template: "offer", booklet.content, stamp: visit.now.seconds)), type: "application/pdf",
                name: "\(booklet.title).pdf")
    }

    struct Opened: Sendable {
        let offer: MonthOffer
        let candidates: [OfferLine]
        let events: [Event.ID: Event]
        let forms: [EventForm.ID: EventForm]

        var typed: Typed {
            Typed([(name: "intro", value: offer.intro)] + offer.chosen.map { (name: "lines", value: $0.text) })
        }
    }

    private static func open(_ visit: Visit) async throws -> Opened {
        let id: MonthOffer.ID = try visit.id("offer")
        return try await visit.read { act in
            let offer = try MonthOfferStore.offer(id, in: act), candidates = try MonthOfferStore.candidates(for: offer.month, at: offer.centre, in: act)
            let events = try EventStore.events(candidates.compactMap(\.event), in: act)
            return Opened(
                offer: offer, candidates: candidates, events: Dictionary(uniqueKeysWithValues: events.map { ($0.id, $0) }), forms: try EventFormStore.all(in: act))
        }
    }

    private static func screen(_ visit: Visit, _ opened: Opened, _ form: FilledForm) -> Screen {
        MonthOfferDeskViews(reader: visit.reader).form(opened.offer, opened.candidates, opened.events, opened.forms, form)
    }
}
