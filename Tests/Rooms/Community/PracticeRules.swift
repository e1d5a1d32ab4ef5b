import Community
import Kernel
import Languages
import Storage
import Testing

/// Rules of notes as tables.
@Suite struct PracticeRules {
    @Test(arguments: [
        ([], ReviewRound.Outcome.lacks(2)), ([nil], .lacks(1)), ([.good], .lacks(1)), ([nil, nil], .waits), ([.good, nil], .waits), ([.revise, nil], .waits),
        ([.good, .good], .good), ([.good, .revise], .revise), ([.revise, .revise], .revise),
    ] as [([ReviewVerdict?], ReviewRound.Outcome)])
    func `two look at it, and both find it good`(given: [ReviewVerdict?], outcome: ReviewRound.Outcome) {
        #expect(ReviewRound.outcome(given) == outcome)
    }

    @Test(arguments: [
        ("978-0-306-40615-7", true), ("9780306406157", true), ("978 0 306 40615 7", true), ("978‑0‑306‑40615‑7", true),
        ("978-0-306-40615-8", false), ("0-306-40615-2", false),
        ("978030640615", false), ("97803064061577", false), ("977-0-306-40615-7", false), ("", false), ("978-0-306-4061x-7", false), ("٩٧٨٠٣٠٦٤٠٦١٥٧", false),
    ])
    func `the number of a book has a digit that checks it`(text: String, isGood: Bool) { #expect((ISBN(text) != nil) == isGood) }

    @Test func `one wrong digit is always found`() {
        let right = Array("9780306406157")
        for place in right.indices {
            for digit in "0123456789" where digit != right[place] {
                var wrong = right
                wrong[place] = digit
                #expect(ISBN(String(wrong)) == nil)
            }
        }
    }

    @Test(arguments: [
        ("математика", "Matematika", true), ("математика и физика", "физика", true), ("Српски језик", "енглески језик", true),
        ("хемија", "математика", false), ("", "математика", false),
    ])
    func `a subject is known in either script`(one: String, other: String, isSame: Bool) { #expect(PracticeReviewer.isSame(one, other) == isSame) }

    @Test func `grades keep what they are given and nothing else`() {
        #expect(Grades([0, 5, 12, 13, -1]).list == [0, 5, 12])
        #expect(Grades(bits: 1 << 20 | 2).list == [1])
        for bits in 0..<8192 { #expect(Grades(Grades(bits: bits).list).bits == bits) }
    }

    /// What the shelf counts is what a look at each note would count.
    @Test func `the list counts what it would leave`() {
        var dice = SystemRandomNumberGenerator()
        let entries = (1...300).map { number in
            PracticeEntry(
                id: Practice.ID(number), subject: ["математика", "Matematika", "физика", "хемија"][Int.random(in: 0..<4, using: &dice)],
                grades: Grades(bits: Int.random(in: 1..<8192, using: &dice)), competences: ["K1", "K2", "K3"].filter { _ in Bool.random(using: &dice) })
        }
        let shelf = PracticeShelf(entries)
        for filters in [
            PracticeFilters(), PracticeFilters(subject: "matematika"), PracticeFilters(subject: "matematika", grade: 5), PracticeFilters(grade: 0, competence: "K2"),
            PracticeFilters(subject: "nema"), PracticeFilters(competence: "K9"),
        ] {
            func fits(_ entry: PracticeEntry, subject: Bool = true, grade: Bool = true, code: Bool = true) -> Bool {
                (!subject || filters.subject.map { $0 == PracticeEntry.key(entry.subject) } ?? true) && (!grade || filters.grade.map(entry.grades.contains) ?? true)
                    && (!code || filters.competence.map(entry.competences.contains) ?? true)
            }
            let (ids, counts) = shelf.narrowed(filters, found: nil)
            #expect(ids == entries.filter { fits($0) }.map(\.id))
            for grade in Grades.all { #expect(counts.grades[grade] ?? 0 == entries.filter { fits($0, grade: false) && $0.grades.contains(grade) }.count) }
            for code in ["K1", "K2", "K3"] { #expect(counts.competences[code] ?? 0 == entries.filter { fits($0, code: false) && $0.competences.contains(code) }.count) }
            #expect(counts.subjects["matematika"] ?? 0 == entries.filter { fits($0, subject: false) && PracticeEntry.key($0.subject) == "matematika" }.count)
            // What words find stands by how well they fit, and is counted alone.
            let found: [WordIndex.Found] = [(3, 1), (7, 2), (900, 0)]
            let left = shelf.narrowed(filters, found: found).ids
            #expect(left == [3, 7].map { Practice.ID($0) }.filter { id in entries.contains { $0.id == id && fits($0) } })
        }
    }

    @Test func `the way tells what came and what may still come`() {
        let day = Day(iso: "2026-03-01")
        let own = PracticeWay(origin: nil, published: day, tried: (0, nil), shown: nil, idea: nil)
        #expect(own.stations.map(\.kind) == [.practice, .tried, .shown, .idea] && own.stations.map(\.isReached) == [true, false, false, false])
        let whole = PracticeWay(
            origin: (nil, "Обука", day, day, nil), published: day, tried: (3, day), shown: (nil, "Сусрет", day), idea: day)
        #expect(whole.stations.count == 7 && whole.stations.filter { !$0.isReached }.map(\.kind) == [.use])
    }
}
