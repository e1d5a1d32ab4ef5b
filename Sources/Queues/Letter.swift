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

    package struct Calendar: Sendable {
        package let method: String
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
        subject: String, text: String, html: String, calendar: Calendar? = nil, file: File? = nil, about: Subject? = nil, isSecret: Bool = false
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
    }
}

extension Act {
    /// Puts a letter into the queue. It is sent if this act is committed, and only then.
    package func send(_ letter: Letter) throws {
        let local = "\(now.seconds).\(Token.random().text)@"
        let id = try db.insert("""
            INSERT INTO letter (centre, person, name, address, language, subject, text, html, calendar, calendar_method, message, noun, about, secret, due, written)
            VALUES (\(letter.centre), \(letter.person), \(letter.name), \(letter.address), \(letter.language), \(letter.subject), \(letter.text), \(letter.html),
<<<<<<< HEAD
                    \(letter.calendar?.text), \(letter.calendar?.method), \(message), \(letter.about?.noun), \(letter.about?.id), \(letter.isSecret), \(now), \(now))
            RETURNING id
=======
                    \(letter.calendar?.text), \(letter.calendar?.method), \(local) || \(Setting.installation.sql), \(letter.about?.noun), \(letter.about?.id), \(letter.isSecret), \(now), \(now)) RETURNING id
>>>>>>> 89ec83666b5fc8b3ad0391fcc149513524f38b7c
            """)
        if let file = letter.file { try db.run("INSERT INTO letter_file (letter, name, bytes) VALUES (\(id), \(file.name), \(file.bytes))") }
    }

    /// Whether anything was ever written about it.
    package func hasLetter(about subject: Subject) throws -> Bool {
        try db.exists("SELECT 1 AS stands FROM letter WHERE noun = \(subject.noun) AND about = \(subject.id) LIMIT 1")
    }
}
