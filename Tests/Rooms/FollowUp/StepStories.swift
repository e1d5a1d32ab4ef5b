@testable import Accounts
import Certificates
import Events
import FollowUp
import Foundation
import HTTPTypes
import Kernel
import Languages
import Registration
import Site
import Storage
import Testing
import Town
import Web

/// A step, its link, and what is said by it.
@Suite struct StepStories {
    @Test func `who was there writes a step and says twice what became of it, without signing in`() async throws {
        let town = try await Town(), event = try await town.followed([town.ana.id, town.branko.id])
        try await town.goesOn(days: 0)
        #expect(try await town.count("use_step") == 0, "nobody is asked on the evening itself")
        try await town.goesOn(days: 1)
        try await town.goesOn(days: 0)
        #expect(town.mail.steps(to: town.ana.email) == 1 && town.mail.steps(to: town.goran.email) == 0, "once, and only who was there")
        let link = try #require(town.mail.step(to: town.ana.email)), browser = town.newBrowser()
        #expect(link != town.mail.step(to: town.branko.email))
        // A day that has passed, no day, nothing to try: told at the field, with what was typed.
        let faulty: [(KeyValuePairs<String, String>, Phrase)] = [
            (["step": "Квиз", "due": "1.1.2020."], T.followup.errorPast), (["step": "Квиз", "due": ""], T.common.errorDay(example: "15.3.2027.")),
            (["step": "Квиз", "due": "1.1.2090."], T.followup.errorFar), (["step": "", "due": "1.6.2026."], T.followup.errorNoStep),
            (["step": String(repeating: "ш", count: 1_001), "due": "1.6.2026."], T.common.errorTooLong(most: .number(1_000))),
        ]
        for (values, said) in faulty {
            try await browser.opens(link)
            let refused = try await browser.sends(link, values)
            #expect(refused.status == 422 && refused.shows(town.say(said)), "\(values)")
        }
        #expect(try await town.value("SELECT text FROM use_step WHERE person = \(town.ana.id)", as: String.self) == "")
        try await browser.opens(link)
        let due = town.zone.day(of: town.clock.now).adding(days: 20)
        #expect(try await browser.sends(link, ["step": "Квиз о разломцима у 6-2", "due": due.iso]).shows(town.say(T.followup.saidWritten)))
        try await browser.opens(link)
        #expect(try await browser.sends(link, ["step": "Квиз о разломцима у 6-3"]).shows("Квиз о разломцима у 6-3"), "it may be changed")
        // On the thirtieth day a letter asks, on the ninetieth again.
        try await town.goesOn(days: 28)
        #expect(town.mail.steps(to: town.ana.email) == 1)
        try await town.goesOn(days: 1)
        #expect(town.mail.steps(to: town.ana.email) == 2 && town.mail.steps(to: town.branko.email) == 2)
        #expect(town.mail.step(to: town.ana.email) == link, "one link for one person")
        let page = try await browser.opens(link)
        #expect(page.shows("Квиз о разломцима у 6-3") && page.shows(town.say(T.followup.used)))
        try await browser.opens(link)
        #expect(try await browser.sends(link).status == 422, "how often must be said")
        #expect(try await town.say(in: .fails, under: link, in: browser).shows(town.say(T.followup.saidAnswered)))
        // Used once more, it shows what was said, and takes another word.
        let again = try await browser.opens(link)
        #expect(again.shows(town.say(T.followup.thanksTitle)) && again.form(link)?.fields.contains { $0.name == "used" && $0.value == "never" } == true)
        try await browser.sends(link, ["used": "once"])
        try await town.goesOn(days: 60)
        #expect(town.mail.steps(to: town.ana.email) == 3)
        #expect(try await browser.opens(link).shows(town.say(Use.once.name)), "what was said before stands there")
        _ = try await town.say(in: .uses, under: link, in: browser)
        #expect(try await town.value("SELECT used FROM use_answer WHERE turn = 'first'", as: String.self) == "once")
        #expect(try await town.value("SELECT used FROM use_answer WHERE turn = 'second'", as: String.self) == "several")
        #expect(try await town.count("use_answer") == 2)
        // After its end there is a clear page, and nothing more is taken.
        let form = try #require(try await browser.opens(link).form(link))
        try await town.goesOn(days: 22)
        #expect(try await browser.opens(link).shows(town.say(T.followup.overTitle)))
        #expect(try await browser.post(form, ["used": "never"]).status == 409)
        #expect(try await town.value("SELECT used FROM use_answer WHERE turn = 'second'", as: String.self) == "several")
        _ = event
    }

