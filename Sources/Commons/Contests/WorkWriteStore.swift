import Accounts
package import Centres
package import Files
package import Kernel
package import Languages
import Storage

/// What a mentor does with a work.
package enum WorkWriteStore {
    // MARK: Begun and written

    /// - Parameter codes: made by chance before the act; the first that nobody has is taken.
    package static func begin(_ draft: WorkDraft, codes: [String], in id: Contest.ID, at centre: Centre.ID, _ act: Act) throws -> ContestWork.ID {
        guard let person = act.by.person else { throw Problem.missing }
        let contest = try ContestStore.held(id, at: centre, in: act)
        guard contest.takesWorks(at: act.now) else { throw Problem.conflict(T.contests.errorClosed) }
        try check(draft, contest, by: person, beside: nil, in: act)
        guard let code = try codes.first(where: { try !act.db.exists("SELECT 1 AS taken FROM contest_work WHERE code = \($0)") }) else {
            throw Problem.conflict(T.contests.errorAgain)
        }
        let work = ContestWork.ID(try act.db.insert("""
            INSERT INTO contest_work (contest, category, code, mentor, school, grade, title, words, alt, link, state, begun, minutes)
            VALUES (\(id), \(draft.category), \(code), \(person), \(draft.school), \(draft.grade), \(draft.title), \(draft.words), \(draft.alt), \(draft.link), 'draft',
                \(act.now), \(draft.minutes)) RETURNING id
            """))
        try set(draft, of: work, contest, by: person, in: act)
        try act.record(T.contests.deedWorkBegun, .contestWork(work), under: .contest(id), centre: centre)
        return work
    }

    package static func write(_ draft: WorkDraft, in id: ContestWork.ID, at centre: Centre.ID, _ act: Act) throws {
        let (work, contest) = try writable(id, at: centre, in: act)
        guard let person = act.by.person else { throw Problem.missing }
        try check(draft, contest, by: person, beside: id, in: act)
        try act.db.run("""
            UPDATE contest_work SET category = \(draft.category), school = \(draft.school), grade = \(draft.grade), title = \(draft.title), words = \(draft.words),
                alt = \(draft.alt), link = \(draft.link), minutes = \(draft.minutes) WHERE id = \(id)
            """)
        try set(draft, of: id, contest, by: person, in: act)
        if work.state == .sent {
            let missing = WorkRules.missing(try own(id, at: centre, in: act), in: contest)
            guard missing.isEmpty else { throw Problem(.invalid, missing.map { Problem.Fault($0.field, $0.why) }) }
        }
        try act.record(T.contests.deedWorkWritten, .contestWork(id), centre: centre)
    }

    private static func check(_ draft: WorkDraft, _ contest: Contest, by person: Person.ID, beside work: ContestWork.ID?, in act: Act) throws {
        guard let category = contest.category(draft.category)?.draft else { throw Problem.invalid("category", T.common.errorChoose) }
        if let school = draft.school {
            let schools = try EmploymentStore.schools(of: person, on: CentreStore.centre(contest.centre, in: act).zone.day(of: act.now), in: act)
            guard schools.contains(where: { $0.id == school }) else { throw Problem.invalid("school", T.common.errorChoose) }
        } else if contest.isForPupils { throw Problem.invalid("school", T.contests.errorSchool) }
        let others: Int = try act.db.value("""
            SELECT count(*) FROM contest_work WHERE contest = \(contest.id) AND category = \(draft.category) AND mentor = \(person) AND state IN ('draft', 'sent')
                AND id <> \(work?.value ?? 0)
            """) ?? 0
        guard others < category.mostWorks else { throw Problem.invalid("category", T.contests.errorMostWorks(most: .number(category.mostWorks))) }
    }

    /// Authors as they are written now. Of whoever stands there as before, what was said stays said.
    private static func set(_ draft: WorkDraft, of work: ContestWork.ID, _ contest: Contest, by person: Person.ID, in act: Act) throws {
        var known = try act.db.rows("SELECT * FROM contest_author WHERE work = \(work) ORDER BY id").map(ContestAuthor.init)
        if !contest.isForPupils, !known.contains(where: { $0.person == person }) {
            let (name, show, named) = (try PersonStore.person(person, in: act).name.full, draft.mayShow ? Consent.yes : .no, draft.mayBeNamed ? Consent.yes : .no)
            try act.db.run("""
                INSERT INTO contest_author (work, person, name, may_enter, may_show, may_be_named, consent, consented)
                VALUES (\(work), \(person), \(name), 'yes', \(show), \(named), 'link', \(act.now))
                """)
        } else if !contest.isForPupils {
            try act.db.run("""
                UPDATE contest_author SET may_show = \(draft.mayShow ? Consent.yes : .no), may_be_named = \(draft.mayBeNamed ? Consent.yes : .no)
                WHERE work = \(work) AND person = \(person)
                """)
        }
        known.removeAll { $0.person != nil || $0.forgotten != nil }
        for author in draft.authors {
            if let place = known.firstIndex(where: { $0.name == author.name }) {
                try act.db.run("UPDATE contest_author SET grade = \(author.grade) WHERE id = \(known.remove(at: place).id)")
            } else {
                try act.db.run("""
                    INSERT INTO contest_author (work, name, grade, may_enter, may_show, may_be_named, consent)
                    VALUES (\(work), \(author.name), \(author.grade), 'unknown', 'unknown', 'unknown', 'none')
                    """)
            }
        }
        if !known.isEmpty { try act.db.run("DELETE FROM contest_author WHERE id IN \(list: known.map(\.id))") }
    }

    /// One of the actor's own.
    package static func own(_ id: ContestWork.ID, at centre: Centre.ID, in act: Act) throws -> ContestWork {
        let work = try ContestWorkStore.work(id, at: centre, in: act)
        guard work.mentor == act.by.person else { throw Problem.missing }
        return work
    }

    private static func writable(_ id: ContestWork.ID, at centre: Centre.ID, in act: Act) throws -> (ContestWork, Contest) {
        _ = try own(id, at: centre, in: act)
        try act.db.hold("contest_work", id.value)
        let work = try own(id, at: centre, in: act), contest = try ContestStore.held(work.contest, at: centre, in: act)
        guard contest.state == .open, work.state == .draft || (work.state == .sent && contest.isInTime(act.now)) else { throw Problem.conflict(T.contests.errorNotNow) }
        return (work, contest)
    }

    // MARK: Files

    /// Puts files to a work. One that stands in another work of the same mentor is the same work twice.
    package static func add(_ files: [NewWork], to id: ContestWork.ID, at centre: Centre.ID, field: String = "files", in act: Act) throws {
        let (work, contest) = try writable(id, at: centre, in: act)
        guard let category = contest.category(work.category)?.draft else { throw Problem.missing }
        guard work.files.count + files.count <= WorkRules.filesMost else {
            throw Problem.invalid(field, T.contests.errorFiles(most: .number(WorkRules.filesMost)))
        }
        for (place, file) in files.enumerated() {
            guard category.kinds.contains(file.isPicture ? .picture : .pdf) else { throw Problem.invalid(field, T.contests.errorFileKind) }
            if let fault = WorkRules.fault(file, in: category) { throw Problem.invalid(field, fault) }
            if let code = try twin(file, of: work, in: act) { throw Problem.invalid(field, T.contests.errorTwice(code: .text(code))) }
            let original = try FileStore.add(file.original, of: centre, in: act), shown = try FileStore.add(file.shown, of: centre, in: act)
            try act.db.run("""
                INSERT INTO contest_file (work, original, shown, kind, name, mark, position)
                VALUES (\(id), \(original), \(shown), \(file.isPicture ? ContestFile.Kind.picture : .pdf), \(file.name), \(file.mark),
                    \((work.files.map(\.position).max() ?? 0) + 1 + place))
                """)
        }
        try act.record(T.contests.deedFileAdded, .contestWork(id), centre: centre)
    }

    /// The code of a work of the same mentor in the same contest that holds the same bytes.
    private static func twin(_ file: NewWork, of work: ContestWork, in act: Act) throws -> String? {
        try act.db.value("""
            SELECT w.code FROM contest_file f JOIN contest_work w ON w.id = f.work JOIN file o ON o.id = f.original
            WHERE w.contest = \(work.contest) AND w.mentor = \(work.mentor) AND w.state IN ('draft', 'sent') AND o.digest = \(file.digest) ORDER BY w.id LIMIT 1
            """)
    }

    package static func remove(_ file: ContestFile.ID, from id: ContestWork.ID, at centre: Centre.ID, in act: Act) throws {
        let (work, _) = try writable(id, at: centre, in: act)
        guard work.state == .draft else { throw Problem.conflict(T.contests.errorNotNow) }
        guard try act.db.run("DELETE FROM contest_file WHERE id = \(file) AND work = \(id)") > 0 else { throw Problem.missing }
        try act.record(T.contests.deedFileRemoved, .contestWork(id), centre: centre)
    }

    // MARK: Sent, withdrawn

    /// Sends a work. What was begun to be sent before the deadline is in time, however long it took; what was begun later is late, and the centre decides of it.
    /// - Parameter arrived: when the request came that sends it.
    /// - Returns: whether it is late.
    @discardableResult
    package static func send(_ id: ContestWork.ID, arrived: Instant, at centre: Centre.ID, in act: Act) throws -> Bool {
        let work = try own(id, at: centre, in: act), contest = try ContestStore.held(work.contest, at: centre, in: act)
        guard contest.takesWorks(at: act.now), work.state == .draft else { throw Problem.conflict(T.contests.errorNotNow) }
        let missing = WorkRules.missing(work, in: contest)
        guard missing.isEmpty else { throw Problem(.invalid, missing.map { Problem.Fault($0.field, $0.why) }) }
        let isLate = !contest.isInTime(min(arrived, act.now))
        try act.db.run("UPDATE contest_work SET state = 'sent', sent = \(act.now), is_late = \(isLate) WHERE id = \(id)")
        try act.record(T.contests.deedWorkSent, .contestWork(id), under: .contest(contest.id), centre: centre)
        if isLate { try ContestLetters.late(work, contest, in: act) }
        return isLate
    }

    /// The mentor takes it back. A draft leaves nothing.
    package static func withdraw(_ id: ContestWork.ID, reason: String, at centre: Centre.ID, in act: Act) throws {
        let work = try own(id, at: centre, in: act), contest = try ContestStore.held(work.contest, at: centre, in: act)
        guard contest.state != .decided, contest.state != .closed else { throw Problem.conflict(T.contests.errorNotNow) }
        switch work.state {
        case .draft: try WorkForgetStore.delete(id, in: act)
        case .sent:
            try act.db.run("UPDATE contest_work SET state = 'withdrawn', reason = \(reason) WHERE id = \(id)")
            try act.record(T.contests.deedWorkWithdrawn, .contestWork(id), centre: centre)
            try act.state(WorkLeft(id, of: contest.id))
            try act.touchPublicPages()
        case .withdrawn, .disqualified: throw Problem.missing
        }
    }
}
