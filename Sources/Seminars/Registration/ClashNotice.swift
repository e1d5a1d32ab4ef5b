import Events
import Forms
import HTML
import Languages
import Look

/// Other events for which the reader has applied, at the same hours.
struct ClashNotice: View {
    let events: [ListedEvent]
    let reader: Reader

    var body: Markup {
        if !events.isEmpty {
            Notice(.waiting, reader.t(T.registration.clashTitle)) {
                ul { ForEach(events) { event in li { a(.href(reader.link("/events/\(event.id)"))) { reader.t.run(event.title(in: reader.language)) } } } }
            }
        }
    }
}
