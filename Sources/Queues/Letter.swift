package import Kernel
package import Languages
import Storage

/// A finished letter to one person, in that person's language. It is written at the act and kept as a row.
package struct Letter: Sendable {
    package var person: ID<PersonTag>?
    package var name: String
    package var address: String
    package var centre: ID<CentreTag>?
    package var language: Language
    package var subject: String
    package var text: String
    package var html: String
    package var calendar: Calendar?
    package var file: File?
    package var about: Subject?
    /// Whether it holds a link that lets somebody in. Staff never see such a letter, and its text is erased once it is sent.
    package var isSecret: Bool
    /// Where the reader leaves the list that it was sent to, with one click in a mail program that offers it (RFC 8058): an address that takes POST.
    package var unsubscribe: String?
    /// When it leaves; nil at once. Until then it can be recalled.
    package var due: Instant?

    /// What it brings for the reader's calendar, or takes back from there.
    package struct Calendar: Sendable {
        package let method: String
        /// An iCalendar object, or several, one after another (RFC 5545, section 3.4): each goes as a part of its own.
        package let text: String

        package init(method: String, text: String) {
            self.method = method
            self.text = text
        }
    }

    /// A PDF that goes with it.
    package struct File: Sendable {
        package let name: String
        package let bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    package init(
        to address: String, name: String, person: ID<PersonTag>? = nil, centre: ID<CentreTag>? = nil, language: Language,
        subject: String, text: String, html: String, calendar: Calendar? = nil, file: File? = nil, about: Subject? = nil, isSecret: Bool = false,
        unsubscribe: String? = nil, due: Instant? = nil
    ) {
        self.person = person
        self.name = name
        self.address = address
        self.centre = centre
        self.language = language
        self.subject = subject
        self.text = text
        self.html = html
        self.calendar = calendar
        self.file = file
        self.about = about
        self.isSecret = isSecret
        self.unsubscribe = unsubscribe
        self.due = due
    }
}

extension Act {
    /// Puts a letter into the queue. It is sent if this act is committed, and only then.
    package func send(_ letter: Letter) throws {
        let local = "\(now.seconds).\(Token.random().text)@"
        let id = try db.insert("""
            INSERT INTO letter (centre, person, name, address, language, subject, text, html, calendar, calendar_method, message, noun, about, secret,
                unsubscribe, due, written)
            VALUES (\(letter.centre), \(letter.person), \(letter.name), \(letter.address), \(letter.language), \(letter.subject), \(letter.text), \(letter.html),
                    \(letter.calendar?.text), \(letter.calendar?.method), \(local) || \(Setting.installation.sql), \(letter.about?.noun), \(letter.about?.id),
                    \(letter.isSecret), \(letter.unsubscribe), \(letter.due ?? now), \(now))
            RETURNING id
            """)
        if let file = letter.file { try db.run("INSERT INTO letter_file (letter, name, bytes) VALUES (\(id), \(file.name), \(file.bytes))") }
    }

    /// Takes back what is about it and waits for its hour; what has left, or leaves at once, stays.
    /// - Returns: whether there was such a letter.
    package func recall(about subject: Subject) throws -> Bool {
        let rows = try db.rows("""
            SELECT id FROM letter WHERE noun = \(subject.noun) AND about = \(subject.id) AND state = 'queued' AND tries = 0 AND due > \(now) AND due > written
            """)
        let letters: [Int64] = try rows.map { try $0["id"] }
        guard !letters.isEmpty else { return false }
        try db.run("DELETE FROM letter_file WHERE letter IN \(list: letters)")
        return try db.run("DELETE FROM letter WHERE id IN \(list: letters) AND state = 'queued' AND tries = 0") > 0
    }

    /// Whether anything was ever written about it.
    package func hasLetter(about subject: Subject) throws -> Bool {
        try db.exists("SELECT 1 AS stands FROM letter WHERE noun = \(subject.noun) AND about = \(subject.id) LIMIT 1")
    }
}
