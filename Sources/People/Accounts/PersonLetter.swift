package import Centres
package import Kernel
package import Languages
import Look
package import Queues

/// A letter to somebody with an account as it is about to be written: what it says, in words that are finished, and what can be done about it.
package struct PersonLetter {
    package let subject: String
    package var paragraphs: [String]
    package let facts: [(label: String, value: String)]
    /// The verb, and a path behind the language.
    package let action: (label: String, path: String)?
    package let calendar: Letter.Calendar?

    package init(
        subject: String, paragraphs: [String], facts: [(label: String, value: String)] = [], action: (label: String, path: String)?,
        calendar: Letter.Calendar? = nil
    ) {
        self.subject = subject
        self.paragraphs = paragraphs
        self.facts = facts
        self.action = action
        self.calendar = calendar
    }

    /// Puts one into the queue, in the language of whoever reads it and in the name of the centre.
    /// - Parameter due: when it leaves; nil at once.
    /// - Returns: whether it was written: nobody gets one who has gone, or whose address is not proved.
    @discardableResult
    package static func send(
        to id: Person.ID, of centre: Centre.ID, about subject: Subject, due: Instant? = nil, in act: Act, _ written: (Texts, Person, Centre) throws -> PersonLetter
    ) throws -> Bool {
        guard let person = try PersonStore.present(id, in: act), let email = person.email, person.verified != nil else { return false }
        let centre = try CentreStore.centre(centre, in: act), t = try act.texts(person.language, of: centre), letter = try written(t, person, centre)
        let origin = "\(centre.origin(default: act.address))/\(person.language.rawValue)"
        let frame = LetterFrame(
            language: person.language, greeting: t(T.accounts.greeting), paragraphs: letter.paragraphs, facts: letter.facts,
            action: letter.action.map { Look.Link($0.label, href: origin + $0.path) }, closing: t(T.accounts.closing), sender: centre.name(in: person.language))
        try act.send(Letter(
            to: email, name: person.name.full, person: person.id, centre: centre.id, language: person.language, subject: letter.subject, text: frame.text,
            html: frame.html, calendar: letter.calendar, about: subject, due: due))
        return true
    }

    /// The same, where the words need nothing but the language.
    @discardableResult
    package static func send(
        to id: Person.ID, of centre: Centre.ID, about subject: Subject, due: Instant? = nil, in act: Act, _ written: (Texts) throws -> PersonLetter
    ) throws -> Bool {
        try send(to: id, of: centre, about: subject, due: due, in: act) { t, _, _ in try written(t) }
    }
}
