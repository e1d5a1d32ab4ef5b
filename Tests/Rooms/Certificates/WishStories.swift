import Accounts
import Catalogue
import Centres
import Certificates
import Events
import Foundation
import Kernel
import Languages
import Mail
import NIOConcurrencyHelpers
import Storage
import Testing
import Town
import Web

/// Who gets a paper by mail: whoever wants it, or everybody when the signer says so; the others learn where it is.
@Suite struct WishStories {
    /// Letters that came with a PDF, by address.
    private func files(_ town: Town) -> [String: Int] {
        town.mail.all.reduce(into: [:]) { if $1.text.contains("application/pdf") { $0[$1.to, default: 0] += 1 } }
    }

    private func told(_ town: Town, _ someone: Someone) -> Int {
        town.mail.to(someone.email).count { $0.plain.contains("1/2026") || $0.plain.contains("/me/certificates/") }
    }

    @Test func `a paper comes by mail to whoever said so in the account; the others are told where it is`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana, town.branko])
        try await town.ana.opens("/me/account/contact")
        #expect(try await town.ana.sends("/me/account/contact", ["papers": "yes"]).status == 200)
        #expect(try await town.ana.opens("/me/account/contact").html.contains("checked"))
        let batch = try await scene.prepares()
        let page = try await scene.director.opens("/staff/batches/\(batch)")
        #expect(page.shows(town.say(T.certificates.mailThem(count: 2))) && page.shows(town.say(T.certificates.mailThemHint(count: 1))))
        #expect(page.form("/sign")?.fields.contains { $0.name == "mailed" } == false, "nobody is sent anything by default")
        try await scene.signs(batch)
        try await town.settles()
        #expect(files(town) == [town.ana.email: 1])
        #expect(told(town, town.ana) == 1 && told(town, town.branko) == 1, "one letter each")
        #expect(town.mail.to(town.ana.email).last?.text.contains("1-2026") == true, "the file has its number for a name")
        #expect(try await town.waitingFiles() == 0, "a file goes when its letter has left")
        // Set again, nobody is written to again.
        try await town.vesna.does { try BatchStore.setAgain(batch, in: $0) }
        try await town.settles()
        #expect(told(town, town.ana) == 1 && told(town, town.branko) == 1)
        #expect(try await town.ana.opens("/me/account/data").html.contains("\"papers_by_mail\" : \"yes\""))
        #expect(try await town.journal("person", town.ana.id.value).contains("accounts.wishChanged"))
    }

    @Test func `the wish is said where one applies, and taken back there`() async throws {
        let town = try await Town()
        let first = try await town.seminar("Прва"), second = try await town.seminar("Друга", inDays: 60)
        func wants() async throws -> Bool? { try await town.value("SELECT wants_papers FROM person WHERE id = \(town.ana.id)", as: Bool.self) }
        let path = "/events/\(first)/registration"
        #expect(try await town.stranger.opens(path).html.contains("name=\"papers\"") == false, "nobody speaks for an address that is not proved")
        try await town.ana.opens(path)
        #expect(try town.ana.browser.page.form(path)?.fields.contains { $0.name == "papers" } == false)
        try await town.ana.sends(path, ["payer": "self", "papers": "yes"])
        #expect(try await wants() == true)
        let form = try #require(try await town.ana.opens("/events/\(second)/registration").form("/registration"))
        #expect(form.fields.contains { $0.name == "papers" && $0.value == "yes" })
        try await town.ana.browser.post(Page.Form(action: form.action, fields: form.fields.filter { $0.name != "papers" }), ["payer": "self"])
        #expect(try await wants() == false)
    }

    @Test func `the signer's mark sends it to everybody with a proved address, and to nobody without`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana, town.branko, town.milena])
        try await town.does { try $0.db.run("UPDATE person SET verified = NULL WHERE id = \(town.milena.id)") }
        let batch = try await scene.prepares()
        try await scene.signs(batch, isMailed: true)
        try await town.settles()
        #expect(files(town) == [town.ana.email: 1, town.branko.email: 1])
        #expect(town.mail.to(town.milena.email).allSatisfy { !$0.plain.contains("/me/certificates/") })
    }

    @Test func `whom no letter reaches stands with the telephone, before it is signed and after`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana, town.branko, town.milena])
        try await town.does { act in
            try act.db.run("UPDATE person SET email = NULL, verified = NULL, phone = '064 321 654' WHERE id = \(town.branko.id)")
            try act.db.run("UPDATE person SET verified = NULL, phone = '064 987 321' WHERE id = \(town.milena.id)")
        }
        let batch = try await scene.prepares()
        let page = try await scene.director.opens("/staff/batches/\(batch)")
        // The third is the trainer, who is known by name alone.
        #expect(page.shows("Лазар Кривокућа"))
        #expect(page.shows(town.say(T.certificates.tellOtherwise(count: 3))) && page.shows("064 321 654") && page.shows("064 987 321"))
        #expect(page.shows(town.say(T.certificates.mailThemNone)) && !page.text.contains("свима се јавља"))
        let written = try await town.count("letter WHERE noun = 'certificate'")
        // Nobody asks the people of a demonstration for a code.
        try await town.does { try Setting.demonstration.set("small", in: $0.db) }
        try await scene.director.opens("/staff/batches/\(batch)")
        let result = try await scene.director.sends("/staff/batches/\(batch)/sign")
        #expect(result.shows(town.say(T.certificates.saidTold(count: 1))), "one of three")
        #expect(result.shows(town.say(T.certificates.tellOtherwise(count: 3))) && result.shows("064 321 654"))
        try await town.settles()
        #expect(try await town.count("letter WHERE noun = 'certificate'") == written + 1)
    }

    @Test func `while the mail server is down the file waits with its letter`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        try await town.settles()
        let id = town.ana.id
        try await town.ana.does { try AccountStore.wish(papers: true, of: id, in: $0) }
        town.mail.stops(true)
        let batch = try await scene.prepares()
        try await scene.signs(batch)
        try await town.settles()
        #expect(files(town).isEmpty)
        #expect(try await town.waitingFiles() == 1)
        town.mail.stops(false)
        town.clock.passes(hours: 1)
        try await town.settles()
        #expect(files(town) == [town.ana.email: 1])
    }

    @Test func `a name that no font can draw is told of, without a file`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        let batch = try await scene.prepares()
        try await town.vesna.amends(try await scene.own(town.ana, in: batch).id, to: "Ана \u{1F98A}")
        try await scene.signs(batch, isMailed: true)
        try await town.settles()
        #expect(files(town).isEmpty && told(town, town.ana) == 1)
    }

    @Test func `what became void before it left is not sent`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        let batch = try await scene.prepares()
        try await scene.signs(batch, isMailed: true)
        let own = try await scene.own(town.ana, in: batch)
        try await town.vesna.voids(own.id, because: "Грешка")
        try await town.settles()
        #expect(files(town).isEmpty)
    }
}
