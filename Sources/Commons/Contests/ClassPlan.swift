import Centres
import Forms
import Kernel
import Languages

/// What a class sends, as it was read: lines, and which file belongs to which.
struct ClassPlan: Sendable {
    let category: ContestCategory.ID
    let school: School.ID?
    let rows: [ClassRows.Row]
    let match: ClassMatch
    let names: [String]
    let needsFile: Bool
    /// Whether files that no line names are left aside.
    let ignoresUnnamed: Bool

    var isWhole: Bool { match.missing.isEmpty && match.twice.isEmpty && (match.unnamed.isEmpty || ignoresUnnamed) }

    init(_ typed: Typed, _ contest: Contest, _ names: [String]) throws {
        let id = ContestCategory.ID(typed["category"]) ?? (contest.categories.count == 1 ? contest.categories[0].id : nil)
        guard let id, let category = contest.category(id)?.draft else { throw Problem.invalid("category", T.common.errorChoose) }
        self.category = id
        school = School.ID(typed["school"])
        guard school != nil else { throw Problem.invalid("school", T.contests.errorSchool) }
        let takesFiles = !category.kinds.isDisjoint(with: ContestFileKind.files)
        // What is written or linked is sent one by one.
        guard takesFiles || category.kinds.isEmpty else { throw Problem.invalid("category", T.contests.errorOneByOne) }
        rows = try ClassRows(typed.lines("rows"), in: category, asksAlt: category.kinds.contains(.picture)).rows
        needsFile = takesFiles
        match = ClassMatch(rows, names, needsFile: takesFiles)
        self.names = names
        ignoresUnnamed = typed.has("ignore")
    }
}
