import Centres
import Kernel
import Look

/// What the page of a work shows to its mentor.
struct WorkFormSight: Sendable {
    let contest: Contest
    let work: ContestWork?
    /// Where the mentor works.
    let schools: [School]
    let parts: [ContestPagePart]
}

/// Files that a form holds since it came back.
struct CarriedFiles {
    var names: [String] = []
    var hidden: [Hidden] = []
}
