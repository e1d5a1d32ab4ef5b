import Accounts
import Forms
import Kernel
import Languages

/// Somebody whom attendance does not know, and what is printed of the part that they had.
package struct CertificateGuest: Sendable {
    package let name: String
    /// Ties it to a person who is known by that address; may be empty.
    package let email: String
    package let part: CertificatePart
    package let kind: CertificateKind
    /// 0 where none are printed.
    package let hours: Int

    static let mostHours = 200

    package init(name: String, email: String = "", part: CertificatePart, kind: CertificateKind, hours: Int = 0) {
        self.name = Canonical.line(name)
        self.email = email
        self.part = part
        self.kind = kind
        self.hours = hours
    }

    func check(_ faults: inout Faults) {
        faults.printedName(name)
        faults.require((0...Self.mostHours).contains(hours), "hours", T.common.errorNumberBetween(least: 0, most: .number(Self.mostHours)))
        // Points, and that somebody took part, are proved by attendance alone.
        faults.require(kind != .certificate, "kind", T.certificates.certificateByAttendance)
        faults.require(part != .participant || kind == .thanks, "part", T.certificates.partByAttendance)
    }
}

extension Faults {
    /// A name that is printed: there is one, and it is not longer than the two fields of a person together.
    mutating func printedName(_ name: String) {
        require(!name.isEmpty, "name", T.common.errorMissing)
        limit(name, "name")
    }
}
