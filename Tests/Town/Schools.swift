package import Accounts
package import Centres
import Kernel
import Languages
package import Schools
import Site
import Storage

extension Town {
    /// A school in which these people work, in a place of its own.
    package func school(_ name: String = "ОШ „Свитац“", of people: Someone...) async throws -> School.ID {
        let ids = people.map(\.id)
        return try await does { act in
            let number = try act.db.count("SELECT count(*) FROM municipality") + 901
            let place = try MunicipalityStore.add(MunicipalityDraft(name: "Бистрик"), key: MunicipalityKey(country: .serbia, number: "\(number)"), in: act)
            let school = try SchoolStore.open(SchoolDetails(name: name, kind: .primary, municipality: place), in: act)
            for id in ids { try EmploymentStore.add(id, at: school, in: act) }
            return school
        }
    }
}

extension Someone {
    /// Looks after a school from now on.
    package func looksAfter(_ school: School.ID, as duty: SchoolDuty = .coordinator) async throws {
        let id = id
        try await app.records.write(by: .system) { act in
            guard let centre = try CentreStore.all(in: act).first else { throw Problem.missing }
            try SchoolTeamStore.appoint(id, as: duty, of: school, at: centre.id, in: act)
        }
    }
}
