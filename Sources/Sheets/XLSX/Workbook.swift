/// The sheets of a workbook in their order, and how it counts days.
final class Workbook: XMLListener {
    struct Entry {
        let name: String
        /// The key of the sheet's file among the relations.
        let relation: String
        let isHidden: Bool
    }

    private(set) var sheets: [Entry] = []
    private(set) var countsFrom1904 = false

    func opens(_ name: String, _ attributes: XMLAttributes) throws(SheetProblem) {
        switch name {
        case "workbookPr": countsFrom1904 = ["1", "true"].contains(attributes["date1904"])
        case "sheet":
            guard let title = attributes["name"], let relation = attributes["id"] else { throw SheetProblem(.damaged("a sheet without a name")) }
            sheets.append(Entry(name: title, relation: relation, isHidden: attributes["state"].map { $0 != "visible" } ?? false))
        default: break
        }
    }
}

/// Which file of the archive plays which part, seen from a folder.
final class Relations: XMLListener {
    private let folder: String
    private var byKey: [String: String] = [:]
    private var byKind: [String: String] = [:]

    init(folder: String) { self.folder = folder }

    func file(_ key: String) -> String? { byKey[key] }

    /// The last word of the relation's type: `worksheet`, `sharedStrings`, `styles`, `officeDocument`.
    func file(ofKind kind: String) -> String? { byKind[kind] }

    func opens(_ name: String, _ attributes: XMLAttributes) {
        guard name == "Relationship", attributes["TargetMode"] != "External",
            let key = attributes["Id"], let target = attributes["Target"], let kind = attributes["Type"]?.split(separator: "/").last
        else { return }
        byKey[key] = path(target)
        byKind[String(kind)] = byKind[String(kind)] ?? path(target)
    }

    /// A target as a path in the archive. It names an entry and never a file of the machine.
    private func path(_ target: String) -> String {
        var steps: [Substring] = []
        for step in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(step) }
        }
        return steps.joined(separator: "/")
    }
}
