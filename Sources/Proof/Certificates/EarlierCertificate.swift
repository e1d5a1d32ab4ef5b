package import Accounts
package import Centres
package import Events
package import Kernel
package import Languages

/// A certificate of an earlier register, typed over from it: this system did not sign it, and says so wherever it shows it.
package struct EarlierCertificate: Sendable, Hashable, Codable {
    package var centre: Centre.ID
    package var kind: CertificateKind
    /// As written.
    package var label: String
    package var name: String
    package var school = ""
    /// What it is about.
    package var title: String
    package var language: Language
    /// Of issue.
    package var day: Day
    package var first: Day?
    package var last: Day?
    package var hours = 0
    package var points = 0
    /// Catalogue number and cycle as written.
    package var number = ""
    package var cycle = ""
    package var person: Person.ID?
    package var event: Event.ID?

    package init(centre: Centre.ID, kind: CertificateKind, label: String, name: String, title: String, language: Language, day: Day) {
        (self.centre, self.kind, self.label, self.name, self.title, self.language, self.day) = (centre, kind, label, name, title, language, day)
    }

    /// The book in which it stands: that of the year of its number, else of its day.
    var year: Int { EarlierNumbering(label).year ?? day.year }

    /// - Parameter issuer: the centre of today, under the name of which the register is kept.
    func facts(issuer: CertificateFacts.Issuer, code: CertificateCode) -> CertificateFacts {
        var facts = CertificateFacts(language: language, kind: kind, part: .participant, name: name, issuer: issuer, title: title)
        facts.school = school.isEmpty ? nil : school
        facts.firstDay = first?.iso
        facts.lastDay = (last ?? first)?.iso
        facts.hours = hours > 0 ? hours : nil
        facts.points = points > 0 ? points : nil
        if !number.isEmpty { facts.programme = .init(number: number, cycle: cycle, accreditor: "", key: [number, cycle].filter { !$0.isEmpty }.joined(separator: ", ")) }
        (facts.number, facts.code, facts.day, facts.isEarlier) = (label, code.text, day.iso, true)
        return facts
    }
}

/// A number as old registers write it: *123/2014*, *45*, *12-3/14*: what counts up in it, and its year where it names one.
package struct EarlierNumbering: Hashable, Sendable {
    package let number: Int?
    package let year: Int?

    private static let years = 1990...2100

    package init(_ label: String) {
        let parts = label.split { !$0.isNumber }.map(String.init)
        let named = parts.count > 1 ? parts.last.flatMap { $0.count == 4 ? Int(typed: $0, in: Self.years) : nil } : nil
        year = named
        // Of several numbers nobody can say which one counts up.
        let counting = named == nil ? parts : Array(parts.dropLast())
        number = counting.count == 1 ? Int(typed: counting[0], in: 0...10_000_000) : nil
    }
}

/// Tells one line of an old register from another: a number that was given twice stands there twice, for two people.
package struct EarlierCertificateKey: Hashable, Sendable {
    let centre: Centre.ID
    let kind: CertificateKind
    let year: Int
    let label: String
    let name: String

    init(_ certificate: EarlierCertificate) {
        (centre, kind, year, label) = (certificate.centre, certificate.kind, certificate.year, Self.folded(certificate.label))
        name = Fold.tokens(certificate.name).sorted().joined(separator: " ")
    }

    static func folded(_ label: String) -> String { label.lowercased().filter { !$0.isWhitespace } }
}
