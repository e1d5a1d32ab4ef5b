import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// Offers of months as everybody reads them.
struct MonthOfferViews {
    let reader: Reader
    private var t: Texts { reader.t }

    private func name(_ month: OfferMonth) -> String {
        let (year, number, _) = month.days.lowerBound.civil
        return t(T.planning.offerOf(month: .text(t.month(number, year))))
    }

    func list(_ months: [OfferMonth]) -> Screen {
        Screen(t(T.planning.offers), description: t(T.planning.offersPublicLead)) {
            Heading(t(T.planning.offers), lead: t(T.planning.offersPublicLead))
            if months.isEmpty {
                EmptyState(t(T.planning.noOffersPublic), t(T.planning.noOffersPublicText)) { LinkButton(t(T.events.all), href: reader.link("/events"), .quiet) }
            } else {
                ul { ForEach(months) { month in li { a(.href(reader.link("/offer/\(month.text)"))) { name(month) } } } }
            }
            HTML::p { a(.href(reader.link("/offer.atom")), .type(Kind("application/atom+xml"))) { t(T.planning.follow) } }
        }
    }

    func show(_ published: PublishedOffer) -> Screen {
        let current = published.current, base = reader.link("/offer/\(published.month.text)")
        return Screen(name(published.month), description: t(T.planning.offersPublicLead), trail: [Look.Link(t(T.planning.offers), href: reader.link("/offer"))]) {
            Heading(name(published.month), lead: reader.site)
            ForEach((current?.intro ?? "").split(separator: "\n").map(String.init)) { paragraph in HTML::p { t.run(paragraph) } }
            if let change = published.changes.first {
                Notice(.info) { HTML::p { t(T.planning.changedOn(at: .instant(change.at))); " "; a(.href("#changes")) { t(T.planning.seeChanges) } } }
            }
            EventList((current?.lines ?? []).filter { published.events[$0.event ?? .init(0)] != nil }.map { line($0, published) })
            planned((current?.lines ?? []).filter { published.events[$0.event ?? .init(0)] == nil }, published)
            Buttons {
                LinkButton(t(T.planning.calendar), href: "\(base)/offer.ics", .quiet, icon: .event)
                LinkButton(t(T.planning.otherMonths), href: reader.link("/offer"), .quiet)
            }
            if !published.changes.isEmpty {
                h2(.id("changes")) { t(T.planning.whatChanged) }
                ForEach(published.changes) { change in
                    h3 { t.instant(change.at) }
                    ul {
                        ForEach(change.difference.added) { line in li { Chip(.good, t(T.planning.added)); " "; told(line) } }
                        ForEach(change.difference.removed) { line in li { Chip(.bad, t(T.planning.removed)); " "; told(line) } }
                        ForEach(change.difference.changed) { line in
                            li {
                                Chip(.waiting, t(T.planning.changed))
                                " "
                                told(line.after)
                                " ("
                                t(T.planning.was(words: .text(when(line.before))))
                                place(line.before)
                                ")"
                            }
                        }
                        if change.difference.isReworded { li { t(T.planning.reworded) } }
                    }
                }
            }
        }
    }

    /// An event of the offer: what was published, and how it stands today.
    private func line(_ line: OfferLine, _ published: PublishedOffer) -> EventLine {
        let event = line.event.flatMap { published.events[$0] }
        // Where the title is still the one that was published, it stands in the reader's language.
        let isSame = event?.plan.texts[line.title.language]?.title == line.title.text
        let title = isSame ? event?.title(in: t.language) : nil
        let run = title.map { t.run($0) } ?? t.run(line.title.text, line.title.language)
        var facts = [published.forms[line.form].map { t.shown($0.name(in: t.language).text) } ?? ""]
        if line.points > 0 { facts.append(t(T.common.points(count: line.points))) }
        // An area is a word of a Serbian list; elsewhere the title says enough.
        if !line.area.isEmpty, t.language.isSerbian { facts.append(t.shown(line.area)) }
        if published.forms[line.form]?.has(.fee) == true || !line.fee.isZero { facts.append(line.fee.isZero ? t(T.events.free) : t.money(line.fee)) }
        return EventLine(
            title: run.text, href: reader.link(line.event.map { "/events/\($0)" } ?? "/offer"), day: t.day(line.days.lowerBound, near: reader.today),
            hours: hours(line),
            begins: line.begins.map { reader.centre.zone.stamp(line.days.lowerBound, $0) } ?? line.days.lowerBound.iso, place: t.run(line.place),
                facts: facts, state: state(line, event),
            lang: run.lang)
    }

    private func hours(_ line: OfferLine) -> String {
        let hours = line.begins.flatMap { begins in line.ends.map { t.times(begins, to: $0) } }
        return [hours, line.days.count > 1 ? t(T.events.days(count: line.days.count)) : nil].compactMap { $0 }.joined(separator: ", ")
    }

    private func state(_ line: OfferLine, _ event: Event?) -> Chip? {
        guard let event else { return nil }
        if event.state.isOff { return Chip(.bad, t(event.state.name)) }
        if event.wasHeld { return Chip(.neutral, t(event.state.name)) }
        guard let first = event.firstDay, first != line.days.lowerBound || event.plan.sessions.first?.begins != line.begins else { return nil }
        return Chip(.waiting, t(T.planning.movedTo(day: .day(first))))
    }

    /// What is only planned yet has no page of its own.
    @HTMLBuilder private func planned(_ lines: [OfferLine], _ published: PublishedOffer) -> some HTML {
        if !lines.isEmpty {
            h2 { t(T.planning.inPreparation) }
            ForEach(lines) { line in
                PersonLine(
                    t.run(line.title.text, line.title.language),
                    detail: [published.forms[line.form].map { t.run($0.name(in: t.language)) } ?? Run(""), Run(t.term(line.days)), t.run(line.target),
                        t.run(line.place)].filter { !$0.text.isEmpty })
            }
        }
    }

    @HTMLBuilder private func told(_ line: OfferLine) -> some HTML {
        t.run(line.title.text, line.title.language)
        ", "
        when(line)
        place(line)
    }

    @HTMLBuilder private func place(_ line: OfferLine) -> some HTML {
        if !line.place.isEmpty {
            ", "
            t.run(line.place)
        }
    }

    private func when(_ line: OfferLine) -> String {
        let hours = line.begins.flatMap { begins in line.ends.map { t.times(begins, to: $0) } }
        return [t.term(line.days), hours].compactMap(\.self).joined(separator: ", ")
    }
}
