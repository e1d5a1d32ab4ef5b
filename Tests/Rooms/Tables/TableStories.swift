import Accounts
import Centres
import Delivery
import Events
import Foundation
import HTTPTypes
import Kernel
import Languages
import Library
import Loans
import Registration
import Sheets
import Site
import Storage
import Testing
import Town
import Web
@testable import Tables

/// A table is chosen, read, put together and taken out.
@Suite struct TableStories {
    @Test func `whatever may be asked is answered`() async throws {
        let town = try await Town(), event = try await town.seminar(seats: 30), centre = town.centre
        try await town.school("ОШ „Свитац“", applies: 3, to: event)
        try await town.finds { act in
            let centre = try CentreStore.centre(centre, in: act)
            for kind in TableKind.allCases {
                var query = TableQuery(kind)
                query.columns = kind.columns.map(\.key)
                _ = try TableReadStore.lines(query, at: centre, sorted: .azbuka, limit: 50, in: act)
                for column in kind.columns where column.isSorted {
                    _ = try TableReadStore.lines(query.ordered(by: column.key, descending: true), at: centre, sorted: .lithuanian, limit: 5, in: act)
                }
                for group in kind.columns.flatMap(\.groups) {
                    var sums = query
                    (sums.groups, sums.sums) = ([group], Array(kind.columns.filter(\.isSummed).map(\.key).prefix(TableQuery.sumsMost)))
                    let lines = try TableReadStore.sums(sums, at: centre, in: act).lines.map(\.groups)
                    #expect(Set(lines).count == lines.count, "\(kind), \(group): what nobody told is one line")
                    sums.isOutside = true
                    let outside = try TableReadStore.sums(sums, at: centre, in: act).lines.map(\.groups)
                    #expect(Set(outside) == Set(lines) && outside.count == lines.count, "\(kind), \(group): the same lines for outside")
                }
                for column in kind.columns {
                    let ask: TableFilter.Ask? = switch (column.filter, column.form) {
                    case (.days?, _): .days(from: Day(iso: "2026-01-01"), to: Day(iso: "2027-01-01"))
                    case (.numbers?, _): .numbers(from: 0, to: 9)
                    case (.words?, _): .words("учионица")
                    case (.values?, .choice(let choices)): .values(choices.map(\.value))
                    case (.values?, .truth): .values(["no", "yes"])
                    case (.values?, _): .values(["1", "2"])
                    default: nil
                    }
                    guard let ask else { continue }
                    query.filters = [TableFilter(column.key, ask)]
                    let count = try TableReadStore.count(query, at: centre, in: act)
                    var sums = query
                    (sums.groups, sums.isOutside) = (Array(kind.columns.flatMap(\.groups).prefix(1)), true)
                    #expect(try TableReadStore.sums(sums, at: centre, in: act).together.lines == count, "\(kind), \(column.key)")
                }
            }
        }
        for kind in TableKind.allCases {
            for path in [kind.path, "\(kind.path)/choose", "\(kind.path)?by=\(kind.columns.flatMap(\.groups).last?.written ?? "")"] {
                #expect(try await town.vesna.opens("/staff/\(path.dropFirst(7))").status == 200, "\(path)")
            }
        }
    }

