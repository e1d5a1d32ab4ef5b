import Accounts
import Centres
import Events
import Forms
import Foundation
import Kernel
import Languages
import Registration
import Sheets
import Storage
import Testing
import Town

/// The desk of an event: a page of its people, found and sorted, and what staff do with one of them or with several.
@Suite struct DeskStories {
    // MARK: The page

    @Test func `a large event stands page by page, and what is asked of the list is kept`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(seats: 300)
        let people = try await town.crowd(of: 230)
        try await town.vesna.does { act in
            for person in people { _ = try RegistrationStore.apply(person, for: seminar, Application(payer: person.value % 2 == 0 ? .own : .school), in: act) }
        }
        let path = "/staff/events/\(seminar)"
        func shown(_ page: Page) -> Int { page.html.components(separatedBy: "class=\"below\"").count - 1 }
        let first = try await town.vesna.opens(path)
        #expect(shown(first) == 50 && first.bytes.count < 300_000, "\(first.bytes.count) bytes")
        #expect(first.shows(town.say(T.forms.rowsOf(from: 1, to: 50, count: 230))))
        #expect(shown(try await town.vesna.opens(path + "?page=5")) == 30)
        #expect(shown(try await town.vesna.opens(path + "?page=6")) == 30, "beyond the last page stands the last")

        let found = try await town.vesna.opens(path + "?q=p17%40bistrik.example&sort=-applied")
        #expect(shown(found) == 1 && found.html.contains(">17 Полазник") && !found.shows("18 Полазник"))
        #expect(found.html.contains("value=\"-applied\" selected"), "a new search keeps the order")
        #expect(found.html.contains("?q=p17%40bistrik.example&amp;sort=-applied&amp;state=admitted"), "a state keeps words and order")
        #expect(try await town.vesna.opens(path + "?q=никога").shows(town.say(T.registration.nobodyFound)))

