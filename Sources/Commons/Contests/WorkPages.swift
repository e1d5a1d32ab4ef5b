import Accounts
import Centres
import Files
import Forms
import Kernel
import Languages
import Look
import Web

/// One work, as its mentor writes it and sends it in.
enum WorkPages {
    // MARK: A new one

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        let held = try HeldFiles(visit), sight = try await blank(visit)
        let school = sight.schools.count == 1 ? "\(sight.schools[0].id)" : ""
        let typed = Typed(["school": school, "category": visit.query["category"], "mayShow": "yes", "mayBeNamed": "yes"])
        return visit.page(WorkViews(reader: visit.reader).new(sight, visit.form(typed), held: try carried(held, visit)))
    }

    private static func blank(_ visit: Visit) async throws -> WorkFormSight {
        guard let person = visit.actor.person else { throw Problem.missing }
        let (centre, id, today): (Centre.ID, Contest.ID, _) = (visit.centre.id, try visit.id("contest"), visit.today)
        return try await visit.read { act in
            WorkFormSight(
                contest: try ContestStore.contest(id, at: centre, in: act), work: nil, schools: try EmploymentStore.schools(of: person, on: today, in: act), parts: [])
        }
    }

    @Sendable static func begin(_ visit: Visit) async throws -> Answer {
        let (centre, arrived, sends) = (visit.centre.id, visit.arrived, visit.typed.has("send")), sight = try await blank(visit), id = sight.contest.id
        let held = try HeldFiles(visit, adding: visit.uploads("files"))
        return try await visit.submit {
            let draft = try WorkDraft(visit.typed, in: sight.contest)
            let files = try await taken(held, sight.contest.category(draft.category), visit), codes = (0..<5).map { _ in WorkCode.random() }
            return try await visit.act { act in
                let work = try WorkWriteStore.begin(draft, codes: codes, in: id, at: centre, act)
                if !files.isEmpty { try WorkWriteStore.add(files, to: work, at: centre, in: act) }
                let isLate = try sends ? WorkWriteStore.send(work, arrived: arrived, at: centre, in: act) : false
                return Redirect(visit.link("/me/works/\(work)"), said(sends: sends, isLate: isLate, passed: !sight.contest.isInTime(act.now)))
            }
        } again: { WorkViews(reader: visit.reader).new(sight, $0, held: try carried(held, visit, $0)) }
    }

    /// What was begun before the deadline counts, and says so.
    private static func said(sends: Bool, isLate: Bool, passed: Bool) -> Phrase {
        guard sends else { return T.contests.saidDraft }
        return isLate ? T.contests.saidLate : passed ? T.contests.saidJustInTime : T.contests.saidSent
    }

    /// Looks at what was chosen and makes what is shown of it.
    static func taken(_ held: HeldFiles, _ category: ContestCategory?, _ visit: Visit) async throws -> [NewWork] {
        var files: [NewWork] = []
        guard held.all.count <= WorkRules.filesMost else { throw Problem.invalid("files", T.contests.errorFiles(most: .number(WorkRules.filesMost))) }
        for (place, one) in held.all.enumerated() { files.append(try await file(one, held, place, category, visit, field: "files")) }
        return files
    }

    static func file(_ one: HeldFiles.One, _ held: HeldFiles, _ place: Int, _ category: ContestCategory?, _ visit: Visit, field: String) async throws -> NewWork {
        let kinds = category?.draft.kinds ?? []
        var taken: Set<StoredFile.Kind> = []
        if kinds.contains(.picture) { taken.insert(.picture) }
        if kinds.contains(.pdf) { taken.insert(.document) }
        guard !taken.isEmpty else { throw Problem.invalid(field, T.contests.errorFileKind) }
        do {
            let file = try await FileIntake(visit).work(try held.upload(one), name: one.name, shown: "work-\(place + 1)", field: field, takes: taken)
            if let category, let fault = WorkRules.fault(file, in: category.draft) { throw Problem.invalid(field, fault) }
            return file
        } catch let problem as Problem where problem.kind == .invalid {
            // Of several files it is said which.
            throw Problem(.invalid, problem.faults.map { Problem.Fault($0.field, T.contests.fileFault(name: .text(one.name), fault: .phrase($0.phrase))) })
        }
    }

    /// What the form holds when it comes back; a file with a fault is chosen anew.
    private static func carried(_ held: HeldFiles, _ visit: Visit, _ form: FilledForm? = nil) throws -> CarriedFiles {
        form?.fault("files") != nil ? CarriedFiles() : CarriedFiles(names: held.all.map(\.name), hidden: try held.hidden(visit))
    }

    // MARK: One that is there

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let sight = try await one(visit)
        return visit.page(WorkViews(reader: visit.reader).show(sight, sight.parts.shown(visit.reader), visit.form(sight.work?.typed ?? .nothing), held: CarriedFiles()))
    }

    private static func one(_ visit: Visit) async throws -> WorkFormSight {
        guard let person = visit.actor.person else { throw Problem.missing }
        let (centre, id, today): (Centre.ID, ContestWork.ID, _) = (visit.centre.id, try visit.id("work"), visit.today)
        return try await visit.read { act in
            let work = try WorkWriteStore.own(id, at: centre, in: act), contest = try ContestStore.contest(work.contest, at: centre, in: act)
            return WorkFormSight(
                contest: contest, work: work, schools: try EmploymentStore.schools(of: person, on: today, in: act),
                parts: try act.ask(MyWorkAsked(work, in: contest)).sorted { $0.place < $1.place })
        }
    }

    @Sendable static func write(_ visit: Visit) async throws -> Answer {
        let (centre, arrived, sends) = (visit.centre.id, visit.arrived, visit.typed.has("send")), sight = try await one(visit)
        guard let work = sight.work else { throw Problem.missing }
        let held = try HeldFiles(visit, adding: visit.uploads("files"))
        return try await visit.submit {
            let draft = try WorkDraft(visit.typed, in: sight.contest), files = try await taken(held, sight.contest.category(draft.category), visit)
            return try await visit.act { act in
                if !files.isEmpty { try WorkWriteStore.add(files, to: work.id, at: centre, in: act) }
                try WorkWriteStore.write(draft, in: work.id, at: centre, act)
                let isLate = try sends ? WorkWriteStore.send(work.id, arrived: arrived, at: centre, in: act) : false
                let done = work.state == .sent ? T.common.saved : said(sends: sends, isLate: isLate, passed: !sight.contest.isInTime(act.now))
                return Redirect(visit.link("/me/works/\(work.id)"), done)
            }
        } again: { WorkViews(reader: visit.reader).show(sight, sight.parts.shown(visit.reader), $0, held: try carried(held, visit, $0)) }
    }

    @Sendable static func removeFile(_ visit: Visit) async throws -> Answer {
        let (centre, id, file): (Centre.ID, ContestWork.ID, ContestFile.ID) = (visit.centre.id, try visit.id("work"), try visit.id("file"))
        return try await visit.act { act in
            try WorkWriteStore.remove(file, from: id, at: centre, in: act)
            return Redirect(visit.link("/me/works/\(id)"), T.contests.deedFileRemoved)
        }
    }

    @Sendable static func askWithdraw(_ visit: Visit) async throws -> Answer {
        visit.page(WorkViews(reader: visit.reader).withdraw(try await one(visit), visit.form()))
    }

    @Sendable static func withdraw(_ visit: Visit) async throws -> Answer {
        let (centre, sight, reason) = (visit.centre.id, try await one(visit), visit.typed.lines("reason"))
        guard let work = sight.work else { throw Problem.missing }
        return try await visit.submit {
            var faults = Faults()
            faults.limit(reason, "reason")
            try faults.check()
            return try await visit.act { act in
                try WorkWriteStore.withdraw(work.id, reason: reason, at: centre, in: act)
                return Redirect(visit.link("/me/contests/\(work.contest)"), T.contests.deedWorkWithdrawn)
            }
        } again: { WorkViews(reader: visit.reader).withdraw(sight, $0) }
    }
}
