import Centres
import Events
import Languages

/// What the application form shows, read in one look.
struct Opening: Sendable {
    let event: Event
    let centre: Centre
    let seats: Seats
    var workshops: [OpenWorkshop] = []
    /// The reader's own application, if there is one; the rest, too, is known only of those who have signed in.
    var own: Registration?
    var schools: [School] = []
    /// Those of the centre's own territory, to be proposed while one types.
    var nearby: [School] = []
    var clashes: [ListedEvent] = []
    /// Before that day only those apply who wished the topic in their plan; and whether the reader may not yet.
    var opens: Day?
    var isEarly = false
    var wantsPapers = false
    /// The centre's terms, and what comes next, in its own words where it has some.
    var terms = ""
    var coming = ""
    /// As they were told before.
    var phone = ""
    var job = ""
}