    @Test func `a link that was passed on tells nothing of whose it is, and one that was guessed opens nothing`() async throws {
        let town = try await Town(), school = try await town.workplace("ОШ „Свитац“", of: town.ana)
        _ = try await town.followed([town.ana.id, town.branko.id], school: nil)
        try await town.goesOn(days: 1)
        let link = try #require(town.mail.step(to: town.ana.email)), due = town.zone.day(of: town.clock.now).adding(days: 9).iso
        let browser = town.newBrowser()
        try await browser.opens(link)
        try await browser.sends(link, ["step": "Испробаћу квиз", "due": due, "forSchool": "yes", "forCentre": "yes"])
        #expect(try await town.value("SELECT school FROM use_step WHERE text <> ''", as: Int64.self) == school.value)
        for days in [0, 30, 90, 30] {
            try await town.goesOn(days: days)
            try await town.goran.enters()
            for reader in [town.newBrowser(), town.goran.browser] {
                let page = try await reader.opens(link)
                #expect(page.status == 200 && page.shows("Дигитална учионица") && page.shows("Испробаћу квиз"))
                for secret in ["Ана ", "Ђорђевић", town.ana.email, "Свитац"] { #expect(!page.text.contains(secret), "\(secret)") }
            }
        }
        let parts = link.split(separator: "-")
        for wrong in ["/steps/1", "/steps/x-y-z", "\(parts[0])-\(parts[1])-00", "/steps/2-1-\(parts[2])", "/steps/9999-1-\(parts[2])"] {
            #expect(try await town.stranger.send(.get, "/sr\(wrong)").status == 404, "\(wrong)")
        }
    }

    @Test func `what somebody shows is looked at, and a picture needs a word about pupils`() async throws {
        let town = try await Town()
        _ = try await town.followed([town.ana.id])
        try await town.goesOn(days: 1)
        let link = try #require(town.mail.step(to: town.ana.email)), browser = town.newBrowser()
        #expect(try await browser.opens(link).form("/proof") == nil, "before it was tried there is nothing to show")
        try await town.goesOn(days: 30)
        let picture = Array("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><rect width=\"9\" height=\"9\"/></svg>".utf8)
        func shows(_ name: String, _ bytes: [UInt8], _ values: KeyValuePairs<String, String> = [:]) async throws -> Page {
            try await browser.opens(link)
            return try await browser.uploads("/proof", field: "proof", name: name, bytes: bytes, values)
        }
        let bare = try await shows("cas.svg", picture)
        #expect(bare.status == 422 && bare.shows(town.say(T.followup.errorConsent)))
        for (name, words) in [("plan.pdf", "MZ virus"), ("virus.exe", "MZ"), ("cas.jpg", "#!/bin/sh"), ("a.docx", "%PDF-")] {
            #expect(try await shows(name, Array(words.utf8), ["consent": "yes"]).status == 422, "\(name)")
        }
        #expect(try await shows("cas.svg", Array("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>".utf8), ["consent": "yes"]).status == 422)
        let huge = try await shows("plan.pdf", Array("%PDF-1.4".utf8) + [UInt8](repeating: 65, count: 42 << 20))
        #expect(huge.status == 413 && !huge.text.isEmpty)
        try await browser.opens(link)
        #expect(try await browser.sends("/proof", ["link": "javascript:alert(1)"]).status == 422)
        try await browser.opens(link)
        #expect(try await browser.sends("/proof").shows(town.say(T.followup.errorNoProof)))
        #expect(try await town.count("file") == 0)
        #expect(try await town.count("use_step WHERE link <> ''") == 0)
        #expect(try await shows("cas.svg", picture, ["consent": "yes"]).shows(town.say(T.followup.saidProved)))
        let file = try #require(try await town.value("SELECT file FROM use_step WHERE consent", as: Int64.self))
        try await town.ana.enters()
        #expect(try await town.ana.opens("/files/\(file)").status == 200)
        // By the link alone the file does not open, and nobody else sees it while she shares it with nobody.
        #expect(try await browser.send(.get, "/sr/files/\(file)").status == 404)
        try await town.vesna.enters(withFactor: true)
        for other in [town.goran, town.milena] { try await other.enters() }
        for other in [town.goran, town.milena, town.vesna] { #expect(try await other.opens("/files/\(file)").status == 404) }
        try await browser.opens(link)
        #expect(try await browser.sends("/proof/remove").shows(town.say(T.followup.saidTakenBack)))
        #expect(try await town.value("SELECT file FROM use_step", as: Int64.self) == nil)
    }

    @Test func `who is gone, what was cancelled and a certificate taken back end a link clearly`() async throws {
        let town = try await Town(), event = try await town.followed([town.ana.id, town.branko.id, town.goran.id])
        try await town.goesOn(days: 1)
        let (ana, branko) = (try #require(town.mail.step(to: town.ana.email)), try #require(town.mail.step(to: town.branko.email)))
        let browser = town.newBrowser(), gone = town.branko.id
        try await browser.opens(branko)
        let form = try #require(try browser.page.form(branko))
        try await town.vesna.cancels(event, because: "Није одржана.")
        #expect(try await browser.opens(ana).shows(town.say(T.followup.overOff)))
        try await town.does { try AccountStore.erase(gone, in: $0) }
        #expect(try await browser.opens(branko).status == 404)
        #expect(try await browser.post(form, ["step": "Квиз", "due": "1.6.2030."]).status == 404)
        #expect(try await town.count("use_step") == 2)
        let before = town.mail.steps(to: town.ana.email)
        try await town.goesOn(days: 30)
        #expect(town.mail.steps(to: town.ana.email) == before, "of what was not held nobody is asked")
    }

    @Test func `whose certificate was taken back is asked no more`() async throws {
        let town = try await Town(), event = try await town.followed([town.ana.id])
        try await town.goesOn(days: 1)
        let link = try #require(town.mail.step(to: town.ana.email)), (centre, ana) = (town.centre, town.ana.id)
        try await town.does { act in
            try act.db.run("INSERT INTO register (centre, kind, year, format, head) VALUES (\(centre), 'certificate', 2026, '', \([UInt8]()))")
            let register: Int64? = try act.db.value("SELECT id FROM register")
            try act.db.run("""
                INSERT INTO certificate (centre, kind, part, state, person, event, name, key_azbuka, code, register, number, day, issued)
                VALUES (\(centre), 'certificate', 'participant', 'void', \(ana), \(event), 'Ана', \([UInt8]()), 'x', \(register), 1, '2026-03-01', \(act.now))
                """)
        }
        #expect(try await town.newBrowser().opens(link).shows(town.say(T.followup.overWithdrawn)))
        try await town.goesOn(days: 30)
        #expect(town.mail.steps(to: town.ana.email) == 1)
    }
}
