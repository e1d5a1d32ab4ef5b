import Catalogue
package import Centres
package import Forms
import Kernel
import Languages
package import Look

extension ListedEvent {
    /// What a list says about it.
    /// - Parameters:
    ///   - distance: in kilometres, from the municipality that was chosen.
    ///   - state: whether there is a seat; the rooms above know.
    package func line(_ reader: Reader, town: Municipality? = nil, competence: EventCode? = nil, distance: Int? = nil, state: Chip?) -> EventLine {
        let t = reader.t
        let title = title(in: t.language)
        var facts = [t.shown(form.name(in: t.language).text)]
        if points > 0 { facts.append(t(T.events.pointsCount(count: points))) }
        if let competence { facts.append(t.shown(competence.code)) }
        if form.has(.fee) || !fee.isZero { facts.append(fee.isZero ? t(T.events.free) : t.money(fee)) }
        if let distance { facts.append(t(T.events.kilometres(count: distance))) }
        let first = sessions.first
        return EventLine(
            title: title.text, href: reader.link("/events/\(id)"), day: first.map { t.day($0.day, near: reader.today) } ?? "", hours: hours(t),
            begins: first.map { reader.centre.zone.stamp($0.day, $0.begins) } ?? "", place: place(t, town), facts: facts, state: state,
            lang: t.lang(of: title.language))
    }

    /// The hours of the first day, and how many days there are when there are several.
    private func hours(_ t: Texts) -> String {
        guard let first = sessions.first else { return "" }
        let days = Set(sessions.map(\.day)).count
        return [first.isWholeDay ? nil : t.times(first.begins, to: first.ends), days > 1 ? t(T.events.days(count: days)) : nil].compactMap(\.self).joined(separator: ", ")
    }

    /// The municipality is what people look for; without one, the hall or the place itself.
    private func place(_ t: Texts, _ town: Municipality?) -> Run {
        if let town { return t.run(town.name) }
        guard let first = sessions.first else { return "" }
        return first.isOnline ? Run(t(T.events.online)) : t.run(first.place)
    }
}

extension Event {
    /// What a list says about it to people who know it: when, where, and how it stands.
    package func line(_ reader: Reader, href: String, state: Chip) -> EventLine {
        let t = reader.t
        let title = title(in: t.language)
        let first = plan.sessions.first
        return EventLine(
            title: title.text, href: href, day: first.map { t.day($0.day, near: reader.today) } ?? "", hours: first.flatMap { $0.isWholeDay ? nil : t.times($0.begins, to: $0.ends) } ?? "",
            begins: starts?.iso ?? "", place: first.map { t.run(EventSummary.place($0, of: self)) } ?? "", state: state, lang: t.lang(of: title.language))
    }
}
