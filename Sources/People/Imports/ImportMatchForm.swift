import Forms
import Kernel
import Languages

/// What the page of the doubtful lines asks: of each, of whom it speaks.
enum ImportMatchForm {
    static let (kind, choice, show) = ("kind", "choice", "show")
    static func field(_ line: Int) -> String { "line-\(line)" }

    /// What was chosen; a line of which nothing was chosen is not in it.
    /// - Throws: a problem at each line where somebody is chosen of whom it cannot speak.
    static func said(_ typed: Typed, of steps: [ImportStep]) throws -> [Int: ImportChoice?] {
        var faults = Faults()
        var said: [Int: ImportChoice?] = [:]
        for step in steps {
            guard let doubt = step.doubt, typed.has(field(step.line)) else { continue }
            let word = typed[field(step.line)], choice = ImportChoice(word)
            faults.require(word.isEmpty || choice.map(doubt.admits) ?? false, field(step.line), T.common.errorChoose)
            said[step.line] = .some(choice)
        }
        try faults.check()
        return said
    }

    /// What is said of all doubtful lines of one kind of which nothing was said yet.
    /// - Throws: a problem when nothing that can be said of all was chosen.
    static func saidOfAll(_ typed: Typed, of steps: [ImportStep]) throws -> [Int: ImportChoice?] {
        let word = typed[choice]
        guard ["same", "another", "out"].contains(word) else { throw Problem.invalid(choice, T.common.errorChoose) }
        return steps.reduce(into: [:]) { said, step in
            guard let doubt = step.doubt, doubt.choice == nil, doubt.likeness?.kind == typed[kind] else { return }
            if word == "same" {
                if let only = doubt.only { said[step.line] = .some(.same(only)) }
            } else {
                said[step.line] = .some(ImportChoice(word))
            }
        }
    }
}

extension ImportDoubt {
    func admits(_ choice: ImportChoice) -> Bool {
        if case .same(let whom) = choice { candidates.contains { $0.whom == whom } } else { true }
    }
}
