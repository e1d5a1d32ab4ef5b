import Forms
import Kernel
import Languages
import Look
import Queues
package import Web

/// Two people who are one: finding them, making them one, parting them again.
package enum MergePages {
    /// Pairs that may be one.
    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        let (centre, alphabet) = (visit.centre.id, visit.language.alphabet)
        let pairs = try await visit.read { try LikelyDoubleStore.pairs(at: centre, sorted: alphabet, in: $0) }
        return visit.page(MergeViews(reader: visit.reader).list(pairs))
    }

    /// With whom somebody is one: people of the same name, and whoever is found.
    @Sendable package static func choose(_ visit: Visit) async throws -> Answer {
        let (id, centre, asked, alphabet) = (try visit.id("person", of: PersonTag.self), visit.centre.id, visit.query["q"], visit.language.alphabet)
        let (person, namesakes, found) = try await visit.read { act in
            let person = try PersonStore.person(id, seenFrom: centre, in: act)
            let found = asked.isEmpty ? [] : try PersonStore.search(asked, within: PersonStore.ties(to: centre, in: act), sorted: alphabet, in: act)
            return (person, try LikelyDoubleStore.namesakes(of: person, at: centre, in: act), found.filter { $0.id != id })
        }
        return visit.page(MergeViews(reader: visit.reader).choose(person, namesakes, asked: asked, found))
    }

    @Sendable package static func ask(_ visit: Visit) async throws -> Answer { visit.page(try await ask(visit, visit.form())) }

    @Sendable package static func merge(_ visit: Visit) async throws -> Answer {
        let (one, other) = try both(visit)
        let (choice, sign) = (MergeChoice(visit.typed), visit.centre)
        return try await visit.submit {
            try await visit.act { act in
                let plan = try MergeStore.merge(one, other, choice, at: sign.id, in: act)
                if plan.gone.verified != nil {
                    try PersonLetters.changed(plan.gone, T.accounts.changedMerged(email: .text(plan.kept.email ?? "")), from: sign, in: act).map(act.send)
                }
                return Redirect(visit.link("/people/\(plan.kept.id)"), T.accounts.mergedSaid(count: Merge.days))
            }
        } again: { form in
            try await ask(visit, form)
        }
    }

    /// Staff say that the two are two.
    @Sendable package static func tellApart(_ visit: Visit) async throws -> Answer {
        let ((one, other), centre) = (try both(visit), visit.centre.id)
        return try await visit.act { act in
            for person in [one, other] { _ = try PersonStore.person(person, seenFrom: centre, in: act) }
            try LikelyDoubleStore.tellApart(one, from: [other], in: act)
            try act.record(T.accounts.toldApart, .person(one), centre: centre)
            return Redirect(visit.link("/people/doubles"), T.accounts.toldApartSaid)
        }
    }

    @Sendable package static func part(_ visit: Visit) async throws -> Answer {
        let (id, merge) = (try visit.id("person", of: PersonTag.self), try visit.id("merge", of: Merge.self))
        let centre = visit.centre.id
        return try await visit.submit {
            try await visit.act { act in
                try MergeStore.part(merge, of: id, at: centre, in: act)
                return Redirect(visit.link("/people/\(id)"), T.accounts.partedSaid)
            }
        } again: { form in
            try await PeoplePages.show(visit, form)
        }
    }

    private static func both(_ visit: Visit) throws -> (one: Person.ID, other: Person.ID) {
        (try visit.id("person", of: PersonTag.self), try visit.id("other", of: PersonTag.self))
    }

    private static func ask(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (one, other) = try both(visit)
        let (choice, centre) = (MergeChoice(form.typed), visit.centre.id)
        let (plan, schools) = try await visit.read { act in
            let plan = try MergeStore.plan(one, other, choice, at: centre, in: act)
            return (plan, try [plan.kept, plan.gone].map { try EmploymentStore.all(of: $0.id, in: act).map(\.name) })
        }
        return MergeViews(reader: visit.reader).ask(plan, (schools[0], schools[1]), form, at: "/people/\(one)/merge/\(other)")
    }
}
