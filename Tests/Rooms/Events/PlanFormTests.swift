import Catalogue
import Centres
import Events
import Forms
import Kernel
import Languages
import Testing
import Town

/// The form of a plan, read as a table: what is typed, and at which field the fault stands.
@Suite struct PlanFormTests {
    private static let zone = Zone("Europe/Belgrade")!
    private static let limits = ProgrammeLimits(hours: 8, seatsMax: 30, days: Day(iso: "2025-09-01")!...Day(iso: "2028-08-31")!)

    private static func offer(_ limits: ProgrammeLimits? = nil) -> EventPlanForm.Offer {
        EventPlanForm.Offer(programme: nil, halls: [ID(7)], towns: [ID(3)], rules: SeatRules(), zone: zone)
    }

    private static func typed(_ values: KeyValuePairs<String, String>) -> Typed {
        let good: KeyValuePairs = [
            "title": "Назив", "language": "sr", "seats": "30", "seatsMin": "20", "currency": "RSD", "payers": "self",
            "day1": "25.2.2026.", "begins1": "9", "ends1": "15",
        ]
        let kept = good.filter { pair in !values.contains { $0.key == pair.key } }
        return Typed((kept + Array(values)).map { (name: $0.key, value: $0.value) })
    }

    private static func faults(_ values: KeyValuePairs<String, String>, today: Day? = nil) -> [String] {
        do {
            _ = try EventPlanForm(typed(values), own: .sr).plan(offer(), today: today)
            return []
        } catch let problem as Problem { return problem.faults.compactMap(\.field).sorted() } catch { return ["?"] }
    }

    @Test func `a good form has no fault`() { #expect(Self.faults([:]) == []) }

    @Test(arguments: [
        (["title": ""], ["title"]), (["title": "", "summary": "само реченица"], ["title"]), (["description-lt": "be pavadinimo"], ["title-lt"]),
        (["day1": "31.2.2026."], ["day1"]), (["day1": "25.2."], ["day1"]), (["day1": ""], ["day1"]), (["begins1": "25:00"], ["begins1"]), (["ends1": ""], ["ends1"]),
        (["begins1": "9", "ends1": "8"], ["ends1"]), (["begins1": "9", "ends1": "9"], ["ends1"]),
        (["day1": "", "begins1": "", "ends1": ""], ["day1"]),
        (["day1": "29.3.2026.", "begins1": "2:30"], ["begins1"]), (["day1": "29.3.2026.", "begins1": "1", "ends1": "2.30"], ["ends1"]),
        (["day2": "25.2.2026.", "begins2": "14", "ends2": "16"], ["begins2"]),
        (["day3": "26.2.2026.", "begins3": "9", "ends3": "8"], ["ends2"]),
        (["deadline": "26.2.2026."], ["deadline"]), (["deadline": "30.2.2026."], ["deadline"]),
        (["seats": "0"], ["seats"]), (["seats": "много"], ["seats"]), (["seats": "10", "seatsMin": "11"], ["seatsMin"]), (["seatsMin": "-1"], ["seatsMin"]),
        (["fee": "3,5,00"], ["fee"]), (["fee": "-5"], ["fee"]), (["currency": "USD"], ["currency"]), (["payers": "пас"], ["payers"]),
        (["points": "осам"], ["points"]), (["hall1": "8"], ["hall1"]), (["municipality": "4"], ["municipality"]), (["programme": "99"], ["programme"]),
        (["language": "de"], ["language"]), (["link1": "javascript:alert(1)"], ["link1"]), (["link1": "www.primer.rs"], ["link1"]), (["link1": "https://a b"], ["link1"]),
        (["title": String(repeating: "а", count: 301)], ["title"]),
    ] as [(KeyValuePairs<String, String>, [String])])
    func `each bad input has its fault`(_ values: KeyValuePairs<String, String>, _ fields: [String]) { #expect(Self.faults(values) == fields) }

    @Test func `what is announced lies ahead, its deadline too`() {
        let today = Day(iso: "2026-02-20")!
        #expect(Self.faults([:], today: today) == ["deadline"])
        #expect(Self.faults(["deadline": "20.2.2026."], today: today) == [])
        #expect(Self.faults(["day1": "19.2.2026."], today: today) == ["day1"])
    }

    @Test func `empty fields mean what the form says they mean`() throws {
        let typed = Self.typed(["seatsMin": "", "deadline": "", "fee": "", "points": "", "hall1": "7", "municipality": "3"])
        let plan = try EventPlanForm(typed, own: .sr).plan(Self.offer())
        #expect(plan.seatsMin == 0 && plan.points == 0 && plan.fee == .rsd(0))
        #expect(plan.deadline.iso == "2026-02-10")
        #expect(plan.sessions[0].hall == ID(7) && plan.municipality == ID(3))
    }

    @Test(arguments: ["3.500,00", "3500", "3 500", "3.500", "3500,0 дин"])
    func `money is read as people write it`(_ text: String) throws {
        #expect(try EventPlanForm(Self.typed(["fee": text]), own: .sr).plan(Self.offer()).fee == .rsd(3500))
    }

    @Test func `a plan written into the form is read back the same`() throws {
        let form = EventPlanForm(Self.typed([
            "fee": "1.234,56", "day2": "24.2.2026.", "begins2": "10:15", "ends2": "12", "place2": "Школа", "link1": "https://primer.rs/soba", "title-lt": "Pavadinimas",
            "payers": "free", "target": "васпитачи", "points": "8", "trainers": "Ана\n\n Бранко ",
        ]), own: .sr)
        let plan = try form.plan(Self.offer())
        #expect(plan.sessions.map(\.day.day) == [24, 25])
        #expect(plan.trainers.map(\.name) == ["Ана", "Бранко"])
        for own in [Language.sr, .lt] {
            #expect(try EventPlanForm(plan, own: own).plan(Self.offer()) == plan)
        }
    }

    @Test func `full rows come first and keep their numbers`() {
        let form = EventPlanForm(Self.typed(["day1": "", "begins1": "", "ends1": "", "day3": "1.3.2026.", "rows": "6"]), own: .sr)
        #expect(form.typed["day1"] == "1.3.2026." && form.typed["day3"].isEmpty && form.rows == 6 && form.fullRows == 1)
        #expect(EventPlanForm(Typed(["rows": "100000"] as KeyValuePairs), own: .sr).rows == 40)
    }
}