    @Test func `lines are chosen by columns and conditions, in the order that is asked for`() async throws {
        let town = try await Town(), first = try await town.seminar("Дигитална учионица", seats: 30)
        let second = try await town.seminar("Приче које лече", seats: 30, inDays: 40)
        let school = try await town.workplace("ОШ „Бистрик“", of: town.ana, town.branko)
        _ = try await town.ana.applies(to: first, school: school)
        _ = try await town.ana.applies(to: second, school: school)
        _ = try await town.branko.applies(to: second)
        let page = try await town.vesna.opens("/staff/tables/registrations?c=person&c=event&c=school&c=state&o=day")
        #expect(page.status == 200 && page.shows("Ана Ђорђевић") && page.shows("Бранко Његован") && page.shows("Приче које лече"))
        #expect(page.shows(town.say(T.tables.lines(count: 3))))
        let narrow = try await town.vesna.opens("/staff/tables/registrations?c=person&c=event&is-event=price&is-school=\(school)&is-state=admitted")
        #expect(narrow.shows("Ана Ђорђевић") && !narrow.shows("Бранко Његован") && !narrow.shows("Дигитална учионица"), "words are found in either script")
        #expect(narrow.shows("ОШ „Бистрик“"), "what was asked for stands above it")
        let early = try await town.vesna.opens("/staff/tables/registrations?c=event&to-day=\(town.today.adding(days: 36).iso)")
        #expect(early.shows("Дигитална учионица") && !early.shows("Приче које лече"))
        // A form sends its empty fields; the address is written without them.
        let sent = try await town.vesna.browser.send(.get, "/sr/staff/tables/registrations?c=person&is-state=admitted&from-day=&by=&is-school=")
        #expect(sent.location == "/sr/staff/tables/registrations?c=person&is-state=admitted")
        for path in ["/staff/tables", "/staff/tables/registrations", "/staff/tables/registrations/choose", "/staff/tables/registrations/table.xlsx"] {
            #expect(try await town.ana.opens(path).status == 404, "\(path)")
        }
        #expect(try await town.vesna.opens("/staff/tables/secrets").status == 404)
    }

    @Test func `people and participations are counted apart`() async throws {
        let town = try await Town(), first = try await town.seminar(seats: 30), second = try await town.seminar("Приче", seats: 30, inDays: 40)
        let school = try await town.workplace("ОШ „Бистрик“", of: town.ana, town.branko)
        for event in [first, second] { _ = try await town.ana.applies(to: event, school: school) }
        _ = try await town.branko.applies(to: first, school: school)
        var query = TableQuery(.registrations)
        (query.groups, query.sums) = ([TableGroup("school")], ["seats"])
        let sums = try await town.sums(query)
        #expect(sums.lines.map { [$0.lines, $0.people ?? 0] + $0.sums } == [[3, 2, 3]])
        query.groups = [TableGroup("event"), TableGroup("day", by: .month)]
        let apart = try await town.sums(query)
        #expect(apart.lines.map(\.lines).reduce(0, +) == 3 && apart.lines.compactMap(\.people).reduce(0, +) == 3)
        #expect(apart.together.people == 2, "two different people")
        let page = try await town.vesna.opens("/staff/tables/registrations?by=event&sum=seats&o=-lines")
        #expect(page.shows(town.say(T.tables.people)) && page.shows(town.say(T.tables.peopleOnce)) && page.shows(town.say(T.tables.together)))
    }

