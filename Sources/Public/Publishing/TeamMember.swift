package import Files
package import Forms
package import Kernel
package import Languages
import Mail
package import Storage

/// Somebody who works at the centre, as the public meets them.
package struct TeamMember: Sendable {
    package typealias ID = Kernel.ID<TeamMember>

    package let id: ID
    package let centre: Kernel.ID<CentreTag>
    package let details: TeamMemberDetails
    package let picture: StoredFile?

    init(row: Row, picture: StoredFile?) throws {
        id = try row["id"]
        centre = try row["centre"]
        details = TeamMemberDetails(name: try row["name"], role: try row["role"], email: try row["email"], phone: try row["phone"], place: try row["place"])
        self.picture = picture
    }
}

package struct TeamMemberDetails: Sendable, Hashable {
    package var name: String
    /// What they do there.
    package var role: String
    package var email: String
    package var phone: String
    /// In the list; the smallest first.
    package var place: Int

    package init(name: String, role: String, email: String = "", phone: String = "", place: Int = 0) {
        self.name = name
        self.role = role
        self.email = email
        self.phone = phone
        self.place = place
    }

    static let places = 0...999

    init(_ typed: Typed) throws {
        var faults = Faults()
        self.init(name: typed["name"], role: typed["role"], email: typed["email"], phone: typed["phone"])
        for (field, value) in [("name", name), ("role", role)] { faults.require(!value.isEmpty, field, T.common.errorMissing) }
        for (field, value) in [("name", name), ("role", role), ("phone", phone)] { faults.limit(value, field) }
        if !email.isEmpty { email = faults.address(email, "email")?.text ?? email }
        place = faults.number(typed, "place", in: Self.places, empty: 0) ?? 0
        try faults.check()
    }

    var typed: Typed { Typed(["name": name, "role": role, "email": email, "phone": phone, "place": "\(place)"]) }
}
