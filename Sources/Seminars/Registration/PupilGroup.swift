import Forms
package import Kernel
package import Languages

/// A group of a school with its teacher, by numbers: no child has a name here.
package struct PupilGroup: Sendable, Hashable {
    /// Class or age, in the teacher's words.
    package var grade: String
    package var pupils: Int
    /// Grown-ups who come along, the teacher among them.
    package var companions: Int

    package init(grade: String, pupils: Int, companions: Int) {
        self.grade = grade
        self.pupils = pupils
        self.companions = companions
    }

    /// How many seats it takes.
    package var people: Int { pupils + companions }

    package var line: Phrase { T.registration.groupLine(grade: .title(grade), pupils: .number(pupils), companions: .number(companions)) }

    static let pupilLimits = 1...1_000
    static let companionLimits = 1...100
    static let longestGrade = TextLimit.label.rawValue

    /// - Returns: nil where something could not be read; it has its fault.
    init?(_ typed: Typed, _ faults: inout Faults) {
        let grade = typed["grade"]
        faults.require(!grade.isEmpty, "grade", T.registration.groupClassMissing)
        faults.limit(grade, "grade", most: Self.longestGrade)
        let pupils = faults.number(typed, "pupils", in: Self.pupilLimits), companions = faults.number(typed, "companions", in: Self.companionLimits)
        guard let pupils, let companions, !grade.isEmpty else { return nil }
        self.init(grade: grade, pupils: pupils, companions: companions)
    }

    var typed: Typed { Typed(["grade": grade, "pupils": "\(pupils)", "companions": "\(companions)"]) }
}
