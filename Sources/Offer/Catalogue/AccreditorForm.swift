import Centres
import Forms
import Kernel
import Languages

/// What was typed of an accreditor, and the other way round.
extension AccreditorDraft {
    init(_ typed: Typed) throws {
        var faults = Faults()
        faults.require(!typed["code"].isEmpty, "code", T.common.errorMissing)
        faults.require(!typed["name"].isEmpty, "name", T.common.errorMissing)
        faults.limit(typed["code"], "code", .label)
        faults.limit(typed["name"], "name")
        let country = Country(rawValue: typed["country"])
        faults.require(country != nil, "country", T.common.errorChoose)
        try faults.check()
        self.init(code: typed["code"], name: typed["name"], country: country ?? .serbia)
    }
}

extension Accreditor {
    var typed: Typed { Typed(["code": code, "name": name, "country": country.rawValue]) }
}
