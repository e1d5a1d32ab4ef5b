import Centres
import Foundation
import Kernel
import Languages
import Planning
import Testing
@testable import Informer

/// Rules of informers, as tables.
@Suite struct InformerRules {
    private static let sent = Instant(seconds: 1_770_000_000)

    private static func sending(
        _ id: Int64 = 1, school: Int64 = 1, month: String = "2026-03", reminded: Instant? = nil, passed: Instant? = nil
    ) -> InformerSending {
        InformerSending(
            id: .init(id), informer: .init(1), month: OfferMonth(month) ?? OfferMonth(.zero), school: .init(school), schoolName: "Школа \(school)", person: .init(1),
            personName: "Милена", sent: sent, reminded: reminded, passed: passed)
    }

    @Test(arguments: [
        (0, false, false, false), (6, false, false, false), (7, false, false, true), (44, false, false, true), (45, false, false, false), (10, true, false, false),
        (10, false, true, false),
    ])
    func `somebody is reminded once, not before a week and not after the month`(_ days: Int, _ isReminded: Bool, _ isPassed: Bool, _ wants: Bool) {
        let now = Self.sent.adding(days: days)
        #expect(Self.sending(reminded: isReminded ? now : nil, passed: isPassed ? now : nil).wantsReminder(at: now) == wants)
    }

    @Test func `a school is silent when it never answered; one of two people is enough`() {
        let months = ["2026-05", "2026-04", "2026-03"]
        let silent = months.enumerated().map { Self.sending(Int64($0.offset), school: 1, month: $0.element) }
        let answering = months.enumerated().flatMap { place, month in
            [Self.sending(Int64(10 + place), school: 2, month: month), Self.sending(Int64(20 + place), school: 2, month: month, passed: place == 1 ? Self.sent : nil)]
        }
        let new = [Self.sending(30, school: 3, month: "2026-05")]
        let schools = InformerSchool.all(silent + answering + new)
        #expect(schools.map(\.school.value) == [1, 3, 2])
        #expect(schools.map(\.isSilent) == [true, false, false], "one informer alone proves nothing")
        #expect(schools.map(\.sent) == [3, 1, 3] && schools.map(\.passed) == [0, 0, 1])
    }

    @Test(arguments: 1...60)
    func `the calendar holds each line of the offer once`(_ seed: UInt64) {
        var dice = SystemRandomNumberGenerator()
        _ = seed
        let day = Day(year: 2026, month: 3, day: 1) ?? .zero
        let entries = (0..<Int.random(in: 0...40, using: &dice)).map { number in
            InformerIssue.Entry(
                title: .init("\(number)", .sr), kind: "", day: day.adding(days: Int.random(in: 0...30, using: &dice)), isDated: Bool.random(using: &dice), when: "",
                hours: "", place: "", facts: [], path: nil)
        }
        var issue = Self.issue
        issue.areas = stride(from: 0, to: entries.count, by: 7).map { InformerIssue.Area(title: "\($0)", entries: Array(entries[$0..<min($0 + 7, entries.count)])) }
        let dates = issue.dates
        #expect(Set(dates.flatMap(\.entries)) == Set(entries) && dates.flatMap(\.entries).count == entries.count)
        #expect(dates.compactMap(\.day) == dates.compactMap(\.day).sorted() && dates.dropLast().allSatisfy { $0.day != nil })
    }

    @Test func `lines of a day stand by their hour, however it is written, and what was published before is read`() throws {
        func entry(_ title: String, _ begins: Int?, _ hours: String) -> InformerIssue.Entry {
            InformerIssue.Entry(
                title: .init(title, .sr), kind: "", day: .zero, isDated: true, when: "", hours: hours, place: "", facts: [], path: nil, begins: begins)
        }
        let earlier = entry("Раније", nil, "8.30–9.00")
        var issue = Self.issue
        issue.areas = [InformerIssue.Area(title: "", entries: [entry("Десет", 600, "10.00–12.00"), entry("Девет", 540, "9.00–11.00"), earlier, entry("Сат", nil, "")])]
        #expect(issue.dates.flatMap(\.entries).map(\.title.text) == ["Сат", "Раније", "Девет", "Десет"])
        let written = String(decoding: try JSONEncoder().encode(earlier), as: UTF8.self)
        #expect(!written.contains("begins"))
        #expect(try JSONDecoder().decode(InformerIssue.Entry.self, from: Data(written.utf8)) == earlier)
    }

    @Test(arguments: [
        (Alphabet.azbuka, ["Ангажман", "Вртић", "Ђачки дан", "Џез", ""]), (.abeceda, ["Ангажман", "Џез", "Ђачки дан", "Вртић", ""]),
    ])
    func `areas stand in the order of the alphabet, what has none last`(_ alphabet: Alphabet, _ order: [String]) {
        #expect(InformerIssue.Area.order(["Џез", "", "Ђачки дан", "Ангажман", "Вртић"], alphabet) == order)
    }

    @Test func `participations are those that were counted`() {
        var issue = Self.issue
        issue.held = [12, nil, 7].map { InformerIssue.Held(title: .init("а", .sr), when: "", people: $0, path: "") }
        #expect(issue.people == 19 && !issue.isEmpty)
        #expect(Self.issue.isEmpty)
    }

    private static var issue: InformerIssue {
        InformerIssue(language: .sr, month: "Март 2026.", year: 2026, number: 3, edition: 1, closed: .zero, centre: "", address: [])
    }
}
