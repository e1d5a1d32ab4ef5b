package import Languages
package import Look

extension Event {
    /// What a session is called on a page in some language: in it where somebody wrote that, else as its own language has it; empty where it has no name.
    package func title(of session: EventSession, in language: Language) -> Wording {
        let own = wording(session.title)
        guard !session.titles.isEmpty else { return own }
        return Wording(in: language, else: own.language) { $0 == own.language ? session.title : session.titles[$0] }
    }

    /// Its sessions to choose one from, each with its day, hours, name and place.
    package func sessionChoices(_ t: Texts) -> [Field.Choice] {
        zip(sessionRows, plan.sessions).map { row, session in
            let words = [t.run(title(of: session, in: t.language)), t.run(wording(EventSummary.place(session, of: self)))]
            let whole = [t.day(session.day, .plain), t.times(session.begins, to: session.ends)] + words.map(\.text)
            return Field.Choice("\(row)", whole.filter { !$0.isEmpty }.joined(separator: ", "), lang: words.lazy.compactMap(\.lang).first)
        }
    }
}
