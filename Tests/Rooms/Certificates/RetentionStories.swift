import Accounts
import Catalogue
import Centres
@testable import Certificates
import Events
import Forms
import Foundation
import Kernel
import Languages
import Queues
import Site
import Storage
import Testing
import Town
import Site
import Web

/// What a certificate says about somebody is forgotten by the clock; the register goes on proving what it can.
@Suite struct RetentionStories {
    /// The night comes.
    private func night(_ town: Town) async throws {
        let zone = town.zone
        try await town.does { [timetable = town.app.timetable] in try timetable.look(in: $0, zone: zone) }
        try await town.settles()
    }

    @Test(.timeLimit(.minutes(20))) func `after thirty years names go by night, and the chain still holds`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana, town.branko])
        let issued = try await scene.issues()
        let own = try #require(issued.first { $0.person == town.ana.id })
        let copy = try await scene.duplicates(own.id)
        // More than are forgotten in one act.
        try await scene.signs(try await scene.prepares(for: (0..<25).map { "Ментор \($0)" }))
        try await town.settles()
        let day = town.zone.day(of: town.clock.now)
        // A day too early nothing goes.
        town.clock.becomes(town.zone.startOfDay(day.adding(years: 30)).adding(hours: -1))
        try await night(town)
        #expect(try await scene.certificate(own.id).name == "Ана Ђорђевић")

        town.clock.becomes(town.zone.startOfDay(day.adding(years: 31)))
        // What is issued now stays.
        try await scene.signs(try await scene.prepares(for: ["Нова Наде"]))
        try await night(town)
        for certificate in issued.map(\.id) + [copy] {
            let seen = try await scene.certificate(certificate)
            #expect(seen.facts == nil && seen.name.isEmpty && seen.payload.isEmpty && !seen.label.isEmpty)
        }
        #expect(try await town.count("certificate WHERE facts IS NOT NULL") == 1)
        #expect(try await scene.faults().isEmpty, "the registers can still be checked")
        let erased = try await scene.erasures()
        #expect(erased == issued.count + 1 + 25)
        #expect(try await town.journal("certificate", own.id.value).contains("certificates.erased"))
        // The files that were set of it go too.
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/staff/batches/\(own.batch?.value ?? 0)/certificates.pdf").status == 404)
        #expect(try await town.stranger.opens("/certificates/\(own.code)").shows(town.say(T.certificates.verdictErased)))
        // Once is enough.
        town.clock.passes(days: 1)
        try await night(town)
        #expect(try await scene.erasures() == erased)
    }

    @Test func `where a decision asks for it, number, day and state are all that is left; letters about it are forgotten or stay`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana, town.branko])
        let issued = try await scene.issues().filter { $0.kind == .certificate }
        let (sent, waiting) = (issued[0].id, issued[1].id)
        let about: @Sendable (Certificate.ID) -> SQL = { "noun = 'certificate' AND about = \($0)" }
        // Branko's letter waits for the post, with a file.
        try await town.does { act in
            try act.db.run("UPDATE letter SET state = 'sent', sent = \(act.now) WHERE \(about(sent))")
            let letter: Int64? = try act.db.value("SELECT id FROM letter WHERE \(about(waiting)) AND state = 'queued'")
            try act.db.run("INSERT INTO letter_file (letter, name, bytes) VALUES (\(try #require(letter)), 'a.pdf', \([UInt8](repeating: 1, count: 8)))")
        }
        try await town.vesna.voids(sent, because: "Погрешно презиме: Петровић")
        for id in [sent, waiting] { try await town.vesna.erases(id) }
        for id in [sent, waiting] {
            let left = try await scene.certificate(id)
            #expect(left.facts == nil && left.name.isEmpty && left.person == nil && left.registration == nil && left.event == nil)
            #expect(left.hours == 0 && left.points == 0 && left.reason.isEmpty && left.payload.isEmpty && left.credential.isEmpty)
            #expect(left.day != nil && left.number != nil && left.state == (id == sent ? .void : .valid))
        }
        #expect(!(try await town.stranger.opens("/certificates/\(issued[0].code)").shows("Петровић")))
        #expect(try await town.count("letter WHERE \(about(sent)) AND text = '' AND address = '' AND person IS NULL") == 1)
        #expect(try await town.count("letter WHERE \(about(waiting))") == 0)
        #expect(try await town.waitingFiles() == 0)
        #expect(try await !town.journalHas("Петровић"))
        #expect(try await scene.faults().isEmpty)
    }

    @Test func `the director says how long, never under ten years, and never sooner than was promised`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        _ = try await scene.issues()
        let today = town.zone.day(of: town.clock.now)
        func says(_ years: String, since: Day) async throws -> Page {
            try await scene.director.opens("/settings/certificates")
            return try await scene.director.sends("/settings/certificates/retention", ["kept": "certificate", "since": since.iso, "years": years])
        }
        let page = try await scene.director.opens("/settings/certificates")
        #expect(page.shows(town.say(T.certificates.retentionUnsure(years: 30))), "what nobody settles is told")
        #expect(try await says("9", since: today.adding(days: 1)).status == 422)
        #expect(try await says("101", since: today).status == 422)
        #expect(try await says("сто", since: today).shows(town.say(T.forms.errorNumber)))
        let sooner = try await says("10", since: today)
        #expect(sooner.status == 422 && sooner.shows(town.say(T.certificates.retentionShorter)))
        #expect(try await says("10", since: today.adding(days: 1)).shows(town.say(T.certificates.retentionSet)))
        #expect(try await says("50", since: today.adding(days: -400)).shows(town.say(T.certificates.retentionSet)), "longer harms nobody")
        // What was lengthened is not shortened again by taking the rule away; what has not begun is.
        let kept = try await scene.director.sends("/certificate/\(today.adding(days: -400).iso)/remove")
        #expect(kept.status == 409 && kept.shows(town.say(T.certificates.retentionShorter)))
        try await scene.director.opens("/settings/certificates")
        #expect(try await scene.director.sends("/certificate/\(today.adding(days: 1).iso)/remove").shows(town.say(T.certificates.retentionRemoved)))
        #expect(try await town.journal("centre", town.centre.value).count { $0 == "certificates.retentionSet" } == 2)
        let centre = town.centre
        await #expect(throws: Problem.missing) {
            try await town.vesna.does { try RetentionStore.set(.thanks, since: today.adding(days: 9), years: 40, of: centre, in: $0) }
        }
        // Forty years later it stands, fifty-one later it is gone.
        for (years, stands) in [(40, true), (51, false)] {
            town.clock.becomes(town.zone.startOfDay(today.adding(years: years)).adding(hours: 12))
            try await night(town)
            #expect(try await scene.certificates(CertificateBatch.ID(1)).contains { $0.kind == .certificate && $0.facts != nil } == stands, "\(years)")
        }
    }

    @Test func `the newest rule that had begun by the day of issue holds`() throws {
        func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }
        let rules = [CertificateRetention(.thanks, since: try day("2030-01-01"), years: 10), CertificateRetention(.thanks, since: try day("2020-01-01"), years: 40)]
        let today = try day("2056-03-01")
        #expect(CertificateRetention.over([], on: today) == [.init(from: nil, before: try day("2026-03-02"), years: 30)])
        #expect(CertificateRetention.over(rules, on: today) == [
            .init(from: nil, before: try day("2020-01-01"), years: 30), .init(from: try day("2030-01-01"), before: try day("2046-03-02"), years: 10),
        ])
        #expect(CertificateRetention.over(rules, on: try day("2035-05-05")) == [.init(from: nil, before: try day("2005-05-06"), years: 30)])
        // Of 29 February on 1 March.
        #expect(CertificateRetention.over([], on: try day("2058-02-28")).map(\.before) == [try day("2028-02-29")])
        #expect(CertificateRetention.over([], on: try day("2058-03-01")).map(\.before) == [try day("2028-03-02")])
        #expect(CertificateRetention.shortens([], to: rules, until: try day("2029-12-31")) == false)
        #expect(CertificateRetention.shortens([], to: rules, until: try day("2030-01-01")))
    }
}