        let last = try await town.vesna.opens(path + "?sort=-applied")
        #expect(last.shows("229 Полазник") && !last.html.contains(">17 Полазник"))
        #expect(try await town.vesna.opens(path + "?sort=-school").html.contains("aria-sort=\"descending\""))
        let whole = try await town.vesna.opens(path + "?all=yes")
        #expect(shown(whole) == 0 && whole.html.components(separatedBy: "<tr").count > 230 && whole.shows("0 Полазник"))
        #expect(try Table.read(try await town.vesna.opens(path + "/list.xlsx").bytes).rows.count >= 230)
    }

    @Test func `people are found by name, address and school, in either script, and the word of somebody unknown finds nothing`() async throws {
        let town = try await Town()
        let school = try await town.school(of: town.ana, town.branko)
        let seminar = try await town.seminar()
        _ = try await town.ana.applies(to: seminar, payer: .school, school: school)
        _ = try await town.milena.applies(to: seminar)
        try await town.vesna.opens("/staff/events/\(seminar)/add")
        try await town.vesna.sends("/staff/events/\(seminar)/add", ["given_name": "Неко", "family_name": "Други", "email": town.goran.email, "payer": "free"])
        func finds(_ words: String) async throws -> [String] {
            let page = try await town.vesna.opens("/staff/events/\(seminar)?q=\(words.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")")
            return ["Ђорђевић Ана", "Џелатовић Милена", town.goran.email].filter { page.html.contains("\($0)</") || page.html.contains("\($0) <") }
        }
        #expect(try await finds("djord") == ["Ђорђевић Ана"])
        #expect(try await finds("svitac ana") == ["Ђорђевић Ана"])
        #expect(try await finds("milena@bistrik.example") == ["Џелатовић Милена"])
        #expect(try await finds("Љубић") == [], "the centre does not know him yet")
        #expect(try await finds(town.goran.email) == [town.goran.email])
    }

    // MARK: One application

    @Test func `each act has a page that names the person, and a refusal keeps what was typed and says all that is wrong`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(seats: 1)
        let ana = try await town.ana.applies(to: seminar)
        let branko = try await town.branko.applies(to: seminar)
        let base = "/staff/registrations/\(ana.id)"
        #expect(try await town.vesna.opens(base + "/refuse").shows("Ана Ђорђевић"))
        let silent = try await town.vesna.sends(base + "/refuse")
        #expect(silent.status == 422 && silent.shows("Ана Ђорђевић") && silent.shows(town.say(T.registration.reasonMissing)))
        try await town.vesna.opens(base + "/move")
        let both = try await town.vesna.sends(base + "/move", ["reason": String(repeating: "а", count: 1_001)])
        #expect(both.status == 422 && both.shows(town.say(T.registration.moveChoose)) && both.shows(town.say(T.common.errorTooLong(most: 1_000))))
        #expect(both.html.contains("maxlength=\"1000\""))
        try await town.vesna.opens(base + "/refuse")
        let done = try await town.vesna.sends(base + "/refuse", ["reason": "Није за ову групу"])
        #expect(done.shows(town.say(T.registration.saidRefused(name: "Ана Ђорђевић"))))
        #expect(try await !town.vesna.opens(done.path).shows(town.say(T.registration.saidRefused(name: "Ана Ђорђевић"))), "said once")
        #expect(try await town.registration(branko.id).state == .offered)
        #expect(try await town.vesna.opens(base + "/refuse").status == 409, "what is over is not offered again")
        for verb in DeskVerb.allCases { #expect(try await town.goran.opens("\(base)/\(verb.rawValue)").status == 404, "\(verb)") }
    }

    @Test func `staff withdraw for somebody, who reads why, and the seat goes on`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(seats: 1)
        let ana = try await town.ana.applies(to: seminar)
        _ = try await town.branko.applies(to: seminar)
        try await town.vesna.opens("/staff/registrations/\(ana.id)/withdraw")
        #expect(try await town.vesna.sends("/withdraw").status == 422)
        #expect(try await town.states(seminar) == ["admitted", "waiting"])
        try await town.vesna.sends("/withdraw", ["reason": "Јавила је телефоном да не долази"])
        #expect(try await town.states(seminar) == ["offered", "withdrawn"])
        let letter = try #require(try await town.letter(to: town.ana.email))
        #expect(letter.text.contains("Јавила је телефоном") && letter.text.contains(town.say(T.registration.letterWithdrawnByStaff(title: .text("Дигитална учионица")))))
        #expect(try await town.journal("registration", ana.id.value).last == "registration.withdrawnByStaff")
    }

    @Test func `a seat that is taken back goes to who waits, and its bearer stands behind them`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(seats: 2)
        let ana = try await town.ana.applies(to: seminar)
        _ = try await town.branko.applies(to: seminar)
        func waits() async throws -> Page {
            try await town.vesna.opens("/staff/registrations/\(ana.id)/wait")
            return try await town.vesna.sends("/wait", ["reason": "Група је за наставнике физике"])
        }
        #expect(try await waits().status == 409, "nobody waits: it would be offered to her again")
        let milena = try await town.milena.applies(to: seminar)
        #expect(try await waits().status == 200)
        #expect(try await town.registration(milena.id).state == .offered)
        let taken = try await town.registration(ana.id)
        #expect(taken.state == .waiting)
        #expect(try await town.finds { try RegistrationStore.place(of: taken, in: $0) } == 1)
        #expect(try await town.letter(to: town.ana.email)?.text.contains("Група је за наставнике физике") == true)
    }

    @Test func `staff give a seat to another teacher of the school; who is known here but not to the centre is not given one unasked`() async throws {
        let town = try await Town()
        let school = try await town.school(of: town.ana, town.branko)
        let seminar = try await town.seminar(seats: 1)
        let ana = try await town.ana.applies(to: seminar, payer: .school, school: school)
        let waiting = try await town.milena.applies(to: seminar)
        func gives(_ values: KeyValuePairs<String, String>) async throws -> Page {
            try await town.vesna.opens("/staff/registrations/\(ana.id)/hand-over")
            return try await town.vesna.sends("/hand-over", values)
        }
        let empty = try await gives([:])
        #expect(empty.status == 422)
        for field in ["given_name", "family_name", "reason"] { #expect(empty.html.contains("id=\"field-\(field)-error\""), "\(field)") }
        let unasked = try await gives(["given_name": "Горан", "family_name": "Љубић", "email": town.goran.email, "reason": "Договор"])
        #expect(unasked.status == 422 && unasked.shows(town.say(T.registration.handOverDeskKnown)))
        // Branko has had to do with the centre, so that he may be proposed.
        _ = try await town.branko.applies(to: town.seminar("Друга"))
        let double = try await gives(["given_name": "Branko", "family_name": "Njegovan", "reason": "Договор"])
        #expect(double.status == 422 && double.html.contains("name=\"known\""), "he of the same school may be meant")
        let done = try await gives(["given_name": "Зора", "family_name": "Њежић", "job": "наставница физике", "phone": "064 111 222", "reason": "Школа шаље другу особу"])
        #expect(done.status == 200 && done.shows("Њежић Зора") && done.shows("наставница физике"))
        #expect(try await town.states(seminar) == ["admitted", "waiting", "withdrawn"])
        #expect(try await town.registration(waiting.id).state == .waiting, "it is the school's seat")
        #expect(try await town.letter(to: town.ana.email)?.text.contains("Школа шаље другу особу") == true)
        let zora = try #require(try await town.registrations(for: seminar).first { $0.state == .admitted })
        #expect(zora.payer == .school && zora.school == school)
    }

    @Test func `payer and school are changed with a reason and a letter; an address only until it is proved`() async throws {
        let town = try await Town()
        let school = try await town.school(of: town.ana)
        let seminar = try await town.seminar()
        let ana = try await town.ana.applies(to: seminar)
        func changes(_ id: Registration.ID, _ values: KeyValuePairs<String, String>) async throws -> Page {
            try await town.vesna.opens("/staff/registrations/\(id)/edit")
            return try await town.vesna.sends("/edit", values)
        }
        let noSchool = try await changes(ana.id, ["payer": "school", "schoolId": ""])
        #expect(noSchool.status == 422 && noSchool.shows(town.say(T.registration.schoolMissing)) && noSchool.shows(town.say(T.registration.reasonMissing)))
        let letters = try await town.letters(to: town.ana.email)
        let phone = try await changes(ana.id, ["phone": "064 333 444"])
        #expect(phone.status == 200 && phone.shows("064 333 444"))
        #expect(try await town.letters(to: town.ana.email) == letters, "neither money nor a school")
        #expect(try await changes(ana.id, ["payer": "school", "schoolId": "\(school)", "reason": "Рачун иде школи"]).status == 200)
        let changed = try await town.registration(ana.id)
        #expect(changed.payer == .school && changed.school == school)
        let letter = try #require(try await town.letter(to: town.ana.email)).text
        #expect(letter.contains("Рачун иде школи") && letter.contains("Свитац"))
        #expect(try await changes(ana.id, ["email": "druga@bistrik.example"]).status == 200)
        #expect(try await town.finds { try PersonStore.person(town.ana.id, in: $0) }.email == town.ana.email, "she has proved it, so it is hers to change")

        try await town.vesna.opens("/staff/events/\(seminar)/add")
        try await town.vesna.sends("/staff/events/\(seminar)/add", ["given_name": "Зора", "family_name": "Њежић", "email": "zorra@mail.example", "payer": "free"])
        let zora = try #require(try await town.registrations(for: seminar).last)
        #expect(try await changes(zora.id, ["email": town.branko.email]).status == 422, "it is somebody else's")
        #expect(try await changes(zora.id, ["email": "zora@mail.example"]).shows("zora@mail.example"))
    }

    // MARK: Several at once

    @Test func `several are acted on at once, and the answer says for whom it was not done and why`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(seats: 2)
        let ana = try await town.ana.applies(to: seminar)
        let branko = try await town.branko.applies(to: seminar)
        let milena = try await town.milena.applies(to: seminar)
        let ruta = try await town.ruta.applies(to: seminar)
        let path = "/staff/events/\(seminar)"
        func acts(_ deed: String, _ reason: String, on chosen: [Registration]) async throws -> Page {
            let form = try #require(try await town.vesna.opens(path).form("\(path)/chosen"))
            let fields = form.fields + chosen.map { (name: "chosen", value: "\($0.id)") }
            return try await town.vesna.browser.post(Page.Form(action: form.action, fields: fields), ["deed": deed, "reason": reason])
        }
        let nobody = try await acts("refuse", "", on: [])
        #expect(nobody.status == 422 && nobody.shows(town.say(T.registration.chooseSomebody(most: 50))) && nobody.shows(town.say(T.registration.reasonMissing)))
        let full = try await acts("admit", "", on: [milena, ana])
        #expect(full.shows(town.say(T.registration.saidChosen(count: 0))))
        #expect(full.shows("Милена Џелатовић") && full.shows(town.say(T.registration.noFreeSeat)) && full.shows("Ана Ђорђевић"))
        #expect(full.html.contains("value=\"\(milena.id)\" form=\"chosen\" checked"), "who was left stays chosen")

        let refused = try await acts("refuse", "Група је за физичаре", on: [ana, branko])
        #expect(refused.shows(town.say(T.registration.saidChosen(count: 2))))
        #expect(try await town.states(seminar) == ["offered", "offered", "refused", "refused"])
        #expect(try await town.letter(to: town.ana.email)?.text.contains("физичаре") == true)
        #expect(try await town.letter(to: town.branko.email)?.text.contains("fizičare") == true)

        let write = try await acts("write", "", on: [milena])
        #expect(write.form("/message")?.fields.contains { $0 == ("chosen", "\(milena.id)") } == true)
        #expect(write.form("/message")?.fields.contains { $0 == ("to", "chosen") } == true)
        let stranger = try await town.goran.browser.post(Page.Form(action: "/sr\(path)/chosen", fields: []), ["deed": "refuse", "chosen": "\(ruta.id)", "reason": "x"])
        #expect(stranger.status >= 400)
        #expect(try await town.registration(ruta.id).state == .offered)
    }

    @Test func `an application of another event is not touched`() async throws {
        let town = try await Town()
        let (first, second) = (try await town.seminar(), try await town.seminar("Друга"))
        let ana = try await town.ana.applies(to: second)
        let path = "/staff/events/\(first)"
        _ = try await town.branko.applies(to: first)
        let form = try #require(try await town.vesna.opens(path).form("\(path)/chosen"))
        _ = try await town.vesna.browser.post(form, ["deed": "refuse", "chosen": "\(ana.id)", "reason": "x"])
        #expect(try await town.registration(ana.id).state == .admitted)
    }
}
