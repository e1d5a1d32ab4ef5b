import Forms
import Kernel
import Languages
import Mail

/// What was typed of a school, and the other way round.
extension SchoolDetails {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let kind = School.Kind(rawValue: typed["kind"])
        let municipality = Municipality.ID(typed["municipality"])
        faults.require(kind != nil, "kind", T.common.errorChoose)
        faults.require(municipality != nil, "municipality", T.common.errorChoose)
        self.init(name: typed["name"], kind: kind ?? .other, municipality: municipality ?? Municipality.ID(0))
        place = typed["place"]
        address = typed["address"]
        email = Address.kept(typed["email"])
        phone = typed["phone"]
        pib = typed["pib"]
        companyNumber = typed["company_number"]
        jbkjs = typed["jbkjs"]
        if !typed["website"].isEmpty {
            if let website = Website.read(typed["website"]) { self.website = website } else { faults.add("website", T.centres.noWebsite(text: .text(typed["website"]))) }
        }
        check(&faults)
        try faults.check()
    }

    var typed: Typed {
        let more = [("kind", kind.rawValue), ("municipality", municipality.description)]
        return Typed((texts + more).map { (name: $0.0, value: $0.1) })
    }
}
