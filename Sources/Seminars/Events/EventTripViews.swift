import Catalogue
import Centres
import Forms
import HTML
import Kernel
package import Languages
package import Look

/// Where the bus waits, where it stops, and what to bring along.
struct EventTripFields: View {
    let form: FilledForm

    var body: Markup {
        let t = form.t
        Fieldset(t(T.events.trip)) {
            FieldRow {
                form.field(T.events.meetingPlace, "meetingPlace", hint: T.events.meetingPlaceHint, isOptional: true, autocomplete: "off",
                    most: EventTrip.longestPlace).text()
                form.field(T.events.meetingTime, "meetingTime", .short, isOptional: true, autocomplete: "off").text()
            }
            form.field(T.events.stops, "stops", .full, hint: T.events.stopsHint, isOptional: true, most: EventTrip.longestLines).area(rows: 4)
            form.field(T.events.documents, "documents", .full, hint: T.events.documentsHint, isOptional: true, most: EventTrip.longestLines).area(rows: 2)
        }
    }
}

/// The same as whoever travels reads it.
struct EventTripFacts: View {
    let event: Event
    let t: Texts

    var body: Markup {
        let trip = event.plan.trip
        if !trip.meetingPlace.isEmpty || trip.meetingTime != nil { FactLine(t(T.events.meetingPlace), trip.meeting(t)) }
        if !trip.stopLines.isEmpty {
            FactLine(t(T.events.stops)) { ForEach(Array(trip.stopLines.enumerated())) { place, stop in if place > 0 { br() }; t.run(stop) } }
        }
        if !trip.documents.isEmpty { FactLine(t(T.events.documents), t.run(trip.documents)) }
    }
}

extension EventTrip {
    /// Time and place of the departure in one line.
    package func meeting(_ t: Texts) -> Run {
        t.run([meetingTime.map { t.time($0) } ?? "", t.shown(meetingPlace)].filter { !$0.isEmpty }.joined(separator: ", "))
    }
}
