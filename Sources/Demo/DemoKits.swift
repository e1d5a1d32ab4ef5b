import Accounts
import Catalogue
import Kernel
import Kits
import Languages
import Library
import Portfolio

/// Kits of the invented town that travel over its schools: one that came back and was spoken of, one that is out, a route that is to come, a shelf that is being counted.
enum DemoKits {
    static func fill(_ town: DemoTown, _ programmes: [Programme.ID], by actor: Actor, _ records: Records) async throws {
        let kits = Kits(town: town, actor: actor, records: records)
        let (suitcase, robots, projector) = try await kits.begin(programmes.first)
        try await kits.past(suitcase)
        try await kits.out(robots)
        try await kits.coming(suitcase, projector)
        try await kits.count()
        try await KitTermStore.tend(records)
    }
}

private struct Kits: Sendable {
    let town: DemoTown
    let actor: Actor
    let records: Records

    private var today: Day { town.zone.day(of: records.now) }
    private var ana: Actor { Actor(person: town.ana, name: "Ана Ђорђевић") }

    private func at(_ day: Day, _ hour: Int = 9) throws -> Records {
        guard let time = ClockTime(hour: hour, minute: 0) else { throw Problem.missing }
        return records.at(min(records.now, try town.zone.instant(day, time)))
    }

    /// Says of three titles of the resource centre how they travel.
    func begin(_ programme: Programme.ID?) async throws -> (LibraryTitle.ID, LibraryTitle.ID, LibraryTitle.ID) {
        let town = town
        return try await at(today.adding(days: -90)).write(by: actor) { act in
            let titles = try TitleStore.titles(of: [.kit, .device], at: town.centre, order: .azbuka, in: act)
            func travels(_ name: String, for programme: Programme.ID? = nil, _ rule: KitRule) throws -> LibraryTitle.ID {
                guard let title = titles.first(where: { $0.name == name }) else { throw Problem.missing }
                if let programme {
                    var draft = title.draft
                    draft.programme = programme
                    try TitleStore.edit(title.id, draft, at: town.centre, in: act)
                }
                try KitStore.set(rule, of: title.id, at: town.centre, in: act)
                return title.id
            }
            return (
                try travels(
                    "Лабораторија у коферу", for: programme,
                    KitRule(KitTimes(setUp: 1, transport: 0), mostDays: 10, note: "За рад је потребна учионица са шест столова.")),
                try travels("Роботи на столу", KitRule(KitTimes(setUp: 1, transport: 1), mostDays: 14)),
                try travels("Преносни пројектор", KitRule(KitTimes(setUp: 0, transport: 0), mostDays: 7, termDays: 0)))
        }
    }

    private func lines(_ title: LibraryTitle.ID, lacking: [String: Int] = [:], in act: Act) throws -> [KitCheck.Line] {
        try TitleStore.parts(of: title, in: act).map { KitCheck.Line($0.name, expected: $0.count, found: $0.count - (lacking[$0.name] ?? 0)) }
    }

    private func book(
        _ title: LibraryTitle.ID, _ stops: [(school: Int, first: Int, last: Int, person: Person.ID?)], purpose: String, before days: Int
    ) async throws -> KitBooking.ID {
        let (town, today) = (town, today)
        let draft = KitDraft(
            KitRoute(stops.map { KitStop(school: town.schools[$0.school], days: today.adding(days: $0.first)...today.adding(days: $0.last)) }, KitTimes()),
            receivers: stops.map(\.person), purpose: purpose)
        return try await at(today.adding(days: -days)).write(by: actor) { try KitBookingStore.book(draft, of: title, at: town.centre, in: $0) }
    }

    /// Four weeks ago it was at Ана's school and at another one; a mirror did not come back.
    func past(_ title: LibraryTitle.ID) async throws {
        let (town, today, kits) = (town, today, self)
        let id = try await book(
            title, [(0, -30, -27, town.ana), (1, -25, -22, town.teachers[1])], purpose: "Светлост, шести разред", before: 45)
        try await at(today.adding(days: -30)).write(by: actor) { try KitCheckStore.handOut(id, kits.lines(title, in: $0), note: "", at: town.centre, in: $0) }
        let stay = try await records.read(as: actor) { try KitBookingStore.booking(id, at: town.centre, in: $0).stays.first }
        guard let stay else { throw Problem.missing }
        try await at(today.adding(days: -26), 15).write(by: ana) { act in
            let details = KitNoteDetails(
                on: today.adding(days: -27), times: 3, pupils: 74, lesson: "физика, преламање светлости",
                words: "Шест места је таман за двадесет пет ученика. Добро би дошла још једна оптичка клупа.")
            let line = try KitNoteStore.lines(of: town.schools[0], on: details.day, in: act).first?.id
            try KitNoteStore.say(
                details, of: stay.id, in: id, at: town.centre,
                offer: KitOffer(line, title: "Час са комплетом „Лабораторија у коферу“: физика, преламање светлости"), in: act)
        }
        try await at(today.adding(days: -22), 14).write(by: actor) { act in
            try KitCheckStore.takeBack(id, kits.lines(title, lacking: ["огледало": 1], in: act), note: "За огледало ће јавити из школе.", at: town.centre, in: act)
        }
    }

    /// It is at a school now, and should have been back the day before yesterday.
    func out(_ title: LibraryTitle.ID) async throws {
        let (town, today, kits) = (town, today, self)
        let id = try await book(title, [(4, -10, -3, town.teachers[4])], purpose: "Недеља информатике", before: 20)
        try await at(today.adding(days: -11)).write(by: actor) { try KitCheckStore.handOut(id, kits.lines(title, in: $0), note: "", at: town.centre, in: $0) }
    }

    func coming(_ suitcase: LibraryTitle.ID, _ projector: LibraryTitle.ID) async throws {
        let town = town
        _ = try await book(
            suitcase, [(0, 6, 8, town.branko), (2, 9, 10, town.ruta), (4, 13, 15, town.teachers[10])], purpose: "Пут кроз три школе", before: 3)
        _ = try await book(projector, [(0, 2, 4, town.ana)], purpose: "Дан отворених врата", before: 2)
    }

    /// A shelf was counted in the spring, and is being counted again.
    func count() async throws {
        let (town, shelf) = (town, "комплети")
        let labels = try await records.read(as: actor) { try CopyStore.copies(onShelf: shelf, at: town.centre, in: $0).map(\.label) }
        try await at(today.adding(days: -60)).write(by: actor) { act in
            let take = try StockStore.begin(shelf: shelf, at: town.centre, in: act)
            for label in labels.dropLast() { try StockStore.scan(label, in: take, at: town.centre, in: act) }
            try StockStore.close(take, moves: false, at: town.centre, in: act)
        }
        try await at(today.adding(days: -1)).write(by: actor) { act in
            let take = try StockStore.begin(shelf: shelf, at: town.centre, in: act)
            for label in labels.prefix(2) + ["977145230500"] { try StockStore.scan(label, in: take, at: town.centre, in: act) }
        }
    }
}
