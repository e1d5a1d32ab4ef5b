import Centres
import Events
import Forms
import Kernel
import Languages
package import Web

/// Whoever has applied for a group says how many come.
package enum PupilGroupPages {
    @Sendable package static func change(_ visit: Visit) async throws -> Answer {
        let id: Registration.ID = try visit.id("registration")
        return try await visit.submit {
            var faults = Faults()
            let group = PupilGroup(visit.typed, &faults)
            try faults.check()
            guard let group else { throw Problem.missing }
            return try await visit.act { act in
                try RegistrationStore.resize(id, to: group, in: act)
                return Redirect(visit.link("/registrations/\(id)"), T.registration.saidGroupChanged)
            }
        } again: { form in
            RegistrationViews(reader: visit.reader).show(try await RegistrationPages.sight(visit), form)
        }
    }
}
