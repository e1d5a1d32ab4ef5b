import Catalogue
import Centres
import Delivery
import Events
import Guests
import Languages
import Look
import Materials
import Papers
import Projects
import Registration

/// An event as its page shows it to one reader.
struct OpenedEvent: Sendable {
    let event: Event
    let centre: Centre
    let seats: Seats
    let workshops: [OpenWorkshop]
    /// Packages in which one applies for it together with others.
    let packages: [EventPackage]
    /// The reader's own application.
    let own: Registration?
    let programme: Programme?
    let town: Municipality?
    /// Who has said that they will speak.
    let speakers: [Guest]
    let talks: TalkProgramme
    /// What it calls for, once that is published.
    let call: PaperCall?
    /// What was agreed, once it was held.
    let conclusions: [Conclusion]
    /// What it is a part of, as everybody may read it.
    let projects: [Project]
    /// Centres that offer it too.
    let partners: [Centre]
    /// Those of its files that the reader sees.
    let materials: [Material]
    /// Whether the reader puts files there.
    let mayKeepMaterials: Bool
    /// Where the picture is found that a link to it shows, behind the language.
    let share: String?
    /// Before that day only those apply who wished the topic in their plan.
    let opens: Day?

    /// The day on which a group that is too small is decided upon.
    var decision: Day? { event.decision(centre.rules, in: centre.zone) }
}
