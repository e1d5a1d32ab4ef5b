import Foundation
package import Languages
package import People

extension Event {
    /// What search engines learn from its page: an `EducationEvent` of schema.org as JSON-LD. Links to online rooms are not told.
    /// - Parameters:
    ///   - left: free seats.
    ///   - address: of its page, whole.
    package func data(_ t: Texts, _ centre: Centre, left: Int, address: String) -> String? {
        let parts = plan.sessions.map { session in
            EventData.Part(
                startDate: centre.zone.stamp(session.day, session.begins), endDate: centre.zone.stamp(session.day, session.ends),
                location: location(session, centre, t, address))
        }
        guard let first = parts.first, let last = parts.last else { return nil }
        let isOnline = plan.sessions.allSatisfy(\.isOnline)
        let summary = summary(in: t.language).text
        let data = EventData(
            name: title(in: t.language).text, description: summary.isEmpty ? nil : summary, url: address,
            startDate: first.startDate, endDate: last.endDate, location: first.location, inLanguage: plan.language.htmlLang,
            eventStatus: "https://schema.org/" + (state == .cancelled ? "EventCancelled" : state == .postponed ? "EventPostponed" : "EventScheduled"),
            eventAttendanceMode: "https://schema.org/" + (isOnline ? "OnlineEventAttendanceMode" : "OfflineEventAttendanceMode"),
            organizer: .init(name: centre.name(in: t.language)), performer: plan.trainers.map { .init(name: $0.name) },
            offers: .init(
                price: String(format: "%d.%02d", plan.fee.minor / 100, plan.fee.minor % 100), priceCurrency: plan.fee.currency.rawValue,
                availability: "https://schema.org/" + (left > 0 ? "InStock" : "SoldOut"), url: address,
                validThrough: closes(in: centre.zone).iso),
            maximumAttendeeCapacity: plan.seats, subEvent: parts.count > 1 ? parts : nil)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(data)).map { String(decoding: $0, as: UTF8.self) }
    }

    private func location(_ session: EventSession, _ centre: Centre, _ t: Texts, _ address: String) -> EventData.Location {
        if session.isOnline { return .init(type: "VirtualLocation", name: nil, address: nil, url: address) }
        let place = EventSummary.place(session, of: self)
        let street = session.room == nil ? place : centre.street
        return .init(type: "Place", name: t.shown(place.isEmpty ? centre.name(in: t.language) : place), address: t.shown(street.isEmpty ? place : street), url: nil)
    }
}

extension EventSession {
    /// Held over the net only.
    package var isOnline: Bool { room == nil && place.isEmpty && !link.isEmpty }
}

private struct EventData: Encodable {
    let context = "https://schema.org"
    let type = "EducationEvent"
    let name: String
    let description: String?
    let url: String
    let startDate: String
    let endDate: String
    let location: Location
    let inLanguage: String
    let eventStatus: String
    let eventAttendanceMode: String
    let organizer: Named
    let performer: [Performer]
    let offers: Offer
    let maximumAttendeeCapacity: Int
    let subEvent: [Part]?

    struct Part: Encodable {
        let type = "Event"
        let startDate: String
        let endDate: String
        let location: Location

        enum CodingKeys: String, CodingKey { case type = "@type", startDate, endDate, location }
    }

    struct Location: Encodable {
        let type: String
        let name: String?
        let address: String?
        let url: String?

        enum CodingKeys: String, CodingKey { case type = "@type", name, address, url }
    }

    struct Named: Encodable {
        let type = "Organization"
        let name: String

        enum CodingKeys: String, CodingKey { case type = "@type", name }
    }

    struct Performer: Encodable {
        let type = "Person"
        let name: String

        enum CodingKeys: String, CodingKey { case type = "@type", name }
    }

    struct Offer: Encodable {
        let type = "Offer"
        let price: String
        let priceCurrency: String
        let availability: String
        let url: String
        let validThrough: String

        enum CodingKeys: String, CodingKey { case type = "@type", price, priceCurrency, availability, url, validThrough }
    }

    enum CodingKeys: String, CodingKey {
        case context = "@context", type = "@type"
        case name, description, url, startDate, endDate, location, inLanguage, eventStatus, eventAttendanceMode, organizer, performer, offers
        case maximumAttendeeCapacity, subEvent
    }
}
