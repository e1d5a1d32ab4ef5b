import Accounts
import Centres
import Files
import Forms
import Kernel
import Languages
import Look
import Web

/// Notes as their authors write them.
enum MyPracticePages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer { visit.page(try await mine(visit, nil)) }

    private static func mine(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        guard let person = visit.actor.person else { throw Problem.missing }
        let centre = visit.centre.id
        let sight = try await visit.read { act in
            MySight(
                practices: try PracticeStore.mine(at: centre, in: act), waiting: try PracticeReviewStore.waiting(for: person, at: centre, in: act),
                steps: try PracticeWriteStore.steps(of: person, at: centre, in: act), publications: try PublicationStore.mine(at: centre, in: act),
                offered: try PracticeReviewStore.offered(by: person, at: centre, in: act))
        }
        return MyPracticeViews(reader: visit.reader).list(sight, form ?? visit.form(Typed(["subject": sight.offered ?? ""])))
    }

    /// Lets the centre ask for a review, or takes that back.
    @Sendable static func offer(_ visit: Visit) async throws -> Answer {
        let (centre, subject, isTaken) = (visit.centre.id, visit.typed["subject"], visit.typed.has("remove"))
        return try await visit.submit {
            var faults = Faults()
            faults.require(isTaken || !subject.isEmpty, "subject", T.community.missingSubject)
            faults.limit(subject, "subject")
            try faults.check()
            return try await visit.act { act in
                try PracticeReviewStore.offer(isTaken ? nil : subject, at: centre, in: act)
                return Redirect(visit.link("/me/practices"), isTaken ? T.community.saidOfferedNoMore : T.community.saidOffered)
            }
        } again: { try await mine(visit, $0) }
    }

    // MARK: Begun

    @Sendable static func fromStep(_ visit: Visit) async throws -> Answer {
        let (centre, own, step) = (visit.centre.id, visit.language, visit.typed.number("step", in: 1...Int(Int32.max)))
        return try await visit.submit {
            guard let step else { throw Problem.missing }
            return try await visit.act { act in
                let id = try PracticeWriteStore.begin(from: Int64(step), in: own, at: centre, in: act)
                return Redirect(visit.link("/me/practices/\(id)"), T.community.saidBegun)
            }
        } again: { _ in try await mine(visit, nil) }
    }

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        let own: Language = visit.language == .srLatn ? .sr : visit.language
        return visit.page(try await blank(visit, visit.form(PracticeDraft("", in: own).typed)))
    }

    @Sendable static func begin(_ visit: Visit) async throws -> Answer {
        let (centre, own) = (visit.centre.id, visit.language), known = try await choices(visit)
        return try await visit.submit {
            let draft = try PracticeDraft(visit.typed, own: own, known: Set(known.competences.map(\.code)))
            return try await visit.act { act in
                let id = try PracticeWriteStore.begin(draft, at: centre, in: act)
                return Redirect(visit.link("/me/practices/\(id)"), T.community.saidBegun)
            }
        } again: { try await blank(visit, $0) }
    }

    private static func choices(_ visit: Visit) async throws -> WritingChoices {
        let centre = visit.centre.id
        return try await visit.read { WritingChoices(try PracticeListStore.competences(in: $0), try PracticeListStore.subjects(of: centre, in: $0)) }
    }

    private static func blank(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        PracticeWritingViews(reader: visit.reader).new(form, try await choices(visit))
    }

    // MARK: Written

    @Sendable static func edit(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit)) }

    @Sendable static func write(_ visit: Visit) async throws -> Answer {
        let (id, centre, own): (Practice.ID, _, _) = (try visit.id("practice"), visit.centre.id, visit.language), known = try await choices(visit)
        return try await visit.submit {
            let draft = try PracticeDraft(visit.typed, own: own, known: Set(known.competences.map(\.code)))
            return try await visit.act { act in
                try PracticeWriteStore.write(draft, in: id, at: centre, in: act)
                return Redirect(visit.link("/me/practices/\(id)"), T.common.saved)
            }
        } again: { try await screen(visit, draft: $0) }
    }

    @Sendable static func addFile(_ visit: Visit) async throws -> Answer {
        let (id, centre, typed): (Practice.ID, _, _) = (try visit.id("practice"), visit.centre.id, visit.typed)
        _ = try await visit.read { try PracticeStore.own(id, at: centre, in: $0) }
        return try await visit.submit {
            var faults = Faults()
            faults.require(!typed["title"].isEmpty, "title", T.community.errorFileTitle)
            faults.limit(typed["title"], "title")
            try faults.check()
            guard let file = try await FileIntake(visit).file(typed, "file", [.picture, .document], alt: typed["title"]) else { throw Problem.missing }
            return try await visit.act { act in
                try PracticeWriteStore.add(file, title: typed["title"], hasConsent: typed.has("consent"), to: id, at: centre, in: act)
                return Redirect(visit.link("/me/practices/\(id)"), T.community.fileAdded)
            }
        } again: { try await screen(visit, file: $0) }
    }

    @Sendable static func removeFile(_ visit: Visit) async throws -> Answer {
        let file: PracticeFile.ID = try visit.id("file")
        return try await change(visit, T.community.fileRemoved) { try PracticeWriteStore.remove(file, from: $0, at: $1, in: $2) }
    }

    @Sendable static func name(_ visit: Visit) async throws -> Answer {
        let email = visit.typed["email"]
        return try await change(visit, T.community.saidNamed) { id, centre, act in
            guard email.contains("@") else { throw Problem.invalid("email", T.community.errorEmail) }
            try PracticeWriteStore.name(email, as: id, at: centre, in: act)
        }
    }

    /// Whoever was named says whether it is theirs too.
    @Sendable static func answer(_ visit: Visit) async throws -> Answer {
        let (id, centre): (Practice.ID, _) = (try visit.id("practice"), visit.centre.id), isTheirs = visit.typed["answer"] == "yes"
        return try await visit.submit {
            try await visit.act { act in
                try PracticeWriteStore.answer(isTheirs, as: id, at: centre, in: act)
                return Redirect(visit.link("/me/practices"), T.common.saved)
            }
        } again: { _ in try await mine(visit, nil) }
    }

    @Sendable static func send(_ visit: Visit) async throws -> Answer {
        try await change(visit, T.community.saidSent) { try PracticeWriteStore.send($0, at: $1, in: $2) }
    }

    @Sendable static func ask(_ visit: Visit) async throws -> Answer {
        let reviewer = Person.ID(visit.typed["reviewer"])
        return try await change(visit, T.community.saidAsked) { id, centre, act in
            guard let reviewer else { throw Problem.invalid("reviewer", T.common.errorChoose) }
            try PracticeReviewStore.ask(reviewer, about: id, at: centre, in: act)
        }
    }

    private static func change(
        _ visit: Visit, _ said: Phrase, _ deed: @escaping @Sendable (Practice.ID, Centre.ID, Act) throws -> Void
    ) async throws -> Answer {
        let (id, centre): (Practice.ID, _) = (try visit.id("practice"), visit.centre.id)
        return try await visit.submit {
            try await visit.act { act in
                try deed(id, centre, act)
                return Redirect(visit.link("/me/practices/\(id)"), said)
            }
        } again: { try await screen(visit, other: $0) }
    }

    // MARK: Taken back

    @Sendable static func askTakeBack(_ visit: Visit) async throws -> Answer {
        let (id, centre): (Practice.ID, _) = (try visit.id("practice"), visit.centre.id)
        let practice = try await visit.read { try PracticeStore.own(id, at: centre, in: $0) }
        return visit.page(PracticeWritingViews(reader: visit.reader).takeBack(practice))
    }

    @Sendable static func takeBack(_ visit: Visit) async throws -> Answer {
        let (id, centre): (Practice.ID, _) = (try visit.id("practice"), visit.centre.id)
        return try await visit.act { act in
            try PracticeWriteStore.takeBack(id, at: centre, in: act)
            return Redirect(visit.link("/me/practices"), T.community.takenBack)
        }
    }

    private static func screen(_ visit: Visit, draft: FilledForm? = nil, file: FilledForm? = nil, other: FilledForm? = nil) async throws -> Screen {
        let (id, centre): (Practice.ID, _) = (try visit.id("practice"), visit.centre.id)
        let sight = try await visit.read { act in
            let practice = try PracticeStore.own(id, at: centre, in: act)
            return WritingSight(
                practice: practice, reviews: try PracticeReviewStore.reviews(of: practice, in: act),
                reviewers: try practice.state == .review ? PracticeReviewStore.proposed(for: practice, in: act).filter { $0.knows(practice.draft.subject) } : [],
                choices: WritingChoices(try PracticeListStore.competences(in: act), try PracticeListStore.subjects(of: centre, in: act)))
        }
        return PracticeWritingViews(reader: visit.reader).edit(
            sight, draft ?? visit.form(sight.practice.draft.typed), file: file ?? visit.form(), other: other ?? visit.form())
    }
}
