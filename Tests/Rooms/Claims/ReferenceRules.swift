import Claims
import Languages
import Mutations
import Testing

/// References by model 97 and ISO 11649.
@Suite struct ReferenceRules {
    @Test(arguments: [
        ("20260000123", "06"), ("2026000123", "38"), ("123456", "76"), ("1", "95"), ("SEM202600123", "52"), ("3220000111111111000", "16"),
    ]) func `the control of model 97`(_ base: String, _ control: String) throws {
        let reference = try #require(Reference(base))
        #expect(reference.control == control && reference.model97 == "97\(control)\(base)")
        #expect(Reference.read("97\(control)\(base)") == .right(reference) && Reference.read("97 \(control) \(base)") == .right(reference))
        #expect(Reference.read("\(control)-\(base)") == .right(reference), "the model may be left out")
        #expect(Reference.read(base.lowercased() == base ? "97/\(control).\(base)" : "97\(control)\(base.lowercased())") == .right(reference))
    }

    @Test func `a wrong control is told apart from what is no reference`() throws {
        let reference = try #require(Reference("2600012000345"))
        let right = reference.written
        #expect(right == "97 \(reference.control) 26-00012-000345" && Reference.read(right) == .right(reference))
        // One digit that is wrong, and two that changed places.
        for place in right.indices where right[place].isNumber && place > right.index(right.startIndex, offsetBy: 2) {
            var wrong = right
            wrong.replaceSubrange(place...place, with: right[place] == "9" ? "0" : "9")
            guard wrong != right else { continue }
            if case .wrongControl = Reference.read(wrong) { continue }
            Issue.record("\(wrong) is read as \(Reference.read(wrong))")
        }
        #expect(Reference.read("") == .none && Reference.read("хиљаду") == .none && Reference.read("извод 12") == .none && Reference.read("97") == .none)
        #expect(Reference.read(String(repeating: "1", count: 60)) == .none)
    }

    @Test func `a creditor reference`() throws {
        let reference = try #require(Reference("539007547034"))
        #expect(reference.creditor == "RF18539007547034" && reference.creditorWritten == "RF18 5390 0754 7034")
        #expect(Reference.read("RF18 5390 0754 7034") == .right(reference) && Reference.read("rf18539007547034") == .right(reference))
        #expect(Reference.read("RF19 5390 0754 7034") == .wrongControl(reference))
    }

    @Test func `a share has a reference of its own`() {
        let references = [(26, 12, 345), (26, 120, 345), (26, 100_012, 345), (26, 12, 1_000_345), (27, 12, 346)].map {
            Reference(year: 2000 + $0.0, event: Int64($0.1), share: Int64($0.2))
        }
        #expect(references[0].base == "2600012000345" && references[3].base == "26000121000345")
        #expect(Set([0, 3, 4].map { references[$0].base }).count == 3)
        for reference in references { #expect(reference.model97.count <= Reference.longest + 2) }
    }

    @Test func `whatever is typed is read, and what is right stays right`() {
        var mutations = Mutations(["97 06 20260000123", "RF18 5390 0754 7034", "97-52-SEM202600123", "3220000111111111000"], words: ["97", "RF"])
        mutations.eachText(3_000) { spoiled in
            if case .right(let reference) = Reference.read(spoiled) {
                #expect(Reference.read(reference.model97) == .right(reference) && Reference.read(reference.creditor) == .right(reference))
            }
        }
    }
}
