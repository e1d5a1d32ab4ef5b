package import Kernel
package import Languages

/// The trainers whom a programme names in its cycle, and what becomes of others by the accreditor's rule.
package struct TrainerList: Sendable {
    package let listed: [Programme.Named]
    /// In which the names are written.
    package let language: Language
    private let number: String
    private let rules: AccreditorRules

    /// Of what has no programme: it refuses nobody.
    package static let nobody = TrainerList()

    private init() { (listed, number, rules, language) = ([], "", AccreditorRules(), .sr) }

    init(_ programme: Programme) {
        (listed, number, rules, language) = (programme.trainers, programme.number, programme.cycle.accreditor.rules, programme.language)
    }

    /// Whether only those on the list may hold it. A catalogue that names no trainers refuses nobody.
    package var isClosed: Bool { !listed.isEmpty && rules.unlisted == .refused }

    /// Whether somebody stands on the list: by the person, else by the name, however it is written.
    package func names(_ name: String, person: Kernel.ID<PersonTag>? = nil) -> Bool { entry(name, person: person) != nil }

    package func entry(_ name: String, person: Kernel.ID<PersonTag>? = nil) -> Programme.Named? {
        let tokens = Set(Fold.tokens(name))
        return listed.first { listed in
            if let person, let own = listed.person { return person == own }
            return Set(Fold.tokens(listed.name)) == tokens
        }
    }

    /// Why somebody who is not listed may not hold it; nil for whoever is listed, and where the list is empty.
    package func objection(to name: String, person: Kernel.ID<PersonTag>? = nil) -> Phrase? {
        guard !listed.isEmpty, !names(name, person: person) else { return nil }
        return rules.unlistedBasis.isEmpty
            ? T.catalogue.trainerNotListed(name: .text(name), number: .text(number))
            : T.catalogue.trainerNotListedBy(name: .text(name), number: .text(number), basis: .title(rules.unlistedBasis))
    }

    /// The objection where the accreditor refuses.
    package func refusal(of name: String, person: Kernel.ID<PersonTag>? = nil) -> Phrase? { isClosed ? objection(to: name, person: person) : nil }

    /// Whether somebody may hold it, but whoever plans is to be warned.
    package func warns(of name: String, person: Kernel.ID<PersonTag>? = nil) -> Bool {
        rules.unlisted == .warned && objection(to: name, person: person) != nil
    }
}

extension Programme {
    package var trainerList: TrainerList { TrainerList(self) }
}
