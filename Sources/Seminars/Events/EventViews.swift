package import Catalogue
package import Centres
package import Forms
package import HTML
import Kernel
package import Languages
import Look

/// A text as it was typed: an empty line parts paragraphs, lines that begin with a dash are a list.
package struct EventProse: View {
    let parts: [Part]
    let lang: String?

    enum Part {
        case paragraph(String)
        case list([String])
    }

    package init(_ wording: Event.Wording, _ t: Texts) {
        lang = t.lang(of: wording.language)
        parts = Self.parts(of: t.shown(wording.text))
    }

    package var body: Markup {
        ForEach(parts) { part in
            switch part {
            case .paragraph(let text): HTML::p(.lang(lang)) { text }
            case .list(let items): ul(.lang(lang)) { ForEach(items) { item in li { item } } }
            }
        }
    }

    /// Lines are told apart as bytes: searching letter by letter was 5 % of an event's page.
    private static func parts(of text: String) -> [Part] {
        var parts: [Part] = []
        var isNew = true
        for bytes in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let line = Substring(bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes)
            defer { isNew = line.isEmpty }
            if line.isEmpty { continue }
            let bullet = line.first.map { "-–—•*".contains($0) } ?? false
            let text = bullet ? line.dropFirst().drop { $0.isWhitespace } : line
            switch (bullet, isNew ? nil : parts.last) {
            case (true, .list(let items)): parts[parts.count - 1] = .list(items + [String(text)])
            case (true, _): parts.append(.list([String(text)]))
            case (false, .paragraph(let before)): parts[parts.count - 1] = .paragraph(before + " " + text)
            case (false, _): parts.append(.paragraph(String(text)))
            }
        }
        return parts
    }
}

/// When, where, for whom, what it brings and what it costs.
package struct EventFacts: View {
    let event: Event
    let programme: Programme?
    let town: Municipality?
    let centre: Centre
    let isGuest: Bool
    let t: Texts

    /// - Parameters:
    ///   - centre: whose event it is.
    ///   - isGuest: whether that is not the centre whose page this is, so that it is named.
    package init(_ event: Event, programme: Programme?, town: Municipality?, of centre: Centre, isGuest: Bool, _ t: Texts) {
        self.event = event
        self.programme = programme
        self.town = town
        self.centre = centre
        self.isGuest = isGuest
        self.t = t
    }

    package var body: Markup {
        if event.isEarlier { Notice(.info, t(T.events.earlier)) { HTML::p { t(T.events.earlierText) } } }
        Facts {
            FactLine(t(T.events.when)) {
                if event.state == .postponed {
                    t(T.events.daysLater)
                } else {
                    ForEach(Array(event.stretches.enumerated())) { place, session in moment(session, place) }
                }
            }
            if event.form.has(.bus) { EventTripFacts(event: event, t: t) }
            if !isSpread { FactLine(t(T.events.place)) { venue(located.first ?? event.plan.sessions.first) } }
            if !event.plan.target.isEmpty { FactLine(t(T.events.target)) { run(event.plan.target) } }
            else if let programme, !programme.target.isEmpty { FactLine(t(T.events.target)) { t.run(programme.target, programme.language) } }
            if event.plan.points > 0 { FactLine(t(T.events.points)) { points } }
            if !event.isEarlier, event.form.has(.fee) || !event.plan.fee.isZero { FactLine(t(T.events.fee)) { fee } }
            if let participants = event.participants { FactLine(t(T.events.participants), t.number(participants)) }
            if !event.earlierNumber.isEmpty { FactLine(t(T.events.earlierNumberField), event.earlierNumber) }
            if !event.plan.trainers.isEmpty { FactLine(t(event.form.lead.name)) { trainers } }
            if event.plan.language != t.language, !(event.plan.language.isSerbian && t.language.isSerbian) {
                FactLine(t(T.events.heldIn), t(event.plan.language.spoken))
            }
            if isGuest { FactLine(t(T.events.organiser), centre.name(in: t.language)) }
        }
    }

    /// Sessions that have a place of their own to be told; workshops tell theirs where they are chosen.
    private var located: [EventSession] { event.workshops.isEmpty ? event.plan.sessions : event.stretches.filter { $0 != EventSession(day: $0.day, begins: $0.begins,
        ends: $0.ends) } }

    /// Whether its sessions are in different places, so that each names its own.
    private var isSpread: Bool { Set(located.map { EventSummary.place($0, of: event) + $0.link }).count > 1 }

    @HTMLBuilder
    private func moment(_ session: EventSession, _ place: Int) -> some HTML {
        if place > 0 { br() }
        strong { t.day(session.day, .long) }
        if !session.isWholeDay { " · "; t.times(session.begins, to: session.ends) }
        if !session.title.isEmpty { " · "; t.run(event.title(of: session, in: t.language)) }
        if isSpread, located.contains(session) {
            br()
            venue(session)
        }
    }

    @HTMLBuilder
    private func venue(_ session: EventSession?) -> some HTML {
        let place = session.map { EventSummary.whereabouts($0, of: event, centre) } ?? ""
        if session?.isOnline == true {
            t(T.events.onlineWhere)
        } else if place.isEmpty {
            if let town { t.run(town.name) } else { t(T.events.placeLater) }
        } else {
            run(place)
            if let town, !t.shown(place).contains(town.name(in: t.language)) { ", "; t.run(town.name) }
        }
    }

    @HTMLBuilder
    private var points: some HTML {
        t(T.events.pointsCount(count: event.plan.points))
        if let programme, let competence = programme.competence { ", "; t.run(competence.label, programme.cycle.accreditor.language(of: competence.name)) }
    }

    @HTMLBuilder
    private var fee: some HTML {
        if event.plan.fee.isZero { t(T.events.free) } else {
            strong { t.money(event.plan.fee) }
            br()
            t(T.events.pays(ways: .text(event.plan.payers.map { t($0.ofOthers) }.joined(separator: " \(t(T.events.or)) "))))
        }
        if !event.plan.feeCovers.isEmpty {
            br()
            t(T.events.covers); " "; run(event.plan.feeCovers)
        }
    }

    /// Names are never converted; each says which script it is in.
    private var trainers: some HTML {
        ForEach(Array(event.plan.trainers.enumerated())) { place, trainer in
            if place > 0 { ", " }
            t.run(name: trainer.name, event.plan.language)
        }
    }

    private func run(_ text: String) -> Run {
        let wording = event.wording(text)
        return t.run(wording.text, wording.language)
    }
}

