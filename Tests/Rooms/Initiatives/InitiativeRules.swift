import Kernel
import Languages
import Testing
import Workshop
@testable import Initiatives

/// Who carries a text, what changed from one to the next, until when words are taken.
@Suite struct InitiativeRules {
    @Test func `institutions are counted once each, and whoever abstains is neither for nor against`() {
        let all: [InitiativeStanding?] = [nil, .support, .change, .against, .abstain]
        for first in all {
            for second in all {
                for third in all {
                    let standings = [first, second, third], sum = StandingSum(standings)
                    #expect(sum.asked == 3 && sum.spoken == standings.count { $0 != nil })
                    #expect(InitiativeStanding.allCases.reduce(0) { $0 + sum[$1] } == sum.spoken)
                    let (yes, no) = (standings.count { $0 == .support || $0 == .change }, standings.count { $0 == .against })
                    #expect(sum.carries == (yes > no))
                    #expect(StandingSum(standings.reversed()) == sum)
                }
            }
        }
        #expect(!StandingSum([]).carries && StandingSum([]).hasAll)
    }

    private static func article(_ id: Int, _ text: String) -> InitiativeArticle { InitiativeArticle(id: .init(Int64(id)), heading: "", text: text) }

    /// Both texts can be read out of what tells them apart, whatever went, came or moved.
    @Test func `changes of articles hold both texts`() {
        let texts = [[], [1], [1, 2], [2, 1], [2, 3], [1, 2, 3, 4], [4, 1], [5, 2, 6, 3]].map { numbers in
            numbers.map { Self.article($0, "Текст \($0)") }
        } + [[Self.article(1, "Други текст 1"), Self.article(2, "Текст 2")]]
        for old in texts {
            for new in texts {
                let changes = ArticleChange.list(from: old, to: new)
                #expect(changes.filter { $0.kind != .removed }.map(\.article) == new)
                #expect(Set(changes.filter { $0.kind != .added }.map(\.article.id)) == Set(old.map(\.id)))
                for change in changes {
                    #expect((change.kind == .changed) == (change.difference != nil))
                    if let difference = change.difference {
                        let before = difference.pieces.filter { $0.kind != .added }.map(\.text).joined()
                        #expect(before == old.first { $0.id == change.article.id }?.whole)
                    }
                }
                if old == new { #expect(changes.allSatisfy { $0.kind == .same }) }
            }
        }
    }

    @Test func `what was taken out stands where it stood`() {
        let old = [1, 2, 3].map { Self.article($0, "\($0)") }, new = [1, 3, 4].map { Self.article($0, "\($0)") }
        let changes = ArticleChange.list(from: old, to: new)
        #expect(changes.map(\.article.id.value) == [1, 2, 3, 4] && changes.map(\.kind) == [.same, .removed, .same, .added])
    }

    @Test func `who must give words, and what must have a proof`() {
        #expect(InitiativePosition(.against, version: 1).lacksWords && InitiativePosition(.change, version: 1).lacksWords)
        #expect(!InitiativePosition(.support, version: 1).lacksWords && !InitiativePosition(.abstain, version: 1).lacksWords)
        #expect(!InitiativePosition(.against, words: "Не.", version: 1).lacksWords)
        let lacking = InitiativeOutcome.Kind.allCases.filter { InitiativeOutcome($0).lacksProof }
        #expect(lacking == [.accepted, .part])
    }
}
