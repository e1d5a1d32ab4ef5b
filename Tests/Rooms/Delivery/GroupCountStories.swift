import Accounts
import Centres
import Delivery
import Events
import Kernel
import Languages
import Registration
import Sheets
import Storage
import Testing
import Town

/// Groups of schools are counted after the day: numbers, not names.
@Suite struct GroupCountStories {
    private func workshop(_ town: Town) async throws -> (event: Event.ID, ana: Registration, branko: Registration) {
        let place = try await town.municipality("Бистрик", 45.77, 19.11)
        let school = try await town.does { try SchoolStore.open(SchoolDetails(name: "ОШ „Свитац“", kind: .primary, municipality: place), in: $0) }
        let event = try await town.occasion("Workshop for pupils", "Мали физичари", seats: 60, inDays: 5)
        func applies(_ someone: Someone, _ pupils: Int) async throws -> Registration {
            let id = someone.id, group = PupilGroup(grade: "6-2", pupils: pupils, companions: 2)
            return try await someone.does { try RegistrationStore.apply(id, for: event, Application(school: school, payer: .free, group: group), in: $0) }
        }
        return (event, try await applies(town.ana, 24), try await applies(town.branko, 18))
    }

    @Test func `staff write down how many of each group came, and the report counts them`() async throws {
        let town = try await Town()
        let (event, ana, branko) = try await workshop(town)
        let path = "/staff/events/\(event)/groups"
        let early = try await town.vesna.opens(path)
        #expect(early.shows(town.say(T.delivery.groupsNotYet)) && !early.html.contains("pupils-\(ana.id)"))
        await #expect(throws: Problem.conflict(T.delivery.groupsNotYet)) {
            try await town.vesna.does { try GroupCountStore.write([ana.id: GroupCount(pupils: 20, companions: 2)], of: event, in: $0) }
        }

        town.clock.passes(days: 5, hours: 4)
        try await town.vesna.enters(withFactor: true)
        try await town.vesna.does { try EventStore.markHeld(event, in: $0) }
        try await town.vesna.does { try ReportStore.write(ReportText(course: "Лепо.", remark: ""), of: event, in: $0) }
        #expect(try await town.vesna.opens("/staff/events/\(event)/close").shows(town.say(T.delivery.gapVisitors)))
        #expect(try await town.vesna.opens("/staff/events/\(event)").link(town.say(T.registration.toGroups)) == "/sr\(path)")
        let form = try await town.vesna.opens(path)
        #expect(form.shows("6-2") && form.shows("ОШ „Свитац“"))
        let wrong = try await town.vesna.sends(path, ["pupils-\(ana.id)": "двадесет", "companions-\(ana.id)": "2", "pupils-\(branko.id)": "17"])
        #expect(wrong.status == 422)
        #expect(try await town.count("group_count") == 0)
        try await town.vesna.sends(path, [
            "pupils-\(ana.id)": "22", "companions-\(ana.id)": "2", "pupils-\(branko.id)": "0", "companions-\(branko.id)": "0",
        ])
        let report = try await town.vesna.does { try ReportStore.report(of: event, in: $0) }
        #expect(report.attended == 24 && report.groups.pupils == 22 && report.groups.uncounted == 0 && report.seated == 46)
        let page = try await town.vesna.opens("/staff/events/\(event)/report")
        #expect(page.shows(town.say(T.delivery.groups)) && page.shows("22") && !page.html.contains("name=\"visitors\""))
        let sheets = try await town.vesna.opens("/staff/events/\(event)/report.xlsx")
        #expect(sheets.status == 200)
        #expect(try await town.vesna.opens("/staff/events/\(event)/report.pdf").bytes.starts(with: Array("%PDF".utf8)))
        #expect(try await !town.vesna.opens("/staff/events/\(event)/close").shows(town.say(T.delivery.gapVisitors)))
        #expect(try await town.journal("registration", ana.id.value).last == "delivery.groupCounted")

        // Written once more, it is corrected; emptied, it is not counted.
        try await town.vesna.does { try GroupCountStore.write([ana.id: GroupCount(pupils: 21, companions: 1)], of: event, in: $0) }
        let again = try await town.vesna.does { try ReportStore.report(of: event, in: $0) }
        #expect(again.attended == 22 && again.groups.uncounted == 1)
        #expect(try await town.goran.opens(path).status == 404)
        let seminar = try await town.seminar()
        #expect(try await town.vesna.opens("/staff/events/\(seminar)/groups").status == 404)
        let foreign = try await town.milena.applies(to: seminar)
        await #expect(throws: Problem.missing) {
            try await town.vesna.does { try GroupCountStore.write([foreign.id: GroupCount(pupils: 1, companions: 1)], of: event, in: $0) }
        }
    }

    @Test func `a year of groups is told by school and form, on a page and in a table, with what was counted`() async throws {
        let town = try await Town()
        let (event, ana, _) = try await workshop(town)
        let club = try await town.occasion("Science club session", "Небо", seats: 40, inDays: 9)
        let milena = town.milena.id
        try await town.milena.does { act in
            _ = try RegistrationStore.apply(milena, for: club, Application(payer: .free, group: PupilGroup(grade: "7-1", pupils: 20, companions: 1)), in: act)
        }
        // A group that only waits is not counted, and no seminar is.
        let goran = town.goran.id
        try await town.goran.does { act in
            _ = try RegistrationStore.apply(goran, for: club, Application(payer: .free, group: PupilGroup(grade: "8-1", pupils: 30, companions: 1)), in: act)
        }
        _ = try await town.ana.applies(to: town.seminar())
        town.clock.passes(days: 5, hours: 4)
        try await town.vesna.enters(withFactor: true)
        try await town.vesna.does { act in
            try EventStore.markHeld(event, in: act)
            try GroupCountStore.write([ana.id: GroupCount(pupils: 22, companions: 2)], of: event, in: act)
        }
        let page = try await town.vesna.opens("/staff/groups")
        #expect(page.shows("ОШ „Свитац“") && page.shows(town.say(T.registration.noSchool)) && page.shows("62"))
        #expect(page.shows(town.say(T.delivery.groupFigureCameOf(counted: 1, groups: 3))))
        #expect(try await town.vesna.opens("/staff/events").link(town.say(T.delivery.groupFigures)) == "/sr/staff/groups")
        let table = try Table.read(try await town.vesna.opens("/staff/groups.xlsx").bytes)
        let numbers = table.rows.map { row in row.cells.compactMap { cell -> Int? in if case .number(let number) = cell { Int("\(number)") } else { nil } } }
        #expect(Set(numbers.filter { !$0.isEmpty }) == [[1, 2, 42, 4, 1, 22, 2], [1, 1, 20, 1, 0, 0, 0]])
        let year = SchoolYear(containing: town.zone.day(of: town.clock.now))
        #expect(try await town.vesna.opens("/staff/groups?year=\(year.start - 1)").shows(town.say(T.delivery.groupFiguresNone)))
        #expect(try await town.vesna.opens("/staff/groups?year=99999").status == 200)
        #expect(try await town.ana.opens("/staff/groups").status == 404)
    }
}