    @Test func `sums are those of the lines, however they are put together`() async throws {
        let town = try await Town(), centre = town.centre
        let event = try await town.seminar(seats: 200), other = try await town.seminar("Приче", seats: 200, inDays: 70)
        try await town.school("ОШ „Свитац“", applies: 7, to: event)
        try await town.school("ОШ „Роса“", applies: 4, to: other, 100)
        try await town.does { act in
            try act.db.run("UPDATE registration SET people = 1 + id % 3, pupils = id % 5, state = CASE WHEN id % 4 = 0 THEN 'waiting' ELSE state END")
        }
        var query = TableQuery(.registrations)
        (query.columns, query.sums) = (["seats", "pupils", "school", "state", "event"], ["seats", "pupils"])
        let lines = try await town.finds { [query] act in
            var all: [TableLine] = []
            try TableReadStore.each(query, at: CentreStore.centre(centre, in: act), sorted: .azbuka, in: act) { all += $0 }
            return all
        }
        #expect(lines.count == 11)
        func sum(_ lines: [TableLine], _ place: Int) -> Int { lines.map { if case .number(let number) = $0.values[place] { number } else { 0 } }.reduce(0, +) }
        for group in TableKind.registrations.columns.flatMap(\.groups) {
            query.groups = [group]
            let sums = try await town.sums(query)
            #expect(sums.lines.map(\.lines).reduce(0, +) == lines.count && sums.together.lines == lines.count, "\(group)")
            #expect(sums.together.sums == [sum(lines, 0), sum(lines, 1)], "\(group)")
            for place in 0..<2 { #expect(sums.lines.map { $0.sums[place] }.reduce(0, +) == sum(lines, place), "\(group)") }
            guard let place = query.columns.firstIndex(of: group.column) else { continue }
            for one in sums.lines { #expect(one.lines == lines.count { $0.values[place] == one.groups[0] }, "\(group)") }
        }
    }

    @Test func `conditions that exclude each other say what to change`() async throws {
        let town = try await Town(), event = try await town.seminar(seats: 30)
        _ = try await town.ana.applies(to: event)
        let page = try await town.vesna.opens("/staff/tables/registrations?c=event&is-state=admitted&from-day=2030-01-01&to-day=2029-01-01")
        #expect(page.status == 200 && page.shows(town.say(T.tables.noneLeft)) && page.shows(town.say(T.tables.backwards)))
        let way = try #require(page.link(town.say(T.tables.withoutFilter(count: 1, column: .text(town.say(T.tables.eventDay))))))
        #expect(try await town.vesna.opens(way).shows("Дигитална учионица"))
        #expect(page.shows(town.say(T.tables.withoutFilter(count: 0, column: .text(town.say(T.tables.state))))))
        #expect(page.link(town.say(T.tables.takeXLSX)) == nil, "nothing is taken out of nothing")
        #expect(try await town.vesna.opens("/staff/tables/claims").shows(town.say(T.tables.none)))
    }

    @Test func `a look at names is written down once a day, a file each time`() async throws {
        let town = try await Town(), event = try await town.seminar(seats: 30), director = try await town.director()
        _ = try await town.ana.applies(to: event)
        func looks() async throws -> [String] { try await town.journal("table_kind", TableKind.registrations.number) }
        try await town.vesna.opens("/staff/tables/registrations?c=event&c=state")
        try await town.vesna.opens("/staff/tables/registrations?by=school")
        try await town.vesna.opens("/staff/tables/registrations/table.csv?by=school")
        #expect(try await looks() == [], "nobody is named")
        for _ in 0..<3 { try await town.vesna.opens("/staff/tables/registrations?c=person") }
        #expect(try await looks() == ["tables.deedLooked"])
        try await director.opens("/staff/tables/registrations?c=person")
        town.clock.passes(days: 1)
        try await town.vesna.enters(withFactor: true)
        try await town.vesna.opens("/staff/tables/registrations?c=person")
        #expect(try await looks().count == 3)
        for _ in 0..<2 { try await town.vesna.opens("/staff/tables/registrations/table.xlsx?c=person") }
        #expect(try await looks().suffix(2) == ["tables.deedTakenOut", "tables.deedTakenOut"])
        try await director.enters(withFactor: true)
        let page = try await director.opens("/staff/own-tables/looks")
        #expect(page.status == 200 && page.shows("Весна Ћирић") && page.shows(town.say(T.tables.deedTakenOut)))
        #expect(try await town.vesna.opens("/staff/own-tables/looks").status == 404, "the director answers for it")
    }

    @Test func `a file has the lines of the page, and nothing in it runs`() async throws {
        let town = try await Town(), event = try await town.seminar("=HYPERLINK(\"http://zlo\")", seats: 300)
        try await town.school("ОШ „Свитац“", applies: 120, to: event)
        let path = "/staff/tables/registrations/table"
        let sheet = try Table.read(try await town.vesna.opens("\(path).xlsx?c=person&c=event&c=day&c=seats&o=person").bytes)
        #expect(sheet.header == [T.tables.person, T.tables.event, T.tables.eventDay, T.tables.seatsTaken].map { town.say($0) })
        #expect(sheet.rows.count == 120 && sheet.rows[0].cells[1] == .text("=HYPERLINK(\"http://zlo\")") && sheet.rows[0].cells[3] == .number(1))
        #expect(sheet.rows[0].cells[2].text.hasPrefix(town.today.adding(days: 35).iso))
        let text = try await town.vesna.opens("\(path).csv?c=person&c=event&c=day&c=seats&o=person")
        #expect(text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) && !text.html.contains(";=HYPERLINK") && !text.html.contains(";\"=HYPERLINK"))
        let lines = try Table.read(text.bytes)
        #expect(lines.rows.map { $0.cells[0].text } == sheet.rows.map { $0.cells[0].text }, "the same lines in the same order")
        let grouped = try Table.read(try await town.vesna.opens("\(path).xlsx?by=school&sum=seats").bytes)
        #expect(grouped.rows.map { $0.cells.map(\.text) } == [["ОШ „Свитац“", "120", "120", "120"], [town.say(T.tables.together), "120", "120", "120"]])
    }

    @Test func `small numbers do not leave the house`() async throws {
        let town = try await Town(), event = try await town.seminar(seats: 300)
        try await town.school("ОШ „Свитац“", applies: 20, to: event)
        try await town.school("ОШ „Роса“", applies: 3, to: event, 100)
        try await town.school("ОШ „Ливада“", applies: 8, to: event, 200)
        let inside = try await town.vesna.opens("/staff/tables/registrations?by=school")
        #expect(!inside.shows(town.say(T.tables.hidden)))
        let path = "/staff/tables/registrations?by=school&out=yes", outside = try await town.vesna.opens(path)
        #expect(outside.shows(town.say(T.tables.hidden)) && outside.shows(town.say(T.tables.outsideNotice)))
        let sheet = try Table.read(try await town.vesna.opens("/staff/tables/registrations/table.xlsx?by=school&out=yes").bytes)
        let told = Dictionary(uniqueKeysWithValues: sheet.rows.map { ($0.cells[0].text, $0.cells[1].text) }), hidden = town.say(T.tables.hidden)
        let all = town.say(T.tables.together)
        #expect(told == ["ОШ „Свитац“": "20", "ОШ „Роса“": hidden, "ОШ „Ливада“": hidden, all: "31"], "neither alone, nor by what is left of the sum")
        #expect(try await town.journal("table_kind", TableKind.registrations.number) == ["tables.deedOutside"])
        // One of twenty waits: with the condition nineteen, without it twenty.
        try await town.does { try $0.db.run("UPDATE registration SET state = 'waiting' WHERE id = (SELECT min(id) FROM registration)") }
        let less = try Table.read(try await town.vesna.opens("/staff/tables/registrations/table.xlsx?by=school&is-state=admitted&out=yes").bytes)
        #expect(less.rows.count == 4 && less.rows.allSatisfy { $0.cells[1].text == hidden }, "one person differs: \(less.rows.map(\.cells))")
    }

    /// The lines of a table for outside by their first cell, with what stands in the second.
    private static func taken(_ town: Town, _ query: String, _ kind: TableKind = .registrations) async throws -> [String: String] {
        let sheet = try Table.read(try await town.vesna.opens("\(kind.path)/table.xlsx?\(query)&out=yes").bytes)
        return Dictionary(uniqueKeysWithValues: sheet.rows.map { ($0.cells[0].text, $0.cells[1].text) })
    }

    @Test func `what one table hides no other tells`() async throws {
        let town = try await Town(), event = try await town.seminar(seats: 300), hidden = town.say(T.tables.hidden), all = town.say(T.tables.together)
        let first = try await town.school("ОШ „А“", applies: 1, to: event), second = try await town.school("ОШ „Б“", applies: 6, to: event, 100)
        let third = try await town.school("ОШ „В“", applies: 20, to: event, 200)
        try await town.school("ОШ „Г“", applies: 30, to: event, 300)
        #expect(try await Self.taken(town, "by=school") == ["ОШ „А“": hidden, "ОШ „Б“": hidden, "ОШ „В“": "20", "ОШ „Г“": "30", all: "57"])
        #expect(try await Self.taken(town, "by=school&is-school=\(second)") == ["ОШ „Б“": hidden, all: hidden])
        #expect(try await Self.taken(town, "by=state&is-school=\(second)").values.allSatisfy { $0 == hidden })
        // Two of them in a place of their own: its line in another table would tell the one.
        try await town.does { act in
            let place = try MunicipalityStore.add(MunicipalityDraft(name: "Река"), key: MunicipalityKey(country: .serbia, number: "902"), in: act)
            try act.db.run("UPDATE school SET municipality = \(place) WHERE id IN \(list: [second, third])")
        }
        #expect(try await Self.taken(town, "by=schoolPlace") == ["Бистрик": "31", "Река": "26", all: "57"])
        #expect(try await Self.taken(town, "by=school") == ["ОШ „А“": hidden, "ОШ „Б“": "6", "ОШ „В“": "20", "ОШ „Г“": hidden, all: "57"])
        #expect(try await Self.taken(town, "by=school&is-school=\(first)").values.allSatisfy { $0 == hidden })
    }

    @Test func `a condition that leaves everybody does not tell whom it was about`() async throws {
        let town = try await Town(), event = try await town.seminar(seats: 300), other = try await town.seminar("Приче", seats: 300, inDays: 40)
        try await town.school("ОШ „Свитац“", applies: 20, to: event)
        try await town.does { act in
            try act.db.run("""
                INSERT INTO registration (event, person, school, state, applied, queued, decided, payer, channel)
                SELECT \(other), person, school, state, applied, queued, decided, payer, channel FROM registration
                """)
            try act.db.run("UPDATE registration SET state = 'refused' WHERE id = (SELECT min(id) FROM registration)")
        }
        let hidden = town.say(T.tables.hidden), all = town.say(T.tables.together)
        #expect(try await Self.taken(town, "by=school") == ["ОШ „Свитац“": "40", all: "40"])
        #expect(try await Self.taken(town, "by=school&is-state=admitted") == ["ОШ „Свитац“": hidden, all: hidden], "twenty people either way, and one refusal")
    }

    @Test func `behind an event stand all who are counted at it`() async throws {
        let town = try await Town(), event = try await town.seminar(seats: 300)
        let earlier = try await town.seminar("Приче", seats: 300, inDays: 40), waited = try await town.seminar("Игра", seats: 300, inDays: 41)
        try await town.school("ОШ „Свитац“", applies: 20, to: event)
        try await town.school("ОШ „Роса“", applies: 3, to: waited, 100)
        try await town.does { act in
            try act.db.run("UPDATE event SET state = 'closed', earlier = \(true), participants = 3 WHERE id = \(earlier)")
            try act.db.run("UPDATE event SET state = 'confirmed' WHERE id = \(waited)")
            try act.db.run("UPDATE registration SET state = 'waiting' WHERE event = \(waited)")
        }
        var query = TableQuery(.events)
        (query.groups, query.isOutside) = ([TableGroup("state")], true)
        let sums = try await town.sums(query)
        #expect(sums.hidden == [[.text("closed")], [.text("confirmed")]] && !sums.hidesAll, "three of an earlier year, and three who wait")
        (query.groups, query.sums) = ([TableGroup("form")], ["waiting"])
        let few = try await town.sums(query)
        #expect(few.lines.map { few.isHidden($0) } == [true] && few.hidesAll, "twenty-six people, and three who wait")
    }

    @Test func `many loans of one, or of nobody who is known, are one`() async throws {
        let town = try await Town(), centre = town.centre, today = town.today, ana = town.ana.id
        let (copy, card) = try await town.does { act in
            let title = try TitleStore.add(TitleDraft("Прича о разломцима", .book), at: centre, in: act)
            let copies = try CopyStore.takeIn([CopyDraft(acquired: today)], of: title, at: centre, in: act)
            return (copies[0], try BorrowerStore.own(makingFor: ana, at: centre, in: act))
        }
        _ = try await town.vesna.does { try LendStore.lend(copy, to: card, at: centre, in: $0) }
        try await town.does { act in
            for _ in 0..<6 {
                try act.db.run("""
                    INSERT INTO loan (centre, copy, borrower, borrower_kind, state, held_from, held_until, due, out_at, back_at, made)
                    SELECT centre, copy, borrower, borrower_kind, 'back', held_from, held_until, due, out_at, out_at, made FROM loan WHERE state = 'out'
                    """)
            }
        }
        var query = TableQuery(.loans)
        (query.groups, query.isOutside) = ([TableGroup("titleKind")], true)
        let one = try await town.sums(query)
        #expect(one.lines.map(\.lines) == [7] && one.lines.allSatisfy { one.isHidden($0) } && one.hidesAll)
        try await town.does { try $0.db.run("UPDATE loan SET borrower = NULL WHERE state = 'back'") }
        let nobody = try await town.sums(query)
        #expect(nobody.lines.allSatisfy { nobody.isHidden($0) } && nobody.hidesAll)
    }

    @Test func `who did not come has attended nothing`() async throws {
        let town = try await Town(), zone = town.zone, centre = town.centre, event = try await town.seminar(seats: 30)
        let marks: [(Registration.ID, Mark)] = [
            (try await town.ana.applies(to: event).id, .present), (try await town.branko.applies(to: event).id, .absent),
        ]
        try await town.vesna.does { try EventStore.confirm(event, in: $0) }
        town.clock.passes(days: 36)
        try await town.vesna.enters(withFactor: true)
        try await town.vesna.does { act in
            for session in try EventStore.event(event, in: act).sessions(in: zone) {
                _ = try AttendanceStore.mark(marks.map { id, mark in
                    Attendance(registration: id, session: session.id, mark: mark, missed: 0, source: .door, at: session.start.adding(minutes: 5))
                }, of: event, in: act)
            }
            try EventStore.markHeld(event, in: act)
        }
        var query = TableQuery(.people)
        query.columns = ["person", "attended", "lastDay"]
        let lines = try await town.finds { [query] act in
            try TableReadStore.lines(query, at: CentreStore.centre(centre, in: act), sorted: .azbuka, limit: 50, in: act)
        }
        let (ana, branko) = (lines.first { $0.id == town.ana.id.value }, lines.first { $0.id == town.branko.id.value })
        #expect(ana?.values[1] == .number(1) && ana?.values[2] != TableValue.none)
        #expect(branko?.values[1] == .number(0) && branko?.values[2] == TableValue.none)
    }

    @Test func `each centre has its own lines, and each job its own tables`() async throws {
        let town = try await Town(), event = try await town.seminar(seats: 30), zone = town.zone
        _ = try await town.ana.applies(to: event)
        let other = try await town.does { act in
            try CentreStore.found(
                name: "Центар Друго Место", country: .serbia, zone: zone, language: .sr, currency: .rsd, street: "", phone: "",
                email: "drugi@example.org", in: act)
        }
        try await town.goran.becomes(.coordinator, at: other)
        for kind in TableKind.allCases {
            let query = TableQuery(kind), centre = town.centre
            let own = try await town.goran.does { act in try TableReadStore.count(query, at: CentreStore.centre(other, in: act), in: act) }
            #expect(own == (kind == .people ? 1 : 0), "\(kind): of another centre there is nothing, and of people who hold a role there")
            let strange = await #expect(throws: Problem.self) {
                try await town.goran.does { act in _ = try TableReadStore.count(query, at: CentreStore.centre(centre, in: act), in: act) }
            }
            #expect(strange == .missing, "\(kind)")
        }
        try await town.branko.becomes(.librarian, at: town.centre)
        try await town.branko.enters(withFactor: true)
        let list = try await town.branko.opens("/staff/tables")
        #expect(list.status == 200 && list.html.contains("/staff/tables/loans") && !list.html.contains("/staff/tables/registrations"))
        #expect(try await town.branko.opens("/staff/tables/loans").status == 200)
        for kind in TableKind.allCases where kind != .loans {
            for path in [kind.path, "\(kind.path)/choose", "\(kind.path)/table.csv"] { #expect(try await town.branko.opens(path).status == 404, "\(path)") }
        }
    }
}
