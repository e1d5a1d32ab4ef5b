import Accounts
import Catalogue
import Kernel
package import Languages
package import Centres

extension Event {
    /// What search engines learn from its page: an `EducationEvent`, or an `Event` where nothing is taught, of schema.org as JSON-LD. Links to online rooms are not told.
    /// - Parameters:
    ///   - left: free seats.
    ///   - address: of its page, whole.
    package func data(_ t: Texts, _ centre: Centre, left: Int, address: String) -> String? {
        guard let first = plan.sessions.first, let last = plan.sessions.last else { return nil }
        let isOnline = plan.sessions.allSatisfy(\.isOnline)
        let summary = summary(in: t.language).text
        let cents = plan.fee.minor % 100
        return JSON.fields([
            "@context": .text("https://schema.org"), "@type": .text(form.details.paper == .none && !form.has(.attendance) ? "Event" : "EducationEvent"),
            "name": .text(title(in: t.language).text), "keywords": .text(form.name(in: t.language).text),
            "description": summary.isEmpty ? nil : .text(summary), "url": .text(address),
            "startDate": .text(centre.zone.stamp(first.day, first.begins)), "endDate": .text(centre.zone.stamp(last.day, last.ends)),
            "location": location(first, centre, t, address), "inLanguage": .text(t.shown(plan.language).htmlLang),
            "eventStatus": .text(Self.schema(state == .cancelled ? "EventCancelled" : state == .postponed ? "EventPostponed" : "EventScheduled")),
            "eventAttendanceMode": .text(Self.schema(isOnline ? "OnlineEventAttendanceMode" : "OfflineEventAttendanceMode")),
            "organizer": .fields(["@type": .text("Organization"), "name": .text(centre.name(in: t.language))]),
            "performer": .list(plan.trainers.map { .fields(["@type": .text("Person"), "name": .text($0.name)]) }),
            "offers": !form.takesApplications ? nil : .fields([
                "@type": .text("Offer"), "price": .text("\(plan.fee.minor / 100).\(cents < 10 ? "0" : "")\(cents)"), "priceCurrency": .text(plan.fee.currency.rawValue),
                "availability": .text(Self.schema(left > 0 ? "InStock" : "SoldOut")), "url": .text(address), "validThrough": .text(closes(in: centre.zone).iso),
            ]),
            "maximumAttendeeCapacity": plan.seats > 0 ? .number(plan.seats) : nil,
            "subEvent": plan.sessions.count < 2 ? nil : .list(plan.sessions.map { part($0, centre, t, address) }),
        ]).written
    }

    private static func schema(_ word: String) -> String { "https://schema.org/" + word }

    private func part(_ session: EventSession, _ centre: Centre, _ t: Texts, _ address: String) -> JSON {
        .fields([
            "@type": .text("Event"), "startDate": .text(centre.zone.stamp(session.day, session.begins)),
            "endDate": .text(centre.zone.stamp(session.day, session.ends)), "location": location(session, centre, t, address),
        ])
    }

    private func location(_ session: EventSession, _ centre: Centre, _ t: Texts, _ address: String) -> JSON {
        if session.isOnline { return .fields(["@type": .text("VirtualLocation"), "url": .text(address)]) }
        let place = EventSummary.place(session, of: self)
        let street = session.hall.map { centre.address(ofHall: addresses[$0]) } ?? place
        return .fields([
            "@type": .text("Place"), "name": .text(t.shown(place.isEmpty ? centre.name(in: t.language) : place)),
            "address": .text(t.shown(street.isEmpty ? place : street)),
        ])
    }
}

extension EventSession {
    /// Held over the net only.
    package var isOnline: Bool { hall == nil && place.isEmpty && !link.isEmpty }
}
