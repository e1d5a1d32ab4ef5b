import Catalogue
import Centres
import Kernel
import Languages
import Mutations
import Testing
import Workshop

/// The ways of a proposal, the deadlines of calls, and what a dossier must have: tables, without a town.
@Suite struct ProposalRules {
    /// Each state with the moves that it has; every other move is refused.
    @Test(arguments: [
        (ProposalState.idea, [ProposalMove.write: ProposalState.draft, .withdraw: .withdrawn]),
        (.draft, [.askReview: .review, .withdraw: .withdrawn]),
        (.review, [.sendBack: .revision, .pass: .complete, .withdraw: .withdrawn]),
        (.revision, [.askReview: .review, .withdraw: .withdrawn]),
        (.complete, [.reopen: .revision, .submit: .submitted, .withdraw: .withdrawn]),
        (.submitted, [.askCorrections: .corrections, .approve: .approved, .reject: .rejected, .withdraw: .withdrawn]),
        (.corrections, [.resubmit: .submitted, .withdraw: .withdrawn]),
        (.approved, [:]), (.rejected, [.complain: .complained]), (.complained, [.approve: .approved, .reject: .rejected, .withdraw: .withdrawn]), (.withdrawn, [:]),
    ])
    func `a state has its moves and no other`(_ state: ProposalState, _ moves: [ProposalMove: ProposalState]) {
        for move in ProposalMove.allCases { #expect(state.after(move) == moves[move], "\(state), \(move)") }
        #expect(Set(state.moves) == Set(moves.keys))
    }

    @Test func `every way ends, and what is over moves no more but by a complaint`() {
        var reached: Set<ProposalState> = [.idea], front: [ProposalState] = [.idea]
        while let state = front.popLast() { for move in state.moves { if let next = state.after(move), reached.insert(next).inserted { front.append(next) } } }
        #expect(reached == Set(ProposalState.allCases), "each state can be come to")
        #expect(ProposalState.allCases.filter(\.isOver).flatMap(\.moves) == [.complain])
        #expect(ProposalState.allCases.filter(\.isOpen).allSatisfy { !$0.isOver })
    }

    @Test func `a call closes with the last second of its day, and a gathering is sent sixty days ahead`() throws {
        let zone = try #require(Zone("Europe/Belgrade")), last = try #require(Day(year: 2026, month: 12, day: 15))
        var call = CallDetails(.programme, in: .serbia, title: CallWords(sr: "Проба"))
        (call.opens, call.closes) = (last.adding(days: -20), last)
        let end = zone.endOfDay(last)
        #expect(call.refusal(at: end.adding(seconds: -1), starts: nil, in: zone) == nil)
        #expect(call.refusal(at: end, starts: nil, in: zone) == T.workshop.errorLate(day: .day(last)), "one second late is late")
        #expect(call.refusal(at: zone.startOfDay(last.adding(days: -20)), starts: nil, in: zone) == nil)
        #expect(call.refusal(at: zone.startOfDay(last.adding(days: -20)).adding(seconds: -1), starts: nil, in: zone) != nil)
        var gathering = CallDetails(.gathering, in: .serbia, title: CallWords(sr: "Проба"))
        gathering.aheadDays = 60
        let starts = last.adding(days: 60)
        #expect(gathering.refusal(at: end.adding(seconds: -1), starts: starts, in: zone) == nil)
        #expect(gathering.refusal(at: end, starts: starts, in: zone) == T.workshop.errorTooNear(count: 60, day: .day(last)))
        #expect(gathering.refusal(at: end, starts: nil, in: zone) == T.workshop.errorNoStart)
        #expect(gathering.deadline(starts: starts) == last && gathering.deadline(starts: nil) == nil && call.deadline(starts: nil) == last)
    }

    @Test(arguments: [
        ("Шта", 3), ("шђчћž", 5), ("е\u{301}", 1), ("ą\u{303}ž", 2), ("прва\nдруга", 10), ("", 0), ("👩🏽‍🏫", 1),
    ])
    func `letters are counted as people count them, not bytes`(_ text: String, _ count: Int) { #expect(ContentLine.letters(of: text) == count) }

    @Test(arguments: [
        ("Увод; 2; 1, 2", "Увод", 2, [1, 2]), ("Увод;2;1", "Увод", 2, [1]), ("Увод", "Увод", nil, []), ("Увод; 4 сата; исход 3", "Увод", 4, [3]),
        ("Увод; ; 1", "Увод", nil, [1]), ("Увод; -3; 0", "Увод", nil, []), ("; 3", "", 3, []), ("Увод; 99999999999999999999; 1", "Увод", nil, [1]),
    ] as [(String, String, Int?, Set<Int>)])
    func `a content is read with its hours and outcomes`(_ line: String, _ title: String, _ hours: Int?, _ outcomes: Set<Int>) throws {
        let content = try #require(ContentLine.read(line).first)
        #expect(content.title == title && content.hours == hours && content.outcomes == outcomes, "\(content)")
    }

    @Test func `what differs, put together, is either text`() {
        var dice = SystemRandomNumberGenerator()
        let words = ["час ", "је ", "питање\n", "ученик ", "— ", "А", "  ", "žž "]
        for _ in 0..<300 {
            func text() -> String { (0..<Int.random(in: 0...14, using: &dice)).map { _ in words.randomElement(using: &dice) ?? "" }.joined() }
            let (old, new) = (text(), text()), pieces = TextDifference(from: old, to: new).pieces
            #expect(pieces.filter { $0.kind != .added }.map(\.text).joined() == old)
            #expect(pieces.filter { $0.kind != .removed }.map(\.text).joined() == new)
        }
        let same = TextDifference(from: "исто тако", to: "исто тако")
        #expect(same.pieces.map(\.kind) == [.same])
        #expect(TextDifference(from: "мала група", to: "велика група").pieces.map(\.text) == ["мала ", "велика ", "група"])
    }
}
