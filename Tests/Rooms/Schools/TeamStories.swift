import Accounts
import Centres
import Kernel
import Languages
import Schools
import Storage
import Testing
import Town

/// Who looks after a school: asked by letter, said yes to, ended; and what of it nobody else finds.
@Suite struct TeamStories {
    @Test func `the centre asks a head, the head asks a coordinator, and both see who works there`() async throws {
        let town = try await Town()
        let school = try await town.school(of: town.ana, town.branko)
        try await town.vesna.opens("/schools/\(school)")
        #expect(try town.vesna.browser.page.shows(town.say(T.schools.keepersNone)))
        try await town.vesna.opens("/schools/\(school)/team")
        let asked = try await town.vesna.sends(
            "/schools/\(school)/team", ["given_name": "Милена", "family_name": "Џ.", "email": "milena@bistrik.example", "duty": "head"])
        #expect(asked.shows("Милена Џ."), "as it was typed, until she says yes")
        #expect(!asked.shows("Џелатовић"))
        #expect(try await town.milena.opens("/me/schools/\(school)").status == 404, "nothing before she says yes")
        let link = try await town.mailedLink(to: town.milena.email)
        #expect(try await town.goran.opens(link).status == 404, "for her alone")
        try await town.milena.opens(link)
        try await town.milena.sends("/accept")
        let page = try await town.milena.opens("/me/schools/\(school)/people")
        #expect(page.status == 200 && page.shows("Ђорђевић Ана") && page.shows("Његован Бранко"))
        #expect(!page.shows("ana@bistrik.example"), "of an account nothing but the name")
        #expect(try await town.milena.grants.contains(Grant(.school, school: school)))
        #expect(try await town.finds { try SchoolTeamStore.isHead(town.milena.id, of: school, in: $0) })

        try await town.milena.opens("/me/schools/\(school)/team")
        try await town.milena.sends("/team", ["given_name": "Нова", "family_name": "Особа", "email": "nova@bistrik.example", "duty": "coordinator"])
        let newcomer = town.newBrowser()
        let first = try await town.mailedLink(to: "nova@bistrik.example")
        try await newcomer.opens(first)
        try await newcomer.sends(first)
        try await newcomer.sends("/accept")
        try await newcomer.opens("/me/schools/\(school)/people")
        #expect(try newcomer.page.shows("Ђорђевић Ана"))
        #expect(try await town.count("school_invitation") == 0)
        #expect(try await town.journal("person", town.milena.id.value).suffix(2) == ["accounts.roleGranted", "schools.invitationAccepted"])
    }

    @Test func `a school that is not one’s own does not exist, whatever number is typed`() async throws {
        let town = try await Town()
        let own = try await town.school(of: town.ana), other = try await town.school(of: town.branko)
        try await town.milena.looksAfter(own)
        #expect(try await town.milena.opens("/me/schools/\(own)").status == 200)
        try await town.milena.opens("/me/schools/\(own)/team")
        let form = try #require(try town.milena.browser.page.form("/me/schools/\(own)/team"))
        for path in ["/me/schools/\(other)", "/me/schools/\(other)/team", "/me/schools/999"] {
            #expect(try await town.milena.opens(path).status == 404)
        }
        let values: KeyValuePairs = ["given_name": "Горан", "family_name": "Љубић", "email": "goran@bistrik.example", "duty": "head", "digest": "weekly"]
        for path in ["team", "team/\(town.branko.id)/end", "digest", "invitations/1/take-back"] {
            let moved = Page.Form(action: form.action.replacing("/me/schools/\(own)/team", with: "/me/schools/\(other)/\(path)"), fields: form.fields)
            #expect(try await town.milena.browser.post(moved, values).status == 404, "\(path)")
        }
        #expect(try await town.count("school_invitation") == 0)
        await #expect(throws: Problem.missing) {
            try await town.milena.does { _ = try RosterStore.roster(of: other, on: town.zone.day(of: $0.now), in: $0) }
        }
    }

    @Test func `a coordinator ends the own duty, a head anybody’s, and it is told`() async throws {
        let town = try await Town()
        let school = try await town.school(of: town.ana)
        try await town.milena.looksAfter(school, as: .head)
        try await town.goran.looksAfter(school)
        await #expect(throws: Problem.conflict(T.schools.endOnlyHead)) {
            try await town.goran.does { try SchoolTeamStore.end(town.milena.id, of: school, in: $0) }
        }
        try await town.milena.opens("/me/schools/\(school)/team")
        try await town.milena.sends("/team/\(town.goran.id)/end")
        #expect(try await town.letter(to: town.goran.email)?.text.contains(town.say(T.schools.letterEndedAct)) == true)
        #expect(try await town.goran.opens("/me/schools/\(school)").status == 404)
        #expect(try await town.count("school_duty") == 1)
    }

    @Test func `an invitation that is taken back or has ended opens nothing`() async throws {
        let town = try await Town()
        let school = try await town.school(of: town.ana)
        func asks() async throws -> String {
            try await town.vesna.opens("/schools/\(school)/team")
            try await town.vesna.sends("/team", ["given_name": "Горан", "family_name": "Љубић", "email": town.goran.email, "duty": "coordinator"])
            return try await town.mailedLink(to: town.goran.email)
        }
        let first = try await asks()
        try await town.vesna.sends("/take-back")
        #expect(try await town.goran.opens(first).status == 404)
        let second = try await asks()
        town.clock.passes(days: 8)
        try await town.goran.enters()
        #expect(try await town.goran.opens(second).status == 404)
        #expect(try await town.goran.grants.isEmpty)
    }
}
