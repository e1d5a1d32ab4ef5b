package import Accounts
package import Centres
import Kernel
import Storage

extension Town {
    /// A school in which these people work.
    package func workplace(_ name: String = "ОШ „Бистрик“", of people: Someone...) async throws -> School.ID {
        let ids = people.map(\.id)
        return try await does { act in
            let key = MunicipalityKey(country: .serbia, number: "901")
            let known = try act.db.value("SELECT id FROM municipality WHERE source_id = '901'", as: Municipality.ID.self)
            let place = try known ?? MunicipalityStore.add(MunicipalityDraft(name: "Бистрик"), key: key, in: act)
            let school = try SchoolStore.open(SchoolDetails(name: name, kind: .primary, municipality: place), in: act)
            for id in ids { try EmploymentStore.add(id, at: school, in: act) }
            return school
        }
    }
}
