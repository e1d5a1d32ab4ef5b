package import Accounts
package import Centres
package import Kernel
package import Languages
package import Mail
package import Needs
import Storage

/// Who has which newsletter: consents as a log, and addresses to which nothing goes.
package enum SubscriberStore {
    // MARK: Reads

    package static func subscriber(of person: Person.ID, at centre: Centre.ID, in act: Act) throws -> Subscriber? {
        try subscribers("person = \(person) AND centre = \(centre)", in: act).first
    }

    static func subscribers(_ condition: SQL, in act: Act) throws -> [Subscriber] {
        try act.db.rows("SELECT * FROM newsletter_subscriber WHERE \(condition) ORDER BY id").map(Subscriber.init)
    }

    /// The whole log of somebody, the newest first.
    package static func consents(of subscriber: Subscriber.ID, in act: Act) throws -> [NewsletterConsent] {
        try act.db.rows("SELECT * FROM newsletter_consent WHERE subscriber = \(subscriber) ORDER BY id DESC").map(NewsletterConsent.init)
    }

    package static func interests(of subscriber: Subscriber.ID, in act: Act) throws -> Set<Topic.ID> {
        Set(try act.db.rows("SELECT topic FROM newsletter_interest WHERE subscriber = \(subscriber)").map { try $0["topic"] })
    }

    /// - Parameter newsletter: nil for what concerns all of the centre's.
    static func stops(of newsletter: Newsletter.ID?, at centre: Centre.ID, in act: Act) throws -> NewsletterStops {
        let own: SQL = newsletter.map { "OR newsletter = \($0)" } ?? ""
        let rows = try act.db.rows("SELECT digest, why, made FROM newsletter_stop WHERE centre = \(centre) AND (newsletter IS NULL \(own))")
        return NewsletterStops(try rows.map { (try $0["digest"], try $0["why"] as String == "bounced", try $0["made"]) })
    }

    /// Whether the address of an account was given up because letters came back.
    package static func isGivenUp(_ person: Person.ID, _ seal: Seal, at centre: Centre.ID, in act: Act) throws -> Bool {
        guard let address = try PersonStore.person(person, in: act).email else { return false }
        return try stops(of: nil, at: centre, in: act).isGivenUp(AddressMark.of(address, seal))
    }

    /// What one agrees to.
    package static func words(_ newsletter: Newsletter, _ t: Texts, site: String) -> String { t(ConsentWords.phrase(newsletter, t, site: site)) }

    // MARK: An account

    /// Somebody says on the own page what they want to have: what is new is agreed to, what is left out ends.
    /// - Parameter words: what was read beside each.
    package static func set(
        _ wanted: [Newsletter.ID: String], interests: Set<Topic.ID>, of person: Person.ID, _ seal: Seal, at centre: Centre.ID, in act: Act
    ) throws {
        try act.db.hold("person", person.value)
        let known = try PersonStore.person(person, in: act)
        guard act.by.person == person else { throw Problem.missing }
        guard let address = known.email, known.verified != nil else { throw Problem.conflict(T.newsletter.errorNoAddress) }
        let id = try subscriber(of: known, AddressMark.of(address, seal), at: centre, in: act)
        let offered = Dictionary(uniqueKeysWithValues: try NewsletterStore.offered(of: centre, in: act).map { ($0.id, $0) })
        let standing = Set(try consents(of: id, in: act).filter(\.stands).map(\.newsletter))
        for (newsletter, words) in wanted.sorted(by: { $0.key < $1.key }) where !standing.contains(newsletter) {
            guard let one = offered[newsletter] else { throw Problem.missing }
            try ask(one, of: id, .account, words, in: act)
            try give(newsletter, of: id, in: act)
            try act.record(T.newsletter.deedGiven, .person(person), under: .newsletter(newsletter), centre: centre)
        }
        for newsletter in standing.subtracting(wanted.keys).sorted() {
            try end(newsletter, of: id, AddressMark.of(address, seal), by: .account, at: centre, in: act)
            try act.record(T.newsletter.deedLeft, .person(person), under: .newsletter(newsletter), centre: centre)
        }
        try act.db.run("DELETE FROM newsletter_interest WHERE subscriber = \(id)")
        for topic in interests.sorted() { try act.db.run("INSERT INTO newsletter_interest (subscriber, topic) VALUES (\(id), \(topic))") }
    }

    private static func subscriber(of person: Person, _ digest: String, at centre: Centre.ID, in act: Act) throws -> Subscriber.ID {
        if let known = try subscriber(of: person.id, at: centre, in: act) {
            try follow(known.id, to: digest, in: act)
            try act.db.run("UPDATE newsletter_subscriber SET language = \(person.language) WHERE id = \(known.id)")
            return known.id
        }
        return Subscriber.ID(try act.db.insert("""
            INSERT INTO newsletter_subscriber (centre, person, digest, language, asked) VALUES (\(centre), \(person.id), \(digest), \(person.language), \(act.now))
            RETURNING id
            """))
    }

    /// The mark follows the address of an account. What came back from an earlier address says nothing of the new one.
    static func follow(_ id: Subscriber.ID, to digest: String, in act: Act) throws {
        guard try act.db.run("UPDATE newsletter_subscriber SET digest = \(digest) WHERE id = \(id) AND digest <> \(digest)") > 0 else { return }
        try act.db.run("UPDATE newsletter_bounce SET lifted = \(act.now) WHERE subscriber = \(id) AND lifted IS NULL")
    }

    // MARK: An address

    /// Somebody asks for newsletters with an address: a letter goes there, and only its link makes it true. Nothing tells whether the address was known.
    /// - Parameter words: what was read beside each.
    /// - Returns: whether a letter was written: who has them all gets none.
    @discardableResult
    package static func ask(
        _ address: Address, for wanted: [Newsletter.ID: String], in language: Language, by way: NewsletterConsent.Way = .form, _ seal: Seal, at centre: Centre.ID,
        in act: Act
    ) throws -> Bool {
        try act.db.hold("centre", centre.value)
        let text = address.text.lowercased(), digest = AddressMark.of(text, seal), person = try PersonStore.person(email: text, in: act)
        let owner = person.flatMap { $0.verified == nil ? nil : $0 }
        let offered = try NewsletterStore.offered(of: centre, in: act).filter { wanted[$0.id] != nil && ($0.isOpen || owner != nil) }
        guard !offered.isEmpty else { return false }
        let id = try owner.map { try subscriber(of: $0, digest, at: centre, in: act) } ?? outsider(text, digest, language, at: centre, in: act)
        let standing = Set(try consents(of: id, in: act).filter(\.stands).map(\.newsletter))
        let new = offered.filter { !standing.contains($0.id) }
        for newsletter in new { try ask(newsletter, of: id, way, wanted[newsletter.id] ?? "", in: act) }
        guard !new.isEmpty else { return false }
        try act.db.run("UPDATE newsletter_subscriber SET asked = \(act.now) WHERE id = \(id)")
        let link = ConfirmLink(id, asked: act.now), own = owner?.language ?? language
        try NewsletterLetters.confirm(new, link, to: text, in: own, isInvited: way == .invited, seal, at: centre, in: act)
        return true
    }

    private static func outsider(_ address: String, _ digest: String, _ language: Language, at centre: Centre.ID, in act: Act) throws -> Subscriber.ID {
        if let known: Subscriber.ID = try act.db.value("SELECT id FROM newsletter_subscriber WHERE centre = \(centre) AND digest = \(digest) AND person IS NULL") {
            // Whoever fills in the form may be a stranger: what somebody has who agreed does not change by it.
            try act.db.run("""
                UPDATE newsletter_subscriber SET address = \(address), language = \(language) WHERE id = \(known) AND NOT EXISTS (
                    SELECT 1 FROM newsletter_consent c WHERE c.subscriber = newsletter_subscriber.id AND c.given IS NOT NULL AND c.ended IS NULL)
                """)
            return known
        }
        return Subscriber.ID(try act.db.insert("""
            INSERT INTO newsletter_subscriber (centre, address, digest, language, asked) VALUES (\(centre), \(address), \(digest), \(language), \(act.now))
            RETURNING id
            """))
    }

    private static func ask(_ newsletter: Newsletter, of id: Subscriber.ID, _ way: NewsletterConsent.Way, _ words: String, in act: Act) throws {
        try act.db.run("DELETE FROM newsletter_consent WHERE newsletter = \(newsletter.id) AND subscriber = \(id) AND given IS NULL")
        try act.db.run("""
            INSERT INTO newsletter_consent (newsletter, subscriber, words, version, way, asked)
            VALUES (\(newsletter.id), \(id), \(words), \(newsletter.version), \(way), \(act.now))
            """)
    }

    private static func give(_ newsletter: Newsletter.ID, of id: Subscriber.ID, in act: Act) throws {
        try act.db.run("UPDATE newsletter_consent SET given = \(act.now) WHERE newsletter = \(newsletter) AND subscriber = \(id) AND given IS NULL AND ended IS NULL")
    }

    /// Staff have letters written to those who said on paper that they want it. Who has it is left alone, and so is who has left it once.
    /// - Returns: how many letters were written.
    package static func invite(
        _ addresses: [Address], to id: Newsletter.ID, words: String, in language: Language, _ seal: Seal, at centre: Centre.ID, in act: Act
    ) throws -> Int {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let newsletter = try NewsletterStore.newsletter(id, at: centre, in: act), stops = try stops(of: id, at: centre, in: act)
        guard newsletter.isOpen, newsletter.ended == nil else { throw Problem.conflict(T.newsletter.errorNotOpen) }
        let free = addresses.filter { !stops.mayNotBeAsked(AddressMark.of($0.text, seal)) }
        let written = try free.count { try ask($0, for: [id: words], in: language, by: .invited, seal, at: centre, in: act) }
        try act.record(T.newsletter.deedInvited, .newsletter(id), centre: centre, changes: [Change("letters", from: "", to: "\(written)")])
        return written
    }

    // MARK: By a link

    /// What a link would confirm.
    /// - Throws: `Problem.missing` where it leads nowhere.
    package static func asked(_ id: Subscriber.ID, key: String, _ seal: Seal, at centre: Centre.ID, in act: Act) throws -> [NewsletterConsent] {
        guard let subscriber = try subscribers("id = \(id) AND centre = \(centre)", in: act).first else { throw Problem.missing }
        let link = ConfirmLink(id, asked: subscriber.asked)
        guard link.key(seal) == key, link.holds(at: act.now) else { throw Problem.missing }
        return try consents(of: id, in: act).filter { $0.ended == nil }
    }

    /// The button behind the link was pressed: what was asked is given from now on. Pressed twice it changes nothing more.
    package static func confirm(_ id: Subscriber.ID, key: String, _ seal: Seal, at centre: Centre.ID, in act: Act) throws {
        try act.db.hold("newsletter_subscriber", id.value)
        for consent in try asked(id, key: key, seal, at: centre, in: act) where consent.given == nil {
            try give(consent.newsletter, of: id, in: act)
            try act.record(T.newsletter.deedGiven, .newsletterSubscriber(id), under: .newsletter(consent.newsletter), centre: centre)
        }
        // The letter has come.
        try lift("digest IN (SELECT digest FROM newsletter_subscriber WHERE id = \(id))", of: id, at: centre, in: act)
    }

    /// The same for whoever showed in another way that the address is theirs.
    package static func confirmAll(_ address: Address, _ seal: Seal, at centre: Centre.ID, in act: Act) throws {
        for subscriber in try subscribers("centre = \(centre) AND digest = \(AddressMark.of(address.text, seal))", in: act) {
            try confirm(subscriber.id, key: ConfirmLink(subscriber.id, asked: subscriber.asked).key(seal), seal, at: centre, in: act)
        }
    }

    /// What a letter's link would end: the newsletter, and whether the reader still has it.
    package static func leaving(
        _ id: Subscriber.ID, _ newsletter: Newsletter.ID, key: String, _ seal: Seal, at centre: Centre.ID, in act: Act
    ) throws -> (newsletter: Newsletter, has: Bool, others: Int) {
        let log = try consents(of: id, in: act)
        // A number may come again after its reader has gone; the moment at which that reader agreed does not.
        let given = log.filter { $0.newsletter == newsletter }.compactMap(\.given)
        guard given.contains(where: { LeaveLink(id, newsletter, given: $0).key(seal) == key }) else { throw Problem.missing }
        let one = try NewsletterStore.newsletter(newsletter, at: centre, in: act), standing = log.filter(\.stands).map(\.newsletter)
        return (one, standing.contains(newsletter), standing.count { $0 != newsletter })
    }

    /// Somebody leaves by a letter's link, or all newsletters of the centre. Whoever has left stays so, however often it is pressed.
    package static func leave(
        _ id: Subscriber.ID, _ newsletter: Newsletter.ID, key: String, isAll: Bool, by ending: NewsletterConsent.Ending, _ seal: Seal, at centre: Centre.ID, in act: Act
    ) throws {
        _ = try leaving(id, newsletter, key: key, seal, at: centre, in: act)
        try act.db.hold("newsletter_subscriber", id.value)
        guard let row = try act.db.row("SELECT * FROM newsletter_subscriber WHERE id = \(id)") else { return }
        let subscriber = try Subscriber(row: row), digest: String = try row["digest"]
        let open = try consents(of: id, in: act).filter { $0.ended == nil }.map(\.newsletter)
        for one in open where isAll || one == newsletter {
            try end(one, of: id, digest, by: ending, at: centre, in: act)
            try act.record(T.newsletter.deedLeft, subscriber.person.map { Subject.person($0) } ?? .newsletterSubscriber(id), under: .newsletter(one), centre: centre)
        }
        if isAll { try stop(digest, nil, at: centre, in: act) }
        // What is left of somebody without an account is a mark: it shows that there was a consent, and to nobody who it was.
        if subscriber.person == nil, try !consents(of: id, in: act).contains(where: { $0.ended == nil }) {
            try act.db.run("UPDATE newsletter_subscriber SET address = '' WHERE id = \(id)")
        }
    }

    private static func end(
        _ newsletter: Newsletter.ID, of id: Subscriber.ID, _ digest: String, by ending: NewsletterConsent.Ending, at centre: Centre.ID, in act: Act
    ) throws {
        try act.db.run("""
            UPDATE newsletter_consent SET ended = \(act.now), ended_by = \(ending) WHERE newsletter = \(newsletter) AND subscriber = \(id) AND ended IS NULL
            """)
        try stop(digest, newsletter, at: centre, in: act)
    }

    private static func stop(_ digest: String, _ newsletter: Newsletter.ID?, at centre: Centre.ID, in act: Act) throws {
        try act.db.run("""
            INSERT INTO newsletter_stop (centre, newsletter, digest, why, made) VALUES (\(centre), \(newsletter), \(digest), 'left', \(act.now))
            """)
    }

    // MARK: Addresses that were given up

    /// Letters are tried again: somebody says that the address works.
    package static func lift(own person: Person.ID, _ seal: Seal, at centre: Centre.ID, in act: Act) throws {
        guard act.by.person == person, let subscriber = try subscriber(of: person, at: centre, in: act) else { throw Problem.missing }
        let digest = try PersonStore.person(person, in: act).email.map { AddressMark.of($0, seal) } ?? ""
        try lift("digest = \(digest)", of: subscriber.id, at: centre, in: act)
        try act.record(T.newsletter.deedLifted, .person(person), centre: centre)
    }

    package static func lift(_ id: Subscriber.ID, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre), let subscriber = try subscribers("id = \(id) AND centre = \(centre)", in: act).first else { throw Problem.missing }
        try lift("digest IN (SELECT digest FROM newsletter_subscriber WHERE id = \(id))", of: id, at: centre, in: act)
        try act.record(T.newsletter.deedLifted, subscriber.person.map { Subject.person($0) } ?? .newsletterSubscriber(id), centre: centre)
    }

    private static func lift(_ digests: SQL, of id: Subscriber.ID, at centre: Centre.ID, in act: Act) throws {
        try act.db.run("DELETE FROM newsletter_stop WHERE centre = \(centre) AND why = 'bounced' AND \(digests)")
        try act.db.run("UPDATE newsletter_bounce SET lifted = \(act.now) WHERE subscriber = \(id) AND lifted IS NULL")
    }
}
