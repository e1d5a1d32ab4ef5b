package import Accounts
import Forms
import HTML
package import Kernel
import Languages
import Look
package import Web

/// Who those are whom a programme names: found by a few letters among those whom the centre knows, or written down.
package enum ProgrammePeoplePages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form(), [])) }

    private static func show(_ visit: Visit, _ form: FilledForm, _ doubles: [LikelyDouble]) async throws -> Screen {
        let id: Programme.ID = try visit.id("programme")
        let (centre, query, alphabet) = (visit.centre.id, visit.query, visit.language.alphabet)
        let people = try await visit.read { act in
            try ProgrammeStore.people(of: id, at: centre, sought: ProgrammeEntryName(query), letters: query["q"], sorted: alphabet, in: act)
        }
        return ProgrammePeopleViews(reader: visit.reader).show(people, form, doubles)
    }

    @Sendable package static func tie(_ visit: Visit) async throws -> Answer {
        guard let entry = ProgrammeEntryName(visit.typed), let person = Person.ID(visit.typed["person"]) else { throw Problem.missing }
        return try await act(visit, T.catalogue.saidTied) { id, centre, act in
            try ProgrammeStore.tie(entry.part, named: entry.name, of: id, to: person, at: centre, in: act)
        }
    }

    @Sendable package static func untie(_ visit: Visit) async throws -> Answer {
        guard let entry = ProgrammeEntryName(visit.typed) else { throw Problem.missing }
        return try await act(visit, T.catalogue.saidUntied) { id, centre, act in
            try ProgrammeStore.untie(entry.part, named: entry.name, of: id, at: centre, in: act)
        }
    }

    @Sendable package static func write(_ visit: Visit) async throws -> Answer {
        let id: Programme.ID = try visit.id("programme")
        let (centre, language) = (visit.centre.id, visit.centre.language)
        var doubles: [LikelyDouble] = []
        return try await visit.submit {
            let written = try TrainerForm(visit.typed)
            doubles = try await visit.read { try LikelyDoubleStore.doubles(of: written.person, at: centre, in: $0) }
            let form = try written.meaning(MeantPerson(visit.typed), among: doubles)
            return try await visit.act { act in
                try ProgrammeStore.write(form, for: id, at: centre, speaking: language, in: act)
                return Redirect(visit.link("/catalogue/programmes/\(id)/people"), T.catalogue.saidTied)
            }
        } again: { form in
            try await show(visit, form, doubles)
        }
    }

    private static func act(
        _ visit: Visit, _ said: Phrase, _ verb: @escaping @Sendable (Programme.ID, ID<CentreTag>, Act) throws -> Void
    ) async throws -> Answer {
        let id: Programme.ID = try visit.id("programme")
        let centre = visit.centre.id
        return try await visit.submit {
            try await visit.act { act in
                try verb(id, centre, act)
                return Redirect(visit.link("/catalogue/programmes/\(id)/people"), said)
            }
        } again: { form in
            try await show(visit, form, [])
        }
    }

    /// The programmes that somebody may hold, on their own page.
    @Sendable package static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        let programmes = try ProgrammeStore.led(by: asked.person, since: asked.today, in: act)
        return MePart((60, programmes.isEmpty ? nil : PagePart(T.catalogue.mine) { ProgrammePeopleViews(reader: $0).list(programmes, below: "/programmes") }))
    }

    @Sendable package static func card(_ asked: CardAsked, in act: Act) throws -> MePart? {
        let programmes = try ProgrammeStore.led(by: asked.person, since: Zone.utc.day(of: act.now), in: act)
        guard !programmes.isEmpty else { return nil }
        return MePart((30, PagePart(T.catalogue.holds) { ProgrammePeopleViews(reader: $0).list(programmes, below: "/catalogue/programmes") }))
    }
}
