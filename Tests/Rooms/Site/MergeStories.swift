@testable import Accounts
import Centres
import Events
import Forms
import Foundation
import Kernel
import Languages
import Registration
import Site
import Storage
import Testing
import Town

/// Two people who are one: what moves, what is decided before, and how they are parted again.
@Suite struct MergeStories {
    // MARK: Every column

    private static func schema() throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "docs/schema.sql"), encoding: .utf8)
    }

    /// Columns whose rows do not follow, and why.
    private static let staying: [String: String] = [
        "journal.person": "what was done is never written anew; cards and exports read the rows of both",
        "journal.subject": "the same", "journal.under": "the same",
        "attendance.person": "who did it", "booking.person": "who did it", "certificate.signed_by": "who did it", "certificate_batch.prepared_by": "who did it",
        "certificate_batch.signed_by": "who did it", "deputy.named_by": "who did it", "event_report.person": "who did it",
        "conclusion.person": "who did it", "portfolio_entry.decided_by": "who did it", "use_step.confirmed_by": "who did it",
        "proposal_text.written_by": "who did it", "proposal_comment.written_by": "who did it", "proposal_comment.answered_by": "who did it",
        "authorship.confirmed_by": "who did it",
        "circle_minutes.writer": "who did it", "circle_minutes.signed_by": "who did it", "circle_file.person": "who did it", "circle_post.reported_by": "who did it",
        "kit_check.person": "who did it", "stock_take.begun_by": "who did it", "stock_take.closed_by": "who did it", "stock_scan.person": "who did it",
        "group_count.person": "who did it", "import.person": "who did it",
        "plan_version.person": "who did it", "plan_decision.person": "who did it", "plan_reason.person": "who did it", "plan_run.person": "who did it",
        "forecast.person": "who did it",
        "ledger_entry.person": "who did it",
        "loan.person": "who did it", "desk_act.person": "who did it",
        "month_offer_version.person": "who did it",
        "import_draft.person": "sealed for its owner, for a day", "kept_form.person": "sealed for its owner, for half an hour",
        "import_row.subject": "an import takes back whom it brought, and nobody else",
        "sign_in_link.person": "only one way in stays: that of the one who stays", "second_factor.person": "the same", "recovery_code.person": "the same",
        "web_session.person": "the same",
        "person_merge.kept": "the merge itself", "person_merge.gone": "the merge itself", "letter.about": "what a letter is about is never written anew",
        "search_word.subject": "made anew", "merged_row.subject": "any row",
    ]

    /// A column that points to a person, by what the schema says or by how such columns are called.
    private static func pointers(in schema: String) -> Set<String> {
        var found: Set<String> = []
        for table in schema.matches(of: /CREATE TABLE (\w+) \(([\s\S]*?)\n\)(?: WITHOUT ROWID)?;/) {
            for line in table.2.split(separator: "\n") {
                guard let column = line.firstMatch(of: /^ +([a-z_]+) INTEGER/) else { continue }
                let name = String(column.1)
                let isPerson = line.contains("REFERENCES person (id)") || name.hasSuffix("_by")
                    || ["person", "colleague", "recipient", "subject", "under", "about"].contains(name)
                if isPerson { found.insert("\(table.1).\(name)") }
            }
        }
        return found
    }

    @Test func `every column that points to a person is merged, or it is said why not`() throws {
        let told = Set(Rooms.exchange.all(PersonColumn.self).map(\.place))
        let pointers = Self.pointers(in: try Self.schema())
        #expect(pointers.count > 30)
        #expect(pointers.subtracting(told).subtracting(Self.staying.keys) == [], "no room merges them")
        #expect(told.subtracting(pointers) == [], "there are no such columns")
        #expect(told.intersection(Self.staying.keys) == [])
        #expect(Set(Self.staying.keys).subtracting(pointers) == [], "these lines are not needed")

        let added = try Self.schema() + "\nCREATE TABLE seat_map (\n    id INTEGER PRIMARY KEY,\n    owner INTEGER REFERENCES person (id),\n    drawn_by INTEGER\n);\n"
        #expect(Self.pointers(in: added).subtracting(pointers) == ["seat_map.owner", "seat_map.drawn_by"])
    }

    /// The columns of whole numbers, by their tables.
    private static func numbers(in schema: String) -> Set<String> {
        var found: Set<String> = []
        for table in schema.matches(of: /CREATE TABLE (\w+) \(([\s\S]*?)\)(?: WITHOUT ROWID)?;\n/) {
            for column in table.2.matches(of: /(?:^|\n|,) +([a-z_]+) INTEGER/) { found.insert("\(table.1).\(column.1)") }
        }
        return found
    }

    @Test func `what tells the rows of such a column apart is a number, as the log of a merge keeps it`() throws {
        let numbers = Self.numbers(in: try Self.schema())
        #expect(numbers.count > 300)
        let keys = Set(Rooms.exchange.all(PersonColumn.self).map { "\($0.table).\($0.key)" })
        #expect(keys.subtracting(numbers) == [])

        let wrong = "CREATE TABLE seat_map (\n    code TEXT PRIMARY KEY,\n    owner INTEGER REFERENCES person (id)\n, drawn INTEGER);\n"
        #expect(Self.numbers(in: wrong) == ["seat_map.owner", "seat_map.drawn"])
    }

    // MARK: There and back

    /// The whole database, but for what only grows: the journal, letters, the answers of forms.
    private func snapshot(_ town: Town) async throws -> [String: [String]] {
        let tables = try Self.schema().matches(of: /CREATE TABLE (\w+)/).map { String($0.1) }
        let growing: Set = ["journal", "journal_detail", "letter", "act_token", "content_version", "migration", "web_session", "attempt"]
        return try await town.finds { act in
            var found: [String: [String]] = [:]
            for table in tables where !growing.contains(table) {
                found[table] = try act.db.rows(SQL(stringLiteral: "SELECT * FROM \(table)")).map { row in
                    zip(row.names, row.values).map { "\($0)=\($1)" }.joined(separator: " ")
                }.sorted()
            }
            found["journal"] = try act.db.rows("SELECT * FROM journal WHERE deed NOT IN ('accounts.merged', 'accounts.parted')").map { "\($0.values)" }.sorted()
            found["letter"] = try act.db.rows("SELECT id, person, name, address FROM letter").map { "\($0.values)" }.sorted()
            return found
        }
    }

    private func differences(_ one: [String: [String]], _ other: [String: [String]]) -> [String] {
        one.keys.sorted().flatMap { table in
            let (before, after) = (Set(one[table] ?? []), Set(other[table] ?? []))
            return before.subtracting(after).map { "\(table) lost \($0)" } + after.subtracting(before).map { "\(table) got \($0)" }
        }
    }

    /// A fixed walk, so that a failure can be repeated.
    private struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
    }

    /// Two people of one name with whatever people have, by chance.
    private func pair(_ town: Town, _ events: [Event.ID], _ schools: [School.ID], _ dice: inout Dice) async throws -> (Person.ID, Person.ID) {
        var people: [Person.ID] = []
        for (index, name) in [PersonName(given: "Čedomir", family: "Njegovan"), PersonName(given: "Чедомир", family: "Његован")].enumerated() {
            let email = dice.roll(3) == 0 ? nil : "c\(dice.state % 1_000_000_007)\(index)@bistrik.example"
            let isProved = email != nil && dice.roll(2) == 0
            let phone = dice.roll(2) == 0 ? "064 555 66\(index)" : "", occupation = dice.roll(2) == 0 ? "учитељ \(index)" : ""
            let password = dice.roll(2) == 0
            let id = try await town.does { act in
                let id = try PersonStore.add(
                    name, email: email, verified: isProved ? act.now : nil, phone: phone, language: .sr, occupation: occupation, in: act)
                if password { try act.db.run("UPDATE person SET password = 'x' WHERE id = \(id)") }
                return id
            }
            for event in events where dice.roll(2) == 0 {
                let (withdraws, school) = (dice.roll(2) == 0, dice.roll(2) == 0 ? schools[dice.roll(schools.count)] : nil)
                try await town.vesna.does { act in
                    let application = Application(school: school, payer: .free, channel: .desk)
                    let registration = try RegistrationStore.apply(id, for: event, application, in: act)
                    if withdraws { try RegistrationStore.refuse(registration.id, because: "зато", in: act) }
                }
            }
            let (works, holds, leads, knows) = (dice.roll(2) == 0, dice.roll(3) == 0, dice.roll(2) == 0, dice.roll(2) == 0)
            let (brings, rests, began) = (dice.roll(2) == 0, dice.roll(2) == 0, dice.roll(3) == 0)
            let (school, event) = (schools[dice.roll(schools.count)], events[dice.roll(events.count)])
            let (centre, day) = (town.centre, "2026-01-2\(1 + index)")
            try await town.does { act in
                if works { try EmploymentStore.add(id, at: school, job: "посао", in: act) }
                if holds { try PersonStore.grant(Grant(.trainer, centre: centre), to: id, in: act) }
                if leads { try act.db.run("INSERT INTO event_trainer (event, name, person) VALUES (\(event), \(name.full), \(id))") }
                if leads { try act.db.run("INSERT INTO event_letter (event, kind, recipient, at) VALUES (\(event), 'thanks_trainer', \(id), \(act.now))") }
                if knows {
                    try act.db.run("""
                        INSERT INTO former_name (person, given_name, family_name, name_key, until) VALUES (\(id), 'Чеда', 'Његован', 'ceda njegovan', \(act.now))
                        """)
                }
                if knows { try PersonStore.index(id, in: act) }
                if knows { try act.db.run("INSERT INTO recovery_code (person, hash) VALUES (\(id), \([1, 2, 3] as [UInt8]))") }
                // The same record and the same day: what both have stays behind with the one who goes.
                if brings {
                    try act.db.run("""
                        INSERT INTO brought_record (person, installation, site, name, made, brought, digest, standing)
                        VALUES (\(id), 'other', 'https://centar.example', 'Други центар', \(act.now), \(act.now), 'abc', 'unknown')
                        """)
                }
                if rests { try act.db.run("INSERT INTO paid_leave (person, day) VALUES (\(id), '2026-01-20'), (\(id), \(day))") }
                if began { try act.db.run("INSERT INTO career (person, works_since) VALUES (\(id), '2010-09-01')") }
            }
            people.append(id)
        }
        return (people[0], people[1])
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func `to merge two people and to part them again changes nothing`(_ seed: UInt64) async throws {
        let valley = try await Valley()
        let town = valley.town
        try await town.imports("schools", Valley.schools)
        try await town.vesna.becomes(.administrator)
        let schools = try await town.finds { try $0.db.rows("SELECT id FROM school ORDER BY id").map { try $0["id"] as School.ID } }
        var events: [Event.ID] = []
        for number in 0..<4 { events.append(try await town.seminar("Скуп \(number)", inDays: 36 + 7 * number)) }
        var dice = Dice(state: seed &* 7_919)
        var (merged, refused, moved) = (0, 0, 0)
        for round in 0..<12 {
            let (one, other) = try await pair(town, events, schools, &dice)
            let before = try await snapshot(town)
            let choice = MergeChoice(Typed(["address": "\(dice.roll(2) == 0 ? one : other)", "name": "\(dice.roll(2) == 0 ? one : other)"]))
            let centre = town.centre
            do {
                let plan = try await town.vesna.does { try MergeStore.merge(one, other, choice, at: centre, in: $0) }
                merged += 1
                #expect(plan.kept.verified != nil || plan.gone.verified == nil, "nobody's way in is given to somebody else")
                let (kept, gone) = (plan.kept.id, plan.gone.id)
                #expect(try await town.count("registration WHERE person = \(gone)") == 0)
                #expect(try await town.finds { try PersonStore.actor(gone, in: $0) } == nil)
                moved += try await town.count("merged_row")
                #expect(try await differences(before, snapshot(town)) != [])
                try await town.vesna.does { act in
                    let merge = try #require(try MergeStore.partable(from: kept, in: act).first)
                    try MergeStore.part(merge.id, of: kept, at: centre, in: act)
                }
            } catch let problem as Problem {
                refused += 1
                #expect(problem.kind == .conflict, "round \(round): \(problem)")
            }
            let left = differences(before, try await snapshot(town))
            #expect(left == [], "seed \(seed), round \(round): \(left.joined(separator: "\n"))")
        }
        #expect(merged >= 3 && merged + refused == 12 && moved >= 6, "\(merged) merged, \(refused) refused, \(moved) rows moved")
    }

    // MARK: As staff see it

    /// The one who was written down twice, in two scripts, with one telephone.
    private func twice(_ town: Town) async throws -> (latin: Person.ID, cyrillic: Person.ID, events: [Event.ID]) {
        let events = [try await town.seminar("Прва"), try await town.seminar("Друга", inDays: 50)]
        func writes(_ given: String, _ family: String, _ event: Event.ID) async throws -> Person.ID {
            try await town.vesna.does { act in
                let id = try PersonStore.add(PersonName(given: given, family: family), email: nil, verified: nil, phone: "064/555-66-77", language: .sr, in: act)
                _ = try RegistrationStore.apply(id, for: event, Application(payer: .free, channel: .desk), in: act)
                return id
            }
        }
        return (try await writes("Čedomir", "Njegovan", events[0]), try await writes("Чедомир", "Његован", events[1]), events)
    }

    @Test func `two who are one are listed, compared, made one and parted again`() async throws {
        let town = try await Town()
        let (latin, cyrillic, events) = try await twice(town)
        #expect(try await town.vesna.opens("/people").link(town.say(T.accounts.doublesTitle)) != nil)
        let list = try await town.vesna.opens("/people/doubles")
        #expect(list.shows("Njegovan Čedomir") && list.shows("Његован Чедомир"))
        let ask = try await town.vesna.opens("/people/\(latin)/merge/\(cyrillic)")
        #expect(ask.status == 200 && ask.shows(town.say(T.accounts.mergeName)))
        let said = try await town.vesna.sends("/people/\(latin)/merge/\(cyrillic)", ["name": "\(cyrillic)"])
        #expect(said.shows(town.say(T.accounts.mergedSaid(count: 30))))
        #expect(said.shows("Чедомир Његован") && said.shows("Прва") && said.shows("Друга"))
        #expect(try await town.finds { try RegistrationStore.all(of: latin, in: $0) }.map(\.event) == events.reversed())
        #expect(try await town.vesna.opens("/people/\(cyrillic)").path == "/sr/people/\(latin)", "the old address leads to the one card")
        #expect(try await !town.vesna.opens("/people/doubles").shows("Njegovan Čedomir"))
        #expect(try await town.journal("person", latin.value).contains("accounts.merged"))

        try await town.vesna.opens("/people/\(latin)")
        let merge = try #require(try await town.value("SELECT id FROM person_merge", as: Int64.self))
        let parted = try await town.vesna.sends("/people/\(latin)/merges/\(merge)/part")
        #expect(parted.shows(town.say(T.accounts.partedSaid)) && parted.shows("Čedomir Njegovan") && !parted.shows("Друга"))
        #expect(try await town.vesna.opens("/people/\(cyrillic)").shows("Друга"))
    }

    @Test func `after thirty days they are parted no more`() async throws {
        let town = try await Town()
        let (latin, cyrillic, _) = try await twice(town)
        let centre = town.centre
        try await town.vesna.does { _ = try MergeStore.merge(latin, cyrillic, MergeChoice(.nothing), at: centre, in: $0) }
        town.clock.passes(days: 31)
        try await town.does { try MergeStore.settle(in: $0) }
        #expect(try await town.count("merged_row") == 0)
        #expect(try await town.value("SELECT phone FROM person WHERE id = \(cyrillic)") == "")
        #expect(try await town.finds { try MergeStore.partable(from: latin, in: $0) }.isEmpty)
        let merge = try #require(try await town.value("SELECT id FROM person_merge", as: Merge.ID.self))
        await #expect(throws: Problem.missing) { try await town.vesna.does { try MergeStore.part(merge, of: latin, at: centre, in: $0) } }
    }

    @Test func `what only one can have is decided before, and nothing has moved until then`() async throws {
        let town = try await Town()
        let (latin, cyrillic, events) = try await twice(town)
        try await town.vesna.does { _ = try RegistrationStore.apply(latin, for: events[1], Application(payer: .free, channel: .desk), in: $0) }
        let ask = try await town.vesna.opens("/people/\(latin)/merge/\(cyrillic)")
        #expect(ask.shows(town.say(T.registration.mergeSeats(event: .title("Друга")))) && ask.form("/merge/\(cyrillic)") == nil)
        #expect(ask.link("Друга") == "/sr/staff/events/\(events[1])")
        let centre = town.centre
        let before = try await snapshot(town)
        await #expect(throws: Problem.conflict(T.accounts.mergeDecideFirst)) {
            try await town.vesna.does { _ = try MergeStore.merge(latin, cyrillic, MergeChoice(.nothing), at: centre, in: $0) }
        }
        #expect(try await differences(before, snapshot(town)) == [])
    }

    @Test func `an account with a role, or a second one with a proved address, is the administrator's to merge`() async throws {
        let town = try await Town()
        let (latin, _, events) = try await twice(town)
        try await town.branko.becomes(.trainer, at: town.centre)
        _ = try await town.ana.applies(to: events[1])
        let (centre, branko, ana) = (town.centre, town.branko.id, town.ana.id)
        let plan = try await town.vesna.does { try MergeStore.plan(branko, ana, MergeChoice(Typed(["address": "\(ana)"])), at: centre, in: $0) }
        #expect(plan.kept.id == ana && plan.conflicts.map(\.what) == [T.accounts.mergeBothEnter, T.accounts.mergeRole(name: .text("Бранко Његован"))])
        #expect(try await town.vesna.opens("/people/\(ana)/merge/\(branko)").shows(town.say(T.accounts.mergeBothEnter)))
        // Somebody the centre has nothing to do with is not there.
        #expect(try await town.vesna.opens("/people/\(latin)/merge/\(town.goran.id)").status == 404)
        // Whoever can sign in stays, whatever staff choose.
        let other = try await town.vesna.does { try MergeStore.plan(latin, ana, MergeChoice(Typed(["address": "\(latin)"])), at: centre, in: $0) }
        #expect(other.kept.id == ana && other.conflicts.isEmpty)

        try await town.vesna.becomes(.administrator)
        try await town.vesna.opens("/people/\(ana)/merge/\(branko)")
        try await town.vesna.sends("/people/\(ana)/merge/\(branko)", ["address": "\(ana)"])
        #expect(try await town.ana.grants == [Grant(.trainer, centre: centre)])
        #expect(try await town.letter(to: town.branko.email)?.text.contains(town.ana.email) == true, "whose way in is gone learns it")
        #expect(try await town.branko.opens("/me").path.contains("sign-in"))
    }

    @Test func `who became one is exported and erased as one`() async throws {
        let town = try await Town()
        let (latin, cyrillic, events) = try await twice(town)
        _ = try await town.ana.applies(to: events[0])
        let (centre, ana) = (town.centre, town.ana.id)
        try await town.vesna.does { act in
            try RegistrationStore.refuse(RegistrationStore.all(of: latin, in: act)[0].id, because: "двапут", in: act)
            _ = try MergeStore.merge(latin, cyrillic, MergeChoice(.nothing), at: centre, in: act)
            _ = try MergeStore.merge(ana, latin, MergeChoice(.nothing), at: centre, in: act)
        }
        let file = try await town.ana.opens("/me/account/data")
        #expect(file.html.contains("Njegovan") && file.html.contains("Његован"))
        try await town.does { try AccountStore.erase(ana, in: $0) }
        #expect(try await town.count("person WHERE id IN (\(ana), \(latin), \(cyrillic)) AND family_name <> ''") == 0)
        #expect(try await town.count("person WHERE phone LIKE '064/555%'") == 0)
        #expect(try await town.count("person_merge") == 0)
    }
}
