package import Kernel
import Languages
import Storage

extension Act {
    /// How long it is known what a letter said and to whom it went.
    package static let letterDays = 365

    /// Forgets what the journal and the letters say about a person. The rows stay, without names, addresses, words and values; only what a register
    /// must keep stays whole. A letter that has not left yet is forgotten as soon as it has.
    package func forget(_ person: ID<PersonTag>) throws {
        try forgetJournal(of: person)
        try forgetLetters("person = \(person)")
        try db.run("UPDATE letter SET fades = \(true) WHERE state = 'queued' AND person = \(person)")
    }

    /// Forgets a letter that has just left, or died, when nothing of it may be kept.
    func forgetFading(_ letter: Int64) throws { try forgetLetters("id = \(letter) AND fades") }

    /// Forgets every value that the journal and the letters hold about one thing, because a rule asks for it. The journal still tells that something
    /// was done. Letters about it that still wait are not sent.
    package func forget(about subject: Subject) throws {
        try forgetJournal(about: subject)
        let about: SQL = "noun = \(subject.noun) AND about = \(subject.id)"
        try db.run("DELETE FROM letter_file WHERE letter IN (SELECT id FROM letter WHERE state = 'queued' AND \(about))")
        try db.run("DELETE FROM letter WHERE state = 'queued' AND \(about)")
        try forgetLetters(about)
        try db.run("UPDATE letter SET person = NULL WHERE \(about)")
    }

    /// Forgets the words of letters that left, or could not be delivered, a year ago.
    package func forgetOldLetters() throws {
        try forgetLetters("written < \(now.adding(days: -Self.letterDays)) AND address <> ''")
    }

    private func forgetLetters(_ which: SQL) throws {
        try db.run("DELETE FROM letter_file WHERE letter IN (SELECT id FROM letter WHERE state <> 'queued' AND \(which))")
        try db.run("UPDATE letter SET name = '', address = '', subject = '', text = '', html = '', calendar = NULL, fault = NULL WHERE state <> 'queued' AND \(which)")
    }
}
