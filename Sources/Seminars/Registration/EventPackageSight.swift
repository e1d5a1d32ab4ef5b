import Centres
import Events
import Forms
import Languages

/// A package as its page shows it to one reader.
struct EventPackageSight: Sendable {
    struct Line: Sendable {
        let event: ListedEvent
        let seats: Seats?
        /// The reader's own application.
        let own: Registration?
        /// Why nobody can apply there now.
        let refusal: Phrase?

        /// Whether the reader can apply there.
        var isOffered: Bool { own == nil && refusal == nil }
    }

    let package: EventPackage
    let centre: Centre
    /// Ways of paying that any of its events takes.
    let payers: [Payer]
    let nearby: [School]
    let terms: String
    var lines: [Line] = []
    var schools: [School] = []
    var wantsPapers = false
    var phone = ""
    var job = ""

    var offered: [Line] { lines.filter(\.isOffered) }

    /// What stands in the form of somebody who opens it: all of it is ticked.
    var typed: Typed {
        let known = SchoolChoice.typed(schools.first).with("papers", wantsPapers ? "yes" : nil).with("phone", phone).with("job", job)
        return Typed(known.fields + offered.map { (name: "events", value: "\($0.event.id)") })
    }
}
