import Kernel
import Languages
import Testing
@testable import Registry

/// Numbers, days and terms of papers, as tables.
@Suite struct RegistryRules {
    private func day(_ text: String) -> Day { Day(iso: text) ?? .zero }

    @Test func `a number is written as the centre writes it`() {
        let cases: [(style: RegistryStyle, sub: Int, mark: String, label: String)] = [
            (.year, 0, "", "45/2026"), (.year, 2, "610", "45-2/2026"), (.mark, 0, "610", "610-45/2026"), (.mark, 1, "610", "610-45-1/2026"),
            (.mark, 0, "", "45/2026"), (.short, 0, "610", "45"), (.short, 3, "", "45-3"),
        ]
        for one in cases { #expect(one.style.label(45, sub: one.sub, year: 2026, mark: one.mark) == one.label, "\(one)") }
    }

    @Test func `within one book no two papers are written alike`() {
        for style in RegistryStyle.allCases {
            var labels: Set<String> = []
            for number in 1...60 {
                for sub in 0...12 { labels.insert(style.label(number, sub: sub, year: 2026, mark: "61")) }
            }
            #expect(labels.count == 60 * 13, "\(style)")
        }
    }

    @Test func `a paper is not of tomorrow, its deadline not before it, their letter not younger`() {
        let today = day("2026-11-20")
        func faults(_ change: (inout RegistryDraft) -> Void) -> [String] {
            var draft = RegistryDraft(.came, "Молба", on: today), faults = Faults()
            draft.other = "ОШ „Вук“"
            change(&draft)
            draft.check(on: today, &faults)
            do { try faults.check() } catch let problem as Problem { return problem.faults.compactMap(\.field) } catch { return ["?"] }
            return []
        }
        #expect(faults { _ in } == [])
        #expect(faults { $0.subject = "" } == ["subject"])
        #expect(faults { $0.other = "" } == ["other"])
        #expect(faults { ($0.other, $0.direction) = ("", .inner) } == [])
        #expect(faults { $0.day = day("2026-11-21") } == ["day"])
        #expect(faults { $0.due = day("2026-11-20") } == [] && faults { $0.due = day("2026-11-19") } == ["due"])
        #expect(faults { $0.theirDay = day("2026-11-20") } == [] && faults { $0.theirDay = day("2026-11-21") } == ["theirDay"])
        #expect(faults { ($0.direction, $0.theirDay) = (.inner, day("2026-11-21")) } == [], "a day of theirs is no day of coming where nothing came")
    }

    @Test func `the term of a day is the last that began by then, and the first of all before`() {
        let terms = [
            RegistryTerm(since: day("2024-01-01"), years: 10), RegistryTerm(since: day("2026-06-01"), years: 5), RegistryTerm(since: day("2026-09-01"), years: nil),
        ]
        let cases: [(day: String, years: Int?)] = [("2020-01-01", 10), ("2026-05-31", 10), ("2026-06-01", 5), ("2026-08-31", 5), ("2026-09-01", nil)]
        for one in cases { #expect(RegistryTerm.holding(on: day(one.day), terms)?.years == one.years, "\(one)") }
        #expect(RegistryTerm.holding(on: day("2026-01-01"), []) == nil)
        #expect(RegistryTerm.over(year: 2020, years: 5) == 2026 && RegistryTerm.over(year: 2020, years: nil) == nil)
    }

    @Test func `a number is read as an office has written it`() {
        let cases: [(text: String, mark: String, number: Int, sub: Int, year: Int?)] = [
            ("45", "", 45, 0, nil), ("45/2014", "", 45, 0, 2014), ("45-1/2014", "", 45, 1, 2014), ("45/1", "", 45, 1, nil), ("610-45/2014", "610", 45, 0, 2014),
            ("610-45-2/2014", "610", 45, 2, 2014), ("610-1-45/2014.", "610-1", 45, 0, 2014), ("1999", "", 1999, 0, nil), ("12 / 2003", "", 12, 0, 2003),
        ]
        for one in cases {
            let read = WrittenNumber(one.text, mark: one.mark)
            #expect(read?.number == one.number && read?.sub == one.sub && read?.year == one.year, "\(one)")
        }
        for text in ["", "бб", "0", "45-x/2014", "1-2-3-4", "45/20144", "-"] { #expect(WrittenNumber(text) == nil, "\(text)") }
    }

    @Test func `what is written is read back`() {
        for style in RegistryStyle.allCases {
            for (number, sub, mark) in [(1, 0, ""), (45, 2, "610"), (999, 12, "03-1"), (2014, 0, "")] {
                let read = WrittenNumber(style.label(number, sub: sub, year: 2026, mark: mark), mark: mark)
                #expect(read?.number == number && read?.sub == sub && read?.year == (style == .short ? nil : 2026), "\(style) \(number)-\(sub) \(mark)")
            }
        }
    }
}