/// What will be done and what it brings: the event's own text, else the programme's.
package struct EventContent: View {
    let event: Event
    let programme: Programme?
    let reader: Reader
    private var t: Texts { reader.t }

    package init(_ event: Event, programme: Programme?, _ reader: Reader) {
        self.event = event
        self.programme = programme
        self.reader = reader
    }

    package var body: Markup {
        let description = event.description(in: t.language)
        if !description.text.isEmpty {
            h2 { t(T.events.content) }
            EventProse(description, t)
        } else if let programme, !programme.topics.isEmpty {
            h2 { t(T.events.content) }
            lines(programme.topics, programme)
        }
        if let programme {
            if !programme.outcomes.isEmpty {
                h2 { t(T.events.outcomes) }
                lines(programme.outcomes, programme)
            }
            h2 { t(T.events.programme) }
            HTML::p {
                a(.href(reader.link("/programmes/\(programme.id)"))) { t.run(programme.title, programme.language) }
                br()
                t(T.events.programmeNumber(number: .text(programme.number), from: .day(programme.limits.days.lowerBound), until: .day(programme.limits.days.upperBound)))
            }
        }
    }

    /// The catalogue writes several outcomes as several lines.
    private func lines(_ text: String, _ programme: Programme) -> some HTML {
        let lines = text.utf8.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.map { Substring($0) }
        let listed = lines.count > 1 ? lines.map { "- \($0.drop { "-–—•* ".contains($0) })" }.joined(separator: "\n") : text
        return EventProse(Event.Wording(text: listed, language: programme.language), t)
    }
}

extension Language {
    /// What an event is held in: Serbian is one language, whatever the script.
    package var spoken: Phrase {
        switch self {
        case .sr, .srLatn: T.events.inSerbian
        case .lt: T.events.inLithuanian
        case .en: T.events.inEnglish
        }
    }

    /// What its papers are printed in: here the script is chosen too.
    var printed: Phrase {
        switch self {
        case .sr: T.events.inSerbianCyrillic
        case .srLatn: T.events.inSerbianLatin
        case .lt, .en: spoken
        }
    }
}
