import Storage

extension Act {
    /// Forgets what the journal and the letters say about a person: the rows stay, names, addresses, words and values go.
    /// What a register must keep stays. Letters that are still to leave are not touched.
    package func forget(_ person: ID<PersonTag>) throws {
        try db.run("""
            DELETE FROM journal_detail WHERE retention <> 'register'
                AND journal IN (SELECT id FROM journal WHERE noun = 'person' AND subject = \(person))
            """)
        try db.run("UPDATE letter SET name = '', address = '', subject = '', text = '', html = '', calendar = NULL WHERE person = \(person) AND state <> 'queued'")
    }
}
