import Centres
import Certificates
import Circles
import Foundation
import Kernel
import Languages
import Site
import Storage
import Testing
import Town
import Web
@testable import Accounts
@testable import Registry

/// Deadlines, the end of a year, the archive, what is held about people.
@Suite struct KeepingStories {
    @Test func `whoever works on a paper is reminded before its day and after it, once each`() async throws {
        let town = try await Town(), id = try await town.paper("Одговорити школи", due: 10, worker: town.vesna.id), centre = town.centre
        func goesOn(_ days: Int) async throws -> Int {
            town.clock.passes(days: days)
            try await RegistryDueStore.remind(town.records)
            try await RegistryDueStore.remind(town.records)
            try await town.settles()
            return town.mail.to(town.vesna.email).count { $0.plain.contains("/staff/registry/\(id)") }
        }
        #expect(try await goesOn(6) == 0)
        #expect(try await goesOn(1) == 1, "three days before")
        #expect(try await goesOn(3) == 1, "its day has not passed")
        #expect(try await goesOn(1) == 2)
        #expect(try await goesOn(20) == 2, "no more letters")
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/staff").shows("Одговорити школи"), "it waits on the centre's page")
        #expect(try await town.vesna.opens("/staff/registry?state=late").shows("Одговорити школи"))
        try await town.vesna.opens("/staff/registry/\(id)")
        let early = try await town.vesna.sends("/settle", ["settled": "1.1.2020.", "outcome": "", "place": ""])
        #expect(early.status == 422 && early.shows(town.say(T.registry.errorSettledBefore)))
        #expect(try await town.vesna.sends("/settle", ["settled": town.today.iso, "outcome": "Послато", "place": "Р-1"]).shows(town.say(T.registry.saidSettled)))
        #expect(try await !town.vesna.opens("/staff").shows("Одговорити школи"))
        let today = town.today
        let twice = await #expect(throws: Problem.self) {
            try await town.vesna.does { try RegistryWriteStore.settle(id, on: today, outcome: "", place: "", at: centre, in: $0) }
        }
        #expect(twice == .conflict(T.registry.errorSettled))
        try await town.vesna.opens("/staff/registry/\(id)")
        #expect(try await town.vesna.sends("/reopen").form("/settle") != nil)
    }

    @Test func `papers of a case share its number`() async throws {
        let town = try await Town(), first = try await town.paper("Молба"), other = try await town.paper("Друго")
        let form = try await town.vesna.opens("/staff/registry/new?case=\(first)")
        #expect(form.shows(town.say(T.registry.newInCase(label: "1/2026"))))
        let answer = try await town.vesna.sends("/staff/registry/new?case=\(first)", ["direction": "sent", "subject": "Одговор", "other": "ОШ „Вук“"])
        #expect(answer.shows(town.say(T.registry.saidEntered(label: "1-1/2026"))) && answer.shows("Молба"), "the others stand below")
        #expect(try await town.numbers(2026) == [1, 2], "and no number was used")
        #expect(try await town.vesna.opens("/staff/registry/new?case=\(other)000").status == 404)
    }

    @Test func `a book closes when its year is over, and what stands there changes no more`() async throws {
        let town = try await Town(), centre = town.centre, id = try await town.paper("Из прошле године"), mark = try await town.mark("610")
        let book = try #require(try await town.value("SELECT id FROM registry_book", as: RegistryBook.ID.self))
        try await town.vesna.opens("/staff/registry/books/\(book)/close")
        let early = try await town.vesna.sends("/close")
        #expect(early.status == 409 && early.shows(town.say(T.registry.errorYearGoesOn)))
        town.clock.passes(days: 340)
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.registry.todayClose(year: "2026"))))
        let new = try await town.paper("Из нове")
        #expect(try await town.label(new) == "1/2027", "a new year begins with one")
        try await town.vesna.opens("/staff/registry/books/\(book)/close")
        #expect(try await town.vesna.sends("/close").shows(town.say(T.registry.saidClosed)))
        #expect(try await !town.vesna.opens("/staff").shows(town.say(T.registry.todayClose(year: "2026"))))
        let entry = try await town.vesna.does { try RegistryListStore.entry(id, at: centre, in: $0) }
        var draft = entry.draft
        draft.subject = "Нешто друго"
        let other = draft
        let written = await #expect(throws: Problem.self) { try await town.vesna.does { try RegistryWriteStore.edit(id, to: other, at: centre, in: $0) } }
        #expect(written == .conflict(T.registry.errorWritten))
        draft = entry.draft
        (draft.mark, draft.place) = (mark, "Кутија 3")
        try await town.vesna.does { [draft] in try RegistryWriteStore.edit(id, to: draft, at: centre, in: $0) }
        let today = town.today
        let late = await #expect(throws: Problem.self) {
            try await town.vesna.does { try RegistryStore.add(RegistryDraft(.inner, "Касни", on: today), toCaseOf: id, at: centre, in: $0) }
        }
        #expect(late == .conflict(T.registry.errorCaseClosed))
        let words = try Printed.words(of: try await town.vesna.opens("/staff/registry/books/\(book)/book.pdf").bytes)
        #expect(words.contains("1/2026") && words.contains("Из прошле године") && words.contains("Закључено са бројем 1"))
        #expect(try await town.vesna.opens("/staff/registry/books/\(book)/book.xlsx").bytes.starts(with: Array("PK".utf8)))
    }

    @Test func `a number is written in another style from the next one on`() async throws {
        let town = try await Town(), centre = town.centre, first = try await town.paper("Први"), mark = try await town.mark("610")
        try await town.vesna.opens("/staff/registry/books")
        #expect(try await town.vesna.sends("/staff/registry/books", ["style": "mark"]).shows(town.say(T.common.saved)))
        var draft = RegistryDraft(.inner, "Други", on: town.today)
        draft.mark = mark
        let second = try await town.vesna.does { [draft] in try RegistryStore.add(draft, at: centre, in: $0) }
        #expect(try await town.label(first) == "1/2026")
        #expect(try await town.label(second) == "610-2/2026")
        town.clock.passes(days: 340)
        let third = try await town.paper("Трећи")
        #expect(try await town.label(third) == "1/2027", "without a mark")
        #expect(try await town.value("SELECT style FROM registry_book WHERE year = 2027", as: RegistryStyle.self) == .mark, "the next year is written so too")
    }

    @Test func `marks have one code each, and a term from a day on`() async throws {
        let town = try await Town(), mark = try await town.mark("610", years: 5)
        try await town.vesna.opens("/staff/registry/marks/new")
        let twice = try await town.vesna.sends("/staff/registry/marks/new", ["code": "610", "name": "Опет", "years": "3", "since": town.today.iso])
        #expect(twice.status == 422 && twice.shows(town.say(T.registry.errorCodeTaken)))
        let bare = try await town.vesna.sends("/staff/registry/marks/new", ["code": "", "name": "", "years": "x", "since": ""])
        #expect(bare.status == 422 && bare.html.contains("#field-code") && bare.html.contains("#field-years") && bare.html.contains("#field-since"))
        try await town.vesna.opens("/staff/registry/marks/\(mark)")
        #expect(try await town.vesna.sends("/terms", ["years": "10", "since": town.today.adding(days: 30).iso, "article": "члан 4"]).shows("члан 4"))
        #expect(try await town.count("registry_term") == 2)
        try await town.vesna.opens("/staff/registry/marks/\(mark)")
        try await town.vesna.sends("/staff/registry/marks/\(mark)", ["ended": "yes"])
        var draft = RegistryDraft(.inner, "Одлука", on: town.today)
        draft.mark = mark
        let (marked, centre) = (draft, town.centre)
        let ended = await #expect(throws: Problem.self) { try await town.vesna.does { try RegistryStore.add(marked, at: centre, in: $0) } }
        #expect(ended == .invalid("mark", T.registry.errorMarkEnded))
    }

    @Test func `papers of every kind that rooms bring may get a mark by themselves`() async throws {
        let town = try await Town(), kinds = town.records.exchange.all(RegistryKind.self)
        #expect(Set(["invoice", "fee-contract", "travel-order", "circle_minutes"]).isSubset(of: kinds.map(\.kind)))
        for (place, kind) in kinds.enumerated() {
            try await town.vesna.opens("/staff/registry/marks/new")
            let sent = try await town.vesna.sends(
                "/staff/registry/marks/new", ["code": "9\(place)", "name": "Ознака", "years": "10", "since": town.today.iso, "papers": kind.kind])
            #expect(sent.status == 200 && sent.shows(town.say(kind.name)), "\(kind.kind)")
        }
        #expect(try await town.count("registry_mark WHERE papers <> ''") == kinds.count)
        try await town.vesna.opens("/staff/registry/marks/new")
        let strange = try await town.vesna.sends("/staff/registry/marks/new", ["code": "800", "name": "Ознака", "years": "10", "since": town.today.iso, "papers": "a b"])
        #expect(strange.status == 422)
    }

    @Test func `a year goes into the archive book, and out of the house only when its time is over`() async throws {
        let town = try await Town(), centre = town.centre, mark = try await town.mark("900", years: 2), id = try await town.paper("Преписка", mark: mark)
        try await town.vesna.opens("/staff/registry/\(id)")
        let pdf = Array("%PDF-1.4\n%%EOF\n".utf8)
        let added = try await town.vesna.browser.uploads("/files", field: "file", name: "dopis.pdf", bytes: pdf, ["title": "Скен дописа"])
        #expect(added.shows(town.say(T.registry.saidFile)) && added.shows("Скен дописа"))
        let file = try #require(try await town.value("SELECT file FROM registry_file", as: Int64.self))
        #expect(try await town.vesna.opens("/files/\(file)").status == 200)
        #expect(try await town.ana.opens("/files/\(file)").status == 404)
        try await town.vesna.does { [today = town.today] in try RegistryWriteStore.settle(id, on: today, outcome: "", place: "", at: centre, in: $0) }
        town.clock.passes(days: 340)
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/staff/registry/archive").shows(town.say(T.registry.lacking)))
        let early = try await town.vesna.sends("/staff/registry/archive", ["year": "2027", "mark": "\(mark)", "contents": "Преписка"])
        #expect(early.status == 422 && early.shows(town.say(T.registry.errorArchiveYear)))
        let written = try await town.vesna.sends("/staff/registry/archive", ["year": "2026", "mark": "\(mark)", "contents": "Преписка", "quantity": "1 регистратор"])
        #expect(written.shows(town.say(T.registry.saidArchived)) && !written.shows(town.say(T.registry.lacking)))
        let line = try #require(try await town.value("SELECT id FROM registry_archive", as: RegistryArchive.ID.self))
        #expect(try await town.count("registry_archive WHERE number = 1 AND papers = 1 AND years = 2") == 1)
        let open = await #expect(throws: Problem.self) { try await town.vesna.does { try RegistryWriteStore.reopen(id, at: centre, in: $0) } }
        #expect(open == .conflict(T.registry.errorArchived))
        try await town.branko.becomes(.director, at: centre)
        func disposes(_ someone: Someone) async -> Problem? {
            do {
                try await someone.does { [today = town.today] in try RegistryArchiveStore.dispose(line, on: today, approval: "12/2029", at: centre, in: $0) }
                return nil
            } catch let problem as Problem { return problem } catch { return .missing }
        }
        #expect(await disposes(town.branko) == .conflict(T.registry.errorKept))
        town.clock.passes(days: 730)
        #expect(await disposes(town.vesna) == .missing, "a director's act")
        #expect(await disposes(town.branko) == nil)
        #expect(await disposes(town.branko) == .conflict(T.registry.errorDisposed))
        #expect(try await town.count("registry_file") == 0)
        #expect(try await town.count("registry_entry") == 1, "files go, the line stays")
        try await town.vesna.enters(withFactor: true)
        let words = try Printed.words(of: try await town.vesna.opens("/staff/registry/archive/archive.pdf").bytes)
        #expect(words.contains("Преписка") && words.contains("12/2029"))
    }

    @Test func `what is held about somebody is told, and goes with them; the register stays`() async throws {
        let town = try await Town(), vesna = town.vesna.id, id = try await town.paper("Допис", due: 5, worker: town.vesna.id)
        let held = try await town.finds { try $0.ask(HeldAsked(person: vesna)).flatMap { $0.all["registry_entry"] ?? [] } }
        #expect(held.count == 1 && held.first?["label"] == "1/2026")
        let branko = town.branko.id
        let others = try await town.finds { try $0.ask(HeldAsked(person: branko)).flatMap { $0.all["registry_entry"] ?? [] } }
        #expect(others.isEmpty)
        try await town.does { try $0.state(PersonErased(person: vesna)) }
        #expect(try await town.count("registry_entry WHERE worker IS NULL AND entered_by IS NULL AND id = \(id)") == 1)
    }

    @Test func `remarks of long ago are forgotten, and found no more`() async throws {
        let town = try await Town(), centre = town.centre, id = try await town.paper("Допис", note: "назвати секретара")
        try await town.vesna.does { [today = town.today] in try RegistryWriteStore.settle(id, on: today, outcome: "готово", place: "", at: centre, in: $0) }
        #expect(try await town.vesna.opens("/staff/registry?q=sekretara").shows("Допис"))
        town.clock.passes(days: 365 * 3 - 5)
        try await town.does { try RegistryKeepingStore.forgetOld(in: $0) }
        #expect(try await town.count("registry_entry WHERE note <> ''") == 1)
        town.clock.passes(days: 10)
        try await town.does { try RegistryKeepingStore.forgetOld(in: $0) }
        #expect(try await town.count("registry_entry WHERE note = ''") == 1)
        try await town.vesna.enters(withFactor: true)
        #expect(try await !town.vesna.opens("/staff/registry?q=sekretara").shows("Допис"))
    }

    private static let old = """
        Broj;Datum;Predmet;Pošiljalac;Klasifikacioni znak;Razvedeno
        1/2019;15.1.2019.;Молба за семинар;ОШ „Вук“;610;20.1.2019.
        1-1/2019;18.1.2019.;Одговор;ОШ „Вук“;610;18.1.2019.
        7/2019;2.2.2019.;Понуда;Штампарија;;
        xx;2.2.2019.;Без броја;;;
        8/2019;2.2.2119.;Из будућности;;;

        """

    @Test func `an old register comes from a list, keeps its numbers and can be taken back`() async throws {
        let town = try await Town()
        _ = try await town.mark("610")
        let told = try await town.imports("registry", Self.old)
        #expect(told.last == "added 3, changed 0, unchanged 0, refused 2", "\(told)")
        #expect(try await town.numbers(2019) == [1, 7])
        #expect(try await town.value("SELECT last_number FROM registry_book WHERE year = 2019", as: Int.self) == 7)
        #expect(try await town.imports("registry", Self.old).last == "added 0, changed 0, unchanged 3, refused 2")
        #expect(try await town.count("registry_entry WHERE mark IS NOT NULL AND settled IS NOT NULL") == 2)
        let other = Self.old.replacing("Понуда", with: "Нешто друго")
        #expect(try await town.imports("registry", other).last == "added 0, changed 0, unchanged 2, refused 3", "nothing is written over")
        #expect(try await town.vesna.opens("/staff/registry?year=2019&q=ponuda").shows("7/2019"))
        let own = try await town.paper("Нови")
        #expect(try await town.label(own) == "1/2026", "this year goes its own way")
    }

    @Test func `signed minutes enter by themselves, once however often they are corrected`() async throws {
        let town = try await Town(), centre = town.centre, today = town.today, (ana, school) = (town.ana.id, try await town.workplace(of: town.ana))
        let five = try #require(ClockTime(hour: 8, minute: 0)), six = try #require(ClockTime(hour: 8, minute: 30))
        let (circle, meeting) = try await town.does { act in
            let circle = try CircleStore.found(CircleDetails(name: "Актив математичара"), at: centre, in: act)
            try CircleMemberStore.add(ana, from: school, since: today, to: circle, at: centre, in: act)
            try CircleMemberStore.setChair(ana, isDeputy: false, today...today.adding(days: 100), by: nil, of: circle, at: centre, in: act)
            return (circle, try CircleMeetingStore.plan(
                MeetingDetails(day: today, begins: five, ends: six, place: "Сала", agenda: ["План"]), of: circle, at: centre, in: act))
        }
        try await town.ana.does { act in
            try CircleMeetingStore.mark([ana], meeting, of: circle, at: centre, in: act)
            try CircleMinutesStore.write("Договорено.", over: 0, meeting, of: circle, at: centre, in: act)
        }
        #expect(try await town.count("registry_entry") == 0, "a draft is no paper")
        try await town.ana.does { try CircleMinutesStore.sign(1, meeting, of: circle, at: centre, in: $0) }
        #expect(try await town.vesna.opens("/staff/registry").shows("Записник: Актив математичара"))
        try await town.ana.does { act in
            try CircleMinutesStore.correct(meeting, of: circle, at: centre, in: act)
            try CircleMinutesStore.sign(1, meeting, of: circle, at: centre, in: act)
        }
        #expect(try await town.numbers(2026) == [1])
    }

    @Test func `a signed batch of certificates is one line with the numbers that it bears`() async throws {
        let town = try await Town(), scene = try await Certified(town, [town.ana, town.branko])
        let issued = try await scene.issues().map(\.label).sorted()
        #expect(try await town.numbers(2026) == [1])
        let number = try #require(try await town.value("SELECT paper_number FROM registry_entry", as: String.self))
        #expect(issued.first.map(number.contains) == true, "\(number) of \(issued)")
        #expect(try await town.vesna.opens("/staff/registry").shows("Приче које лече"))
    }
}
