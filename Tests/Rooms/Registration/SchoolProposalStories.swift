import Accounts
import Centres
import Events
import Kernel
import Languages
import Registration
import Storage
import Testing
import Town

/// An institution that somebody writes and nobody knows: a text, until the centre says what it is.
@Suite struct SchoolProposalStories {
    /// Ана applies from a school that is not found.
    private func asked(_ town: Town) async throws -> Event.ID {
        let seminar = try await town.seminar()
        let path = "/events/\(seminar)/registration"
        try await town.ana.opens(path)
        let refused = try await town.ana.sends(path, ["payer": "school", "school": "OŠ Njegosh Dolina"])
        #expect(refused.status == 422 && refused.shows(town.say(T.centres.schoolPropose)))
        #expect(refused.form(path)?.fields.contains { $0 == ("school", "OŠ Njegosh Dolina") } == true, "what was typed is kept")
        #expect(try await town.count("school_proposal") == 0, "nothing is kept unasked")
        let taken = try await town.ana.sends(path, ["schoolPropose": "yes"])
        #expect(taken.status == 200 && taken.path.hasPrefix("/sr/registrations/"))
        return seminar
    }

    @Test func `an unknown one counts at once, and follows when staff say which known one it is`() async throws {
        let valley = try await Valley()
        let town = valley.town
        try await town.imports("schools", Valley.schools)
        let seminar = try await asked(town)
        #expect(try await town.registrations(for: seminar).map(\.school) == [nil])
        #expect(try await town.vesna.opens("/staff/events/\(seminar)").shows("OŠ Njegosh Dolina"))
        #expect(try await town.vesna.opens("/schools").shows(town.say(T.centres.proposalsWait(count: 1))))
        let list = try await town.vesna.opens("/schools/proposals")
        #expect(list.shows("OŠ Njegosh Dolina") && list.shows("ОШ \"Његош\""), "what it may be stands beside it")
        #expect(try await !valley.goran.opens("/schools/proposals").shows("Njegosh"), "another centre's is not told")
        // One press.
        let proposal = try #require(try await town.value("SELECT id FROM school_proposal", as: SchoolProposal.ID.self))
        try await town.vesna.opens("/schools/proposals")
        let tied = try await town.vesna.sends("/schools/proposals/\(proposal)/tie")
        #expect(tied.shows(town.say(T.centres.proposalSettledSaid)) && tied.shows(town.say(T.centres.proposalsNone)))
        let school = try #require(try await town.school("14"))
        #expect(try await town.registrations(for: seminar).map(\.school) == [school.id])
        // Whoever writes the same again has it at once.
        let other = try await town.seminar("Друга", inDays: 50)
        try await town.branko.does { act in
            _ = try RegistrationStore.apply(town.branko.id, for: other, Application(payer: .free, proposal: "Основна школа Njegosh (Dolina)"), in: act)
        }
        #expect(try await town.registrations(for: other).map(\.school) == [school.id])
    }

    @Test func `or add it as a new one, filled in as far as the text tells`() async throws {
        let valley = try await Valley()
        let town = valley.town
        try await town.imports("schools", Valley.schools)
        let seminar = try await town.seminar()
        try await town.ana.does { act in
            let application = Application(payer: .free, proposal: "Вртић Лептирић, Горња Река")
            _ = try RegistrationStore.apply(town.ana.id, for: seminar, application, in: act)
        }
        let proposal = try #require(try await town.value("SELECT id FROM school_proposal", as: SchoolProposal.ID.self))
        let form = try await town.vesna.opens("/schools/new?proposal=\(proposal)")
        #expect(form.carried("name") == "Вртић Лептирић, Горња Река" && form.carried("kind") == "preschool" && form.carried("municipality") != "")
        try await town.vesna.sends("/schools/new", ["name": "Вртић „Лептирић“", "place": "Горња Река"])
        let school = try #require(try await town.registrations(for: seminar).first?.school)
        #expect(try await town.finds { try SchoolStore.school(school, in: $0).name } == "Вртић „Лептирић“")
        #expect(try await town.vesna.opens("/schools/proposals").shows(town.say(T.centres.proposalsNone)))
    }

    @Test func `what is left a text stays one, and moves with its application`() async throws {
        let town = try await Town()
        let seminar = try await asked(town), other = try await town.seminar("Друга", inDays: 50)
        let proposal = try #require(try await town.value("SELECT id FROM school_proposal", as: SchoolProposal.ID.self))
        try await town.vesna.opens("/schools/proposals")
        try await town.vesna.sends("/schools/proposals/\(proposal)/dismiss")
        #expect(try await !town.vesna.opens("/schools").shows(town.say(T.centres.proposalsWait(count: 1))))
        let registration = try #require(try await town.registrations(for: seminar).first)
        try await town.vesna.does { _ = try RegistrationStore.move(registration.id, to: other, in: $0) }
        #expect(try await town.vesna.opens("/staff/events/\(other)").shows("OŠ Njegosh Dolina"))
    }

    @Test func `the schools of the territory are proposed by the browser itself, without a script`() async throws {
        let town = try await Valley().town
        try await town.imports("schools", Valley.schools)
        let seminar = try await town.seminar()
        let page = try await town.ana.opens("/events/\(seminar)/registration")
        #expect(page.html.contains("list=\"field-school-known\"") && page.html.contains("<datalist id=\"field-school-known\">"))
        #expect(page.html.contains("Вук Караџић") && !page.html.contains("Његош"), "the own territory alone")
        // The whole line of the list, as the browser fills it in, means the one.
        let school = try #require(try await town.school("12"))
        try await town.ana.sends("/events/\(seminar)/registration", ["payer": "self", "school": school.label(in: .sr)])
        #expect(try await town.registrations(for: seminar).map(\.school) == [school.id])
    }
}
