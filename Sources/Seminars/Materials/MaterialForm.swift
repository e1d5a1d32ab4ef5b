import Forms
import Kernel
import Languages

/// What was typed of a material, and the other way round.
extension MaterialDetails {
    /// - Parameter isPhoto: nil before a file was looked at.
    init(_ typed: Typed, isPhoto: Bool?) throws {
        var faults = Faults()
        let audience = Material.Audience(rawValue: typed["audience"])
        faults.require(audience != nil, "audience", T.common.errorChoose)
        self.init(title: typed["title"], audience: audience ?? .staff, consent: typed.lines("consent"))
        check(isPhoto: isPhoto ?? false, &faults)
        try faults.check()
    }

    var typed: Typed { Typed(["title": title, "audience": audience.rawValue, "consent": consent]) }
}
