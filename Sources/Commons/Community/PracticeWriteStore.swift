package import Accounts
import Catalogue
package import Centres
import Events
package import Files
package import FollowUp
package import Kernel
package import Languages
import Storage

/// What the authors of a note do.
package enum PracticeWriteStore {
    // MARK: Begun

    /// A note of which nothing is written yet.
    package static func begin(_ draft: PracticeDraft, from origin: PracticeOrigin? = nil, at centre: Centre.ID, in act: Act) throws -> Practice.ID {
        guard let person = act.by.person else { throw Problem.missing }
        let id = Practice.ID(try act.db.insert("""
            INSERT INTO practice (centre, state, language, title, subject, grades, competences, summary, wanted, done, came, change, licence, event, step, step_written,
                step_confirmed, begun, changed)
            VALUES (\(centre), 'draft', \(draft.language), \(draft.title), \(draft.subject), \(draft.grades.bits), \(draft.competences.joined(separator: ";")),
                \(draft.summary), \(draft.wanted), \(draft.done), \(draft.came), \(draft.change), \(draft.licence), \(origin?.event), \(origin?.step),
                \(origin?.written), \(origin?.confirmed), \(act.now), \(act.now)) RETURNING id
            """))
        try AuthorStore.add(person, to: id.value, .practice, isAgreed: true, in: act)
        try act.record(T.community.begun, .practice(id), under: .person(person), centre: centre)
        return id
    }

    /// A note from a step that the actor took and says to have used: its text, its event, its days and the
    /// competence of its programme go along, and nothing is typed twice.
    package static func begin(from step: Int64, in language: Language, at centre: Centre.ID, in act: Act) throws -> Practice.ID {
        guard let person = act.by.person, let sight = try steps(of: person, at: centre, in: act).first(where: { $0.step.id.value == step }) else {
            throw Problem.missing
        }
        let own = language == .srLatn ? Language.sr : language, event = sight.event.title(in: own).text
        var draft = PracticeDraft(String((sight.step.details.text.split(whereSeparator: \.isNewline).first ?? Substring(event)).prefix(200)), in: own)
        draft.done = sight.step.details.text
        draft.came = sight.step.last?.words ?? ""
        if let programme = sight.event.plan.programme {
            let code: String? = try act.db.value("SELECT k.code FROM programme p JOIN cycle_code k ON k.id = p.competence WHERE p.id = \(programme)")
            draft.competences = code.map { [CycleCode.key($0).uppercased()] } ?? []
        }
        return try begin(
            draft, from: PracticeOrigin(event: sight.event.id, step: step, written: sight.step.written, confirmed: sight.step.confirmed), at: centre, in: act)
    }

    /// The steps of a person from which a note can be begun: tried or confirmed, and not begun from yet.
    package static func steps(of person: Person.ID, at centre: Centre.ID, in act: Act) throws -> [StepSight] {
        let begun = Set(try act.db.rows("""
            SELECT p.step FROM practice p WHERE p.step IS NOT NULL AND p.state <> 'withdrawn' AND p.centre = \(centre)
                AND EXISTS (SELECT 1 FROM authorship a WHERE a.practice = p.id AND a.person = \(person))
            """).map { try $0["step"] as Int64 })
        return try UseStepStore.sights(of: person, at: centre, in: act).filter { sight in
            !sight.isOff && (sight.step.wasTried || sight.step.confirmed != nil) && !begun.contains(sight.step.id.value)
        }
    }

    // MARK: Written

    package static func write(_ draft: PracticeDraft, in id: Practice.ID, at centre: Centre.ID, in act: Act) throws {
        let practice = try writable(id, at: centre, in: act)
        try act.db.run("""
            UPDATE practice SET language = \(draft.language), title = \(draft.title), subject = \(draft.subject), grades = \(draft.grades.bits),
                competences = \(draft.competences.joined(separator: ";")), summary = \(draft.summary), wanted = \(draft.wanted), done = \(draft.done),
                came = \(draft.came), change = \(draft.change), licence = \(draft.licence), changed = \(act.now) WHERE id = \(id)
            """)
        try act.record(T.community.written, .practice(id), centre: practice.centre, changes: [Change("title", from: practice.title, to: draft.title)])
    }

    private static func writable(_ id: Practice.ID, at centre: Centre.ID, in act: Act) throws -> Practice {
        let practice = try PracticeStore.held(id, at: centre, in: act)
        guard practice.isKept(by: act.by.person) else { throw Problem.missing }
        guard practice.isWritten else { throw Problem.conflict(T.community.errorNotNow) }
        return practice
    }

    static let filesMost = 12

    /// Puts a file to a note. A picture needs a word about pupils.
    package static func add(_ file: NewFile, title: String, hasConsent: Bool, to id: Practice.ID, at centre: Centre.ID, in act: Act) throws {
        let practice = try writable(id, at: centre, in: act)
        if file.isPicture, !hasConsent { throw Problem.invalid("consent", T.community.errorConsent) }
        guard practice.files.count < filesMost else { throw Problem.conflict(T.community.errorFiles(most: .number(filesMost))) }
        let stored = try FileStore.add(file, of: centre, in: act)
        try act.db.run("""
            INSERT INTO practice_file (practice, file, title, consent, added) VALUES (\(id), \(stored), \(title), \(hasConsent), \(act.now))
            """)
        try act.record(T.community.fileAdded, .practice(id), centre: centre)
    }

    package static func remove(_ file: PracticeFile.ID, from id: Practice.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try writable(id, at: centre, in: act)
        guard try act.db.run("DELETE FROM practice_file WHERE id = \(file) AND practice = \(id)") > 0 else { throw Problem.missing }
        try act.record(T.community.fileRemoved, .practice(id), centre: centre)
    }

    // MARK: Written together

    static let authorsMost = 8

    /// Names a colleague as an author. Whether somebody has such an address is told to nobody: who has it finds the question on their own page.
    package static func name(_ email: String, as author: Practice.ID, at centre: Centre.ID, in act: Act) throws {
        let practice = try writable(author, at: centre, in: act)
        guard practice.authors.count < authorsMost else { throw Problem.conflict(T.community.errorAuthors(most: .number(authorsMost))) }
        if let person = try PersonStore.person(email: email, in: act), person.verified != nil, !practice.isOf(person.id) {
            // Who was asked to look at it looks at it no more.
            try act.db.run("DELETE FROM practice_review WHERE practice = \(author) AND person = \(person.id) AND given IS NULL")
            try AuthorStore.add(person.id, to: author.value, .practice, isAgreed: false, in: act)
            try CommunityLetters.named(practice, to: person.id, in: act)
        }
        try act.record(T.community.authorNamed, .practice(author), centre: centre)
    }

    /// Whoever was named says that it is theirs too, or that it is not.
    package static func answer(_ isTheirs: Bool, as author: Practice.ID, at centre: Centre.ID, in act: Act) throws {
        let practice = try PracticeStore.held(author, at: centre, in: act)
        guard let person = act.by.person, practice.authors.contains(where: { $0.person == person && $0.agreed == nil }) else { throw Problem.missing }
        if isTheirs {
            try act.db.run("UPDATE authorship SET agreed = \(act.now) WHERE practice = \(author) AND person = \(person)")
        } else {
            try act.db.run("DELETE FROM authorship WHERE practice = \(author) AND person = \(person)")
        }
        try act.record(isTheirs ? T.community.authorAgreed : T.community.authorRefused, .practice(author), centre: centre)
        if isTheirs, practice.state == .published { try PracticeDeskStore.makeFindable(author, in: act) }
    }

    // MARK: Sent, taken back

    /// Sends it to be looked at. Those who looked at it before are asked again.
    package static func send(_ id: Practice.ID, at centre: Centre.ID, in act: Act) throws {
        let practice = try writable(id, at: centre, in: act)
        var faults = Faults()
        for (field, why) in practice.draft.missing { faults.add(field, why) }
        try faults.check()
        let round = practice.round + 1
        try act.db.run("UPDATE practice SET state = 'review', round = \(round), remark = '', changed = \(act.now) WHERE id = \(id)")
        try act.record(T.community.sent, .practice(id), centre: centre)
        let before = try act.db.rows("SELECT person FROM practice_review WHERE practice = \(id) AND round = \(practice.round) ORDER BY id")
        for row in before {
            let person: Person.ID = try row["person"]
            if !practice.isOf(person) { try PracticeReviewStore.ask(person, practice, round: round, in: act) }
        }
    }

    /// Its authors take it back: the words and the files go. What others have made of it, and that it was there, stays.
    package static func takeBack(_ id: Practice.ID, at centre: Centre.ID, in act: Act) throws {
        let practice = try PracticeStore.held(id, at: centre, in: act)
        guard practice.isKept(by: act.by.person), practice.state != .withdrawn else { throw Problem.missing }
        try empty(practice, in: act)
        try act.record(T.community.takenBack, .practice(id), centre: centre)
    }

    /// What was never published leaves nothing at all.
    static func empty(_ practice: Practice, in act: Act) throws {
        let id = practice.id
        try act.db.run("DELETE FROM practice_file WHERE practice = \(id)")
        try act.db.run("DELETE FROM practice_review WHERE practice = \(id)")
        try act.db.run("""
            DELETE FROM publication_part WHERE practice = \(id) AND publication IN (SELECT id FROM publication WHERE state <> 'published')
            """)
        try act.db.unindex("practice", id.value)
        if practice.published == nil {
            try act.forgetJournal(about: .practice(id))
            try act.db.run("DELETE FROM authorship WHERE practice = \(id)")
            try act.db.run("DELETE FROM practice WHERE id = \(id)")
        } else {
            try act.db.run("""
                UPDATE practice SET state = 'withdrawn', subject = '', grades = 0, competences = '', summary = '', wanted = '', done = '', came = '', change = '',
                    remark = '', withdrawn = \(act.now), changed = \(act.now) WHERE id = \(id)
                """)
            try act.db.run("UPDATE practice_try SET shown = NULL, words = '' WHERE practice = \(id)")
            try act.touchPublicPages()
        }
    }
}
