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
        let rules = AccreditorRules(typed, &faults)
        try faults.check()
        self.init(code: typed["code"], name: typed["name"], country: country ?? .serbia, rules: rules)
    }
}

extension AccreditorRules {
    fileprivate init(_ typed: Typed, _ faults: inout Faults) {
        self.init()
        let unlisted = Unlisted(rawValue: typed["unlisted"])
        faults.require(unlisted != nil, "unlisted", T.common.errorChoose)
        faults.limit(typed["unlistedBasis"], "unlistedBasis")
        self.unlisted = unlisted ?? .warned
        unlistedBasis = typed["unlistedBasis"]
        unheldMonths = faults.numberOrNothing(typed, "unheldMonths", in: 1...AccreditorRules.mostMonths)
        faults.limit(typed["unheldBasis"], "unheldBasis")
        unheldBasis = typed["unheldBasis"]
        let leaving = Leaving(rawValue: typed["leaving"])
        faults.require(leaving != nil, "leaving", T.common.errorChoose)
        faults.limit(typed["leavingBasis"], "leavingBasis")
        (self.leaving, leavingBasis) = (leaving ?? .withdrawn, typed["leavingBasis"])
        needs = Set(typed.all("needs").compactMap { ProgrammePart(rawValue: $0) })
    }
}

extension Accreditor {
    var typed: Typed {
        Typed(["code": code, "name": name, "country": country.rawValue, "unlisted": rules.unlisted.rawValue, "unlistedBasis": rules.unlistedBasis,
            "unheldMonths": rules.unheldMonths.map { "\($0)" } ?? "", "unheldBasis": rules.unheldBasis, "leaving": rules.leaving.rawValue,
            "leavingBasis": rules.leavingBasis,
        ] as KeyValuePairs).adding(ProgrammePart.allCases.filter(rules.needs.contains).map { ("needs", $0.rawValue) })
    }
}
