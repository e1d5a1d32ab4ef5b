import Forms
import Kernel
import Languages

// What is typed about certificates, read into the types of the room.

extension CertificateGuest {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let part = CertificatePart(rawValue: typed["part"]), kind = CertificateKind(rawValue: typed["kind"])
        faults.require(part != nil, "part", T.common.errorChoose)
        faults.require(kind != nil, "kind", T.common.errorChoose)
        let hours = faults.numberOrNothing(typed, "hours", in: 0...10_000)
        self.init(name: typed["name"], email: typed["email"], part: part ?? .mentor, kind: kind ?? .thanks, hours: hours ?? 0)
        check(&faults)
        try faults.check()
    }
}

/// What is mended of a document before it is signed.
struct AmendmentForm {
    let name: String
    /// Nil to leave them as they are.
    let points: Int?

    init(_ typed: Typed) throws {
        var faults = Faults()
        name = typed["name"]
        points = faults.numberOrNothing(typed, "points", in: 0...1_000)
        try faults.check()
    }
}

/// How the numbers of a kind shall look.
struct NumberFormatForm {
    let kind: CertificateKind
    let format: NumberFormat

    init(_ typed: Typed) throws {
        guard let kind = CertificateKind(rawValue: typed["kind"]) else { throw Problem.invalid("kind", T.common.errorChoose) }
        self.kind = kind
        format = try NumberFormat(typed: typed["format"])
    }
}

/// How long documents of a kind shall be kept that are issued from a day on.
struct RetentionForm {
    let kind: CertificateKind
    let since: Day
    let years: Int

    init(_ typed: Typed) throws {
        let kind = CertificateKind(rawValue: typed["kept"]), since = Day(typed: typed["since"])
        var faults = Faults()
        faults.require(kind != nil, "kept", T.common.errorChoose)
        faults.require(since != nil, "since", T.common.errorMissing)
        let years = faults.number(typed, "years", in: CertificateRetention.yearsLimits)
        try faults.check()
        guard let kind, let since, let years else { throw Problem.missing }
        (self.kind, self.since, self.years) = (kind, since, years)
    }
}
