@testable import Contests
import Kernel
import Languages
import Testing

/// Rules of contests as tables.
@Suite struct ContestRules {
    @Test func `a grade is read as schools write it`() {
        let table: [(String, Int?)] = [
            ("5", 5), ("5.", 5), ("5-2", 5), ("5/2", 5), ("5а", 5), ("V", 5), ("V-2", 5), ("VIII3", 8), ("ІV", 4), ("12", 12), ("0", 0), ("13", nil), ("", nil),
            ("пет", nil),
            ("XIV", nil), ("-1", nil), ("999999999999999999999", nil),
        ]
        for (text, grade) in table { #expect(GradeReading.grade(text) == grade, "\(text)") }
    }

    @Test func `an author is a name and perhaps a grade`() {
        #expect(AuthorDraft(line: "Милица Петровић, 5") == AuthorDraft("Милица Петровић", grade: 5))
        #expect(AuthorDraft(line: "Rūta Petraitė; III-1") == AuthorDraft("Rūta Petraitė", grade: 3))
        #expect(AuthorDraft(line: "Ана") == AuthorDraft("Ана", grade: nil))
        #expect(AuthorDraft(line: "  ") == nil)
    }

    @Test func `the minute of the deadline still counts`() throws {
        let zone = try #require(Zone("Europe/Belgrade")), day = try #require(Day(iso: "2026-03-15")), time = try #require(ClockTime(hour: 23, minute: 59))
        let closes = try zone.instant(day, time), contest = Contest.sample(closes: closes)
        for (seconds, isInTime) in [(-3_600, true), (0, true), (59, true), (60, false), (3_600, false)] {
            #expect(contest.isInTime(closes.adding(seconds: seconds)) == isInTime, "\(seconds)")
        }
    }

    @Test func `a state leads only where it may`() {
        let ways: [(Contest.State, [Contest.State])] = [
            (.draft, [.open]), (.open, [.judging, .draft]), (.judging, [.decided, .open]), (.decided, [.closed, .judging]), (.closed, []),
        ]
        for (state, next) in ways { #expect(state.next == next) }
    }

    @Test func `months end on the same day, or on the last where the month is shorter`() throws {
        for (from, months, to) in [("2026-01-31", 1, "2026-02-28"), ("2027-12-31", 2, "2028-02-29"), ("2026-06-15", 12, "2027-06-15"), ("2026-11-30", 3, "2027-02-28")] {
            let day = try #require(Day(iso: from))
            #expect(ContestRetention.end(after: day, months: months).iso == to, "\(from) \(months)")
        }
        let days = try ["2026-01-01", "2026-06-01"].map { try #require(Day(iso: $0)) }
        let rules = [ContestRetention(since: days[0], months: 6, basis: ""), ContestRetention(since: days[1], months: 3, basis: "")]
        #expect(ContestRetention.months(on: days[0].adding(days: -1), rules) == ContestRetention.usual)
        #expect(ContestRetention.months(on: days[1].adding(days: -1), rules) == 6)
        #expect(ContestRetention.months(on: days[1], rules) == 3)
    }

    @Test func `who takes no part is neither shown nor named`() {
        let answer = ConsentAnswer(enter: .no, show: .yes, name: .yes).sound
        #expect(answer == ConsentAnswer(enter: .no, show: .no, name: .no))
        #expect(ConsentAnswer(enter: .yes, show: .no, name: .yes).sound.mayBeNamed == .yes)
        #expect(!ConsentAnswer(enter: .yes, show: .unknown, name: .no).isWhole)
    }

    @Test func `performances never overlap, whatever their lengths`() {
        let first = Instant(seconds: 1_770_000_000)
        for seed in 1...200 {
            var state = UInt64(seed)
            func next(_ most: Int) -> Int { state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407; return Int(state >> 33) % most }
            let minutes = (0..<(1 + next(20))).map { _ in 1 + next(60) }, pause = next(31), starts = RunningOrder.starts(from: first, minutes: minutes, pause: pause)
            #expect(starts.count == minutes.count && starts.first == first)
            for place in starts.indices.dropFirst() { #expect(starts[place] == starts[place - 1].adding(minutes: minutes[place - 1] + pause)) }
        }
    }

    @Test func `pictures that differ in few fields are shown as near, those of one colour are not`() {
        let marks: [(work: ContestWork.ID, mark: String)] = [
            (ContestWork.ID(1), "00ff00ff00ff00ff"), (ContestWork.ID(2), "00ff00ff00ff00fe"), (ContestWork.ID(3), "ff00ff00ff00ff00"),
            (ContestWork.ID(1), "00ff00ff00ff00f0"),
            (ContestWork.ID(4), "0000000000000000"), (ContestWork.ID(5), "0000000000000000"), (ContestWork.ID(6), "no mark"), (ContestWork.ID(7), ""),
        ]
        let pairs = Likeness.pairs(marks)
        #expect(pairs.map { [$0.first.value, $0.second.value, Int64($0.distance)] } == [[1, 2, 1]], "a work is never near itself")
    }

    @Test func `a code cannot be mistaken, and is read however it is typed`() {
        for _ in 0..<300 {
            let code = WorkCode.random()
            #expect(WorkCode.typed(code.lowercased()) == code && WorkCode.typed("\(code.prefix(3))-\(code.suffix(3)) ") == code)
            #expect(!code.contains { "IO01".contains($0) })
        }
        for wrong in ["", "ABC", "ABCDEFG", "ABCDE0", "АБВГДЕ"] { #expect(WorkCode.typed(wrong) == nil, "\(wrong)") }
    }

    // MARK: A class at once

    private func rows(_ text: String, grades: ClosedRange<Int>? = nil, asksAlt: Bool = false) throws -> [ClassRows.Row] {
        var category = ContestCategoryDraft("Слика")
        category.grades = grades
        return try ClassRows(text, in: category, asksAlt: asksAlt).rows
    }

    @Test func `lines of a class are read with their heads, groups and several files`() throws {
        let read = try rows("""
            Име и презиме; разред; наслов; датотека
            Милица Петровић; V-2; Јесен; jesen.jpg

            Ана Анић + Пера Перић; 6; Мост; most1.jpg, most2.jpg
            """)
        #expect(read.map(\.title) == ["Јесен", "Мост"])
        #expect(read[0].authors == [AuthorDraft("Милица Петровић", grade: 5)] && read[0].number == 2)
        #expect(read[1].authors.map(\.name) == ["Ана Анић", "Пера Перић"] && read[1].files == ["most1.jpg", "most2.jpg"])
    }

    @Test func `each wrong line is named with its number`() {
        let wrong = #expect(throws: Problem.self) { try rows("; 5; Јесен; a.jpg\nАна; ; Мост; b.jpg\nПера; 9; ; c.jpg", grades: 5...8) }
        #expect(wrong?.faults.count == 4)
        #expect(throws: Problem.self) { try rows("") }
        #expect(throws: Problem.self) { try rows("Ана; 5; Мост; b.jpg", asksAlt: true) }
        #expect(throws: Problem.self) { try rows((0...ClassRows.most).map { "Ана \($0); 5; Мост; b.jpg" }.joined(separator: "\n")) }
    }

    @Test func `files belong to lines by their names, whatever the script, capitals or ending`() throws {
        let read = try rows("Ана; 5; Јесен; Јесен.JPG\nПера; 5; Мост; most\nМира; 5; Зима; zima.jpg\nНина; 5; Лето;")
        let match = ClassMatch(read, ["jesen.jpg", "most.png", "višak.jpg"], needsFile: true)
        #expect(match.files == [[0], [1], [], []])
        #expect(match.missing == [ClassMatch.Missing(line: 3, name: "zima.jpg"), ClassMatch.Missing(line: 4, name: "")])
        #expect(match.unnamed == ["višak.jpg"] && match.twice.isEmpty && !match.isWhole)
        let twice = ClassMatch(try rows("Ана; 5; Јесен; a.jpg\nПера; 5; Мост; a.jpg"), ["a.jpg"], needsFile: true)
        #expect(twice.twice == ["a.jpg"] && !twice.isWhole)
        let ambiguous = ClassMatch(try rows("Ана; 5; Јесен; slika"), ["slika.jpg", "slika.png"], needsFile: true)
        #expect(ambiguous.missing.count == 1, "two files of one name are not guessed between")
        #expect(ClassMatch(try rows("Ана; 5; Јесен;"), [], needsFile: false).isWhole)
    }
}
