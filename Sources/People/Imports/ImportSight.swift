/// The part of a preview that its reader chose to see.
struct ImportSight {
    enum Part: Hashable {
        case all
        case way(ImportStep.Way)
        case doubts

        /// As the address has it.
        var word: String? {
            switch self {
            case .all: nil
            case .way(let way): way.rawValue
            case .doubts: "doubts"
            }
        }

        func holds(_ step: ImportStep) -> Bool {
            switch self {
            case .all: true
            case .way(let way): step.way == way
            case .doubts: !step.doubts.isEmpty
            }
        }
    }

    let part: Part
    let steps: [ImportStep]
    /// Every part that has lines, with how many.
    let parts: [(part: Part, count: Int)]

    init(_ preview: ImportPreview, _ word: String) {
        let all = [Part.all] + ImportStep.Way.allCases.map(Part.way) + [.doubts]
        let part = all.first { $0.word == word } ?? .all
        self.part = part
        steps = preview.steps.filter(part.holds)
        parts = all.map { part in (part, preview.steps.count(where: part.holds)) }.filter { $0.part == .all || $0.count > 0 }
    }
}
