import Accounts
import Centres
import Certificates
import Kernel
import Languages
import Portfolio
import Storage

/// Makes the record that somebody takes along. Nothing of it is kept here but that it was made.
enum TakenRecordStore {
    /// - Returns: the signed bytes.
    static func take(_ parts: TakenParts, of id: Person.ID, at centre: Centre.ID, serial: String, seal: Seal, in act: Act) throws -> [UInt8] {
        guard act.by.person == id else { throw Problem.missing }
        let centre = try CentreStore.centre(centre, in: act), today = centre.zone.day(of: act.now), site = centre.origin(default: act.address)
        let portfolio = try PortfolioStore.portfolio(of: id, in: SchoolYear(containing: today), today: today, picked: [], at: centre, in: act)
        let person = portfolio.person, carried = try BroughtRecordStore.carried(by: id, in: act)
        var record = parts.narrowed(PortfolioRecord(portfolio, site: site))
        // What came from elsewhere is taken along from there: back at home it would count twice, and go on counting when it is no longer good.
        record.items.removeAll { carried.contains($0.source) }
        let proofs = portfolio.certificates.compactMap { certificate -> TakenRecord.Proof? in
            guard certificate.state == .valid, !certificate.isEarlier, let facts = certificate.facts, !certificate.payload.isEmpty else { return nil }
            return TakenRecord.Proof(source: "certificate-\(certificate.id)", code: certificate.code.text, facts: facts, payload: certificate.payload)
        }
        let address = person.verified == nil ? nil : person.email.map { TakenRecord.digest(ofAddress: $0, serial: serial) }
        var names: FeedNames = [centre.language.rawValue: centre.name]
        for (language, name) in [("lt", centre.nameInLithuanian), ("en", centre.nameInEnglish)] { if let name { names[language] = name } }
        let taken = TakenRecord(
            record, of: TakenRecord.Holder(name: person.name.full, address: address),
            from: TakenRecord.House(installation: try act.installation, site: site, name: names, language: centre.language.rawValue), certificates: proofs,
            serial: serial, made: act.now.iso)
        let pair = try FeedKeyStore.current(seal: seal, in: act)
        try act.record(T.neighbours.deedTaken, .person(id), centre: centre.id)
        return try FeedJSON.bytes(SignedText.make(FeedJSON.bytes(taken), .record, by: pair, isAlone: true))
    }
}
