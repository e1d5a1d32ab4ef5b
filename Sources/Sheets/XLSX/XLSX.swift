/// The sheets of an XLSX workbook, read.
struct XLSX {
    let tabs: [SheetFile.Tab]
    /// Whether it carries a program. It is never opened.
    let hasMacros: Bool

    init(in archive: Archive, _ limits: Limits) throws(SheetProblem) {
        tabs = try Self.tabs(in: archive, limits)
        hasMacros = archive.contains("xl/vbaProject.bin")
    }

    private static func tabs(in archive: Archive, _ limits: Limits) throws(SheetProblem) -> [SheetFile.Tab] {
        let package = Relations(folder: "")
        if archive.contains("_rels/.rels") { try archive.read("_rels/.rels", to: package) }
        let path = package.file(ofKind: "officeDocument") ?? "xl/workbook.xml"
        guard archive.contains(path) else { throw SheetProblem(.unknownKind) }
        // The binary form of a workbook.
        guard !path.hasSuffix(".bin") else { throw SheetProblem(.oldExcel) }
        let workbook = Workbook()
        try archive.read(path, to: workbook)
        guard !workbook.sheets.isEmpty else { throw SheetProblem(.unknownKind) }
        guard workbook.sheets.count <= limits.tabs else { throw SheetProblem(.tooMuch(.tabs, limit: limits.tabs)) }

        let slash = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
        let (folder, file) = (String(path[..<slash]), path[slash...])
        let relations = Relations(folder: folder)
        try archive.read("\(folder)_rels/\(file).rels", to: relations)
        let (texts, styles) = (SharedStrings(limits: limits), Styles())
        if let path = relations.file(ofKind: "sharedStrings") { try archive.read(path, to: texts) }
        if let path = relations.file(ofKind: "styles") { try archive.read(path, to: styles) }
        var tabs: [SheetFile.Tab] = []
        var left = limits
        for entry in workbook.sheets {
            guard let path = relations.file(entry.relation) else { throw SheetProblem(.damaged("no file for a sheet")) }
            let worksheet = Worksheet(texts: texts.texts, styles: styles, countsFrom1904: workbook.countsFrom1904, limits: left)
            try archive.read(path, to: worksheet)
            left.cells -= worksheet.filled
            let (lines, merged) = try worksheet.finished()
            tabs.append(SheetFile.Tab(name: entry.name, isHidden: entry.isHidden, lines: lines, merged: merged))
        }
        return tabs
    }
}
