@testable import Accounts
import Catalogue
import Centres
import Events
import Files
import FollowUp
import Foundation
import HTTPTypes
import Kernel
import Languages
import Portfolio
import Site
import Storage
import Testing
import Town
import Web
@testable import Workshop

/// Calls, enclosures, evidence, what leaves the house, and what becomes of it when its people or its time are gone.
@Suite struct DossierStories {
    @Test func `a director takes a sample, changes it line by line, and it says that nobody has confirmed it`() async throws {
        let town = try await Town()
        try await town.vesna.becomes(.director, at: town.centre)
        try await town.vesna.enters(withFactor: true)
        for sample in [CallSample.serbianProgramme, .serbianGathering] {
            try await town.vesna.opens("/settings/calls")
            let page = try await town.vesna.sends("/settings/calls/samples", ["sample": sample.rawValue])
            #expect(page.status == 200 && page.html.contains("goal | "))
        }
        #expect(try await town.vesna.opens("/settings/calls").shows(town.say(T.workshop.unconfirmed)))
        #expect(!(try await town.vesna.opens("/settings/calls").html.contains(CallSample.lithuanianProgramme.rawValue)), "a Serbian centre is offered Serbian samples")
        let id = try #require(try await town.value("SELECT id FROM workshop_call WHERE kind = 'programme'", as: Int64.self)), path = "/settings/calls/\(id)"
        for (field, value) in [
            ("fields", "goal"), ("fields", "goal | 0 | * | Циљ"), ("fields", "goal | 20 | * | Циљ\ngoal | 30 | * | Циљ"), ("fields", "циљ | 20 | * | Циљ"),
            ("fields", ""), ("closes", "јуче"), ("title_sr", ""), ("aheadDays", "0"),
        ] {
            try await town.vesna.opens(path)
            let form = try #require(try town.vesna.browser.page.form(path))
            #expect(try await town.vesna.browser.post(form.with(field, value).with("title_lt", "").with("title_en", "")).status == 422, "\(field): \(value)")
        }
        #expect(try await town.count("workshop_call_part WHERE call = \(id) AND kind = 'field'") == 12, "nothing has changed")
        try await town.vesna.opens(path)
        try await town.vesna.sends(path, ["fields": "goal | 700 | * | Општи циљ | Bendrasis tikslas |\nnapomena | | | Напомена", "opens": "1.11.2026.",
            "closes": "15.12.2026."])
        #expect(try await town.count("workshop_call_part WHERE call = \(id) AND kind = 'field'") == 2)
        #expect(try await town.value("SELECT most FROM workshop_call_part WHERE code = 'goal' AND call = \(id)", as: Int.self) == 700)
        #expect(try await town.value("SELECT closes FROM workshop_call WHERE id = \(id)", as: String.self) == "2026-12-15")
        // Another centre's people do not see it, and no coordinator changes it.
        try await town.ana.becomes(.coordinator, at: town.centre)
        try await town.ana.enters(withFactor: true)
        #expect(try await town.ana.opens("/settings/calls").status == 404)
        let valley = try await Valley(), other = valley.other
        let call = try await valley.town.call()
        #expect(try await valley.town.finds { try CallStore.calls(at: other, in: $0) }.isEmpty)
        await #expect(throws: Problem.missing) { _ = try await valley.town.finds { try CallStore.call(call, at: other, in: $0) } }
        await #expect(throws: Problem.missing) {
            let shared = CallDetails(.programme, in: .serbia, title: CallWords(sr: "А"))
            try await valley.town.goran.does { act in _ = try CallStore.set(shared, for: nil, at: other, isShared: true, in: act) }
        }
    }

    @Test func `enclosures are seen by those who see the proposal, and by nobody else`() async throws {
        let town = try await Town()
        _ = try await town.call()
        let id = try await town.idea(), path = "/proposals/\(id)/enclosures", pdf = Array("%PDF-1.4 допис".utf8)
        try await town.ana.opens(path)
        #expect(try await town.ana.browser.uploads(path, field: "file", name: "a.pdf", bytes: pdf, ["code": "nothing"]).status == 422)
        try await town.ana.opens(path)
        #expect(try await town.ana.browser.uploads(path, field: "file", name: "virus.exe", bytes: Array("MZ".utf8), ["code": "cover"]).status == 422)
        try await town.ana.opens(path)
        #expect(try await town.ana.browser.uploads(path, field: "file", name: "допис.pdf", bytes: pdf, ["code": "cover"]).shows("допис.pdf"))
        let file = try #require(try await town.value("SELECT file FROM proposal_enclosure", as: Int64.self))
        for reader in [town.ana, town.vesna] { #expect(try await reader.opens("/files/\(file)").status == 200) }
        for reader in [town.goran, town.branko] { #expect(try await reader.opens("/files/\(file)").status == 404) }
        #expect(try await town.stranger.send(.get, "/sr/files/\(file)").status == 404)
        let enclosure = try #require(try await town.value("SELECT id FROM proposal_enclosure", as: Int64.self))
        try await town.ana.opens(path)
        try await town.ana.sends(path + "/\(enclosure)/remove")
        #expect(try await town.count("proposal_enclosure") == 0)
    }

    @Test func `the dossier is printed in the order of the call, copied with counted letters, and taken along with a list`() async throws {
        let town = try await Town()
        _ = try await town.call()
        let id = try await town.idea()
        try await town.whole(id)
        let copy = try await town.ana.opens("/proposals/\(id)/copy")
        #expect(copy.shows("Ученици питају више.") && copy.shows(town.say(T.workshop.countOf(letters: 20, most: 20))) && copy.html.contains("data-copy"))
        let printed = try await town.ana.browser.send(.get, "/sr/proposals/\(id)/dossier.pdf")
        #expect(printed.status == 200 && printed.bytes.starts(with: Array("%PDF".utf8)))
        let archive = try await town.ana.browser.send(.get, "/sr/proposals/\(id)/dossier.zip")
        #expect(archive.status == 200 && archive.bytes.starts(with: [0x50, 0x4B]))
        let text = String(decoding: archive.bytes, as: UTF8.self)
        #expect(text.contains("01 dopis.pdf") && text.contains("\(town.say(T.workshop.listName)).txt") && text.contains("Пропратни допис"))
        for kind in ["pdf", "zip"] { #expect(try await town.goran.browser.send(.get, "/sr/proposals/\(id)/dossier.\(kind)").status == 404) }
    }

    @Test func `what pilots have shown is put in as it stands that day, and not what fewer than five stand behind`() async throws {
        let town = try await Town()
        _ = try await town.call()
        let id = try await town.idea(), ana = town.ana.id, centre = town.centre
        let event = try await town.seminar("Пробна радионица", seats: 40)
        try await town.change(event) { $0.trainers = [Trainer(name: "Ана Ђорђевић", person: ana)] }
        #expect(try await town.finds { try PilotEvidenceStore.offered(for: id, in: $0) }.isEmpty)
        let programme = try await town.programme()
        try await town.does { act in
            try act.db.run("UPDATE proposal SET predecessor = \(programme)")
            try act.db.run("INSERT INTO use_figure (programme, asked, answered, used, counted) VALUES (\(programme), 20, 4, 4, 1)")
        }
        #expect(try await town.finds { try PilotEvidenceStore.offered(for: id, in: $0) }.isEmpty, "four are too few")
        try await town.does { try $0.db.run("UPDATE use_figure SET answered = 12, used = 7") }
        let path = "/proposals/\(id)"
        try await town.ana.opens(path + "/enclosures")
        try await town.ana.sends(path + "/evidence")
        #expect(try await town.value("SELECT used FROM proposal_evidence", as: Int.self) == 7)
        try await town.does { try $0.db.run("UPDATE use_figure SET used = 12") }
        #expect(try await town.value("SELECT used FROM proposal_evidence", as: Int.self) == 7, "it is frozen")
        let page = try await town.ana.opens(path + "/enclosures")
        #expect(page.shows("58"), "seven of twelve")
        try await town.ana.sends(path + "/evidence")
        #expect(try await town.count("proposal_evidence") == 0)
        _ = centre
    }

    @Test func `two letters tell of a deadline, by day, and none of what was sent`() async throws {
        let town = try await Town(), last = town.zone.day(of: town.clock.now).adding(days: 20)
        _ = try await town.call(closes: last)
        let id = try await town.idea()
        try await town.whole(id)
        func letters() -> Int { town.mail.to(town.ana.email).filter { $0.plain.contains("најкасније") }.count }
        func lets(days: Int) async throws {
            town.clock.passes(days: days)
            for _ in 0..<2 { try await WorkshopKeepingStore.remind(town.app.records) }
            try await town.settles()
        }
        try await lets(days: 0)
        #expect(letters() == 0)
        try await lets(days: 6)
        #expect(letters() == 1, "fourteen days before")
        try await lets(days: 5)
        #expect(letters() == 1)
        try await lets(days: 6)
        #expect(letters() == 2, "three days before")
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.workshop.todayCloses(day: .day(last)))))
        try await lets(days: 10)
        #expect(letters() == 2)
    }

    @Test func `municipalities of fewer than five authors stand together`() async throws {
        let valley = try await Valley(), town = valley.town
        try await town.imports("schools", Valley.schools)
        let centre = town.centre
        let places = try await town.finds { act in Dictionary(uniqueKeysWithValues: try MunicipalityStore.all(in: act).map { ($0.name, $0.id) }) }
        try await town.does { act in
            let schools = try act.db.rows("SELECT id, municipality FROM school ORDER BY id").map { row in
                (id: try row["id"] as School.ID, place: try row["municipality"] as Municipality.ID)
            }
            let bistrik = try #require(schools.first { $0.place == places["Бистрик"] }), reka = try #require(schools.first { $0.place == places["Горња Река"] })
            for number in 1...8 {
                let person = try PersonStore.add(PersonName(given: "Ау", family: "Тор \(number)"), email: "a\(number)@mail.example", verified: act.now, language: .sr,
                    in: act)
                try EmploymentStore.add(person, at: number < 7 ? bistrik.id : reka.id, in: act)
                let id = try act.db.insert("""
                    INSERT INTO proposal (centre, kind, state, title, language, begun, changed) VALUES (\(centre), 'programme', 'draft', 'А', 'sr', 1, 1) RETURNING id
                    """)
                try act.db.run("INSERT INTO proposal_author (proposal, person, lead, author, realiser, invited) VALUES (\(id), \(person), \(true), \(true), \(false), 1)")
            }
        }
        let counts = try await town.finds { try ProposalAuthorStore.municipalities(at: centre, on: Zone.utc.day(of: $0.now), in: $0) }
        #expect(counts.values.sorted() == [2, 6])
        try await town.vesna.enters(withFactor: true)
        let page = try await town.vesna.opens("/staff/workshop")
        #expect(page.shows(town.say(T.workshop.otherPlaces)) && !page.text.contains("Горња Река"), "two people of one place are not told")
        #expect(!page.text.contains("Бистрик 6"), "nor what would tell them by taking away")
    }

    @Test func `who deletes the account leaves no name behind, and what nobody else writes goes`() async throws {
        let town = try await Town(), seal = town.app.installation.seal
        _ = try await town.call()
        let own = try await town.idea("Само њено"), shared = try await town.idea("Заједничко")
        try await town.ana.does { act in
            try ProposalAuthorStore.invite(
                PersonName(given: "Милена", family: "Џелатовић"), EmailAddress(reading: "milena@bistrik.example"), author: true, realiser: false, of: shared, seal,
                    in: act)
            _ = try ProposalTextStore.save("Исход", "outcomes", seen: nil, of: shared, in: act)
            try ProposalTextStore.say("Шта ако?", of: "outcomes", paragraph: nil, of: shared, in: act)
            try ProposalAuthorStore.write("Наставница.", of: #require(act.by.person), in: act)
        }
        let ana = town.ana.id
        let held = try await town.finds { try WorkshopKeepingStore.held(about: ana, in: $0) }.all
        #expect(held["proposal_author"]?.count == 2 && held["biography"]?.first?["text"] == "Наставница." && held["proposal_comment"]?.count == 1)
        #expect(held["proposal_text"]?.contains { $0["text"] == "Исход" } == true)
        try await town.does { try AccountStore.erase(ana, in: $0) }
        #expect(try await town.count("proposal WHERE id = \(own)") == 0)
        #expect(try await town.count("proposal_text WHERE proposal = \(own)") == 0)
        #expect(try await town.count("proposal WHERE id = \(shared)") == 1)
        #expect(try await town.count("proposal_author WHERE person = \(ana)") == 0)
        #expect(try await town.count("biography") == 0)
        #expect(try await town.count("proposal_text WHERE written_by = \(ana)") == 0)
        #expect(try await town.count("proposal_comment WHERE written_by = \(ana)") == 0)
        // Ideas that nobody touches go after two years; what is written on stays.
        let branko = try await town.branko.does { [centre = town.centre] act in
            try ProposalStore.begin(ProposalIdea(.programme, title: "Стара", description: "Опис", language: .sr), at: centre, in: act)
        }
        town.clock.passes(days: 700)
        try await town.does { try WorkshopKeepingStore.forgetOld(in: $0) }
        #expect(try await town.count("proposal WHERE id = \(branko)") == 1)
        town.clock.passes(days: 40)
        try await town.does { try WorkshopKeepingStore.forgetOld(in: $0) }
        #expect(try await town.count("proposal WHERE id = \(branko)") == 0)
        #expect(try await town.count("proposal WHERE id = \(shared)") == 1)
    }
}
