import Centres
import Events
import Kernel
import Languages

/// An application with the event that it is for and the centre that runs it: what a verb decides on, and what a letter tells.
struct Dossier: Sendable {
    let registration: Registration
    let event: Event
    let centre: Centre

    /// The same with the application as it stands now.
    func with(_ registration: Registration) -> Dossier { Dossier(registration: registration, event: event, centre: centre) }
}

/// What was decided of an application: how it stands from now on, what the journal calls it, and why.
struct Decision: Sendable {
    let state: RegistrationState
    let deed: Phrase
    let reason: String

    init(_ state: RegistrationState, _ deed: Phrase, because reason: String = "") {
        self.state = state
        self.deed = deed
        self.reason = reason
    }
}
