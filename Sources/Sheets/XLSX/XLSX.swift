/// A sheet of an XLSX workbook, read.
struct XLSX {
    let table: Table

    init(reading bytes: [UInt8], sheet: String?, limits: Limits) throws(SheetProblem) {
        guard bytes.count <= limits.bytes else { throw SheetProblem(.tooMuch(.bytes, limit: limits.bytes)) }
        table = try bytes.withUnsafeBufferPointer { bytes throws(SheetProblem) in
            try Self.table(in: Archive(bytes, limits: limits), sheet, limits)
        }
    }

    private static func table(in archive: Archive, _ wanted: String?, _ limits: Limits) throws(SheetProblem) -> Table {
        let package = Relations(folder: "")
        if archive.contains("_rels/.rels") { try archive.read("_rels/.rels", to: package) }
        let path = package.file(ofKind: "officeDocument") ?? "xl/workbook.xml"
        guard archive.contains(path) else { throw SheetProblem(.unknownKind) }
        let workbook = Workbook()
        try archive.read(path, to: workbook)

        let slash = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
        let (folder, file) = (String(path[..<slash]), path[slash...])
        let relations = Relations(folder: folder)
        try archive.read("\(folder)_rels/\(file).rels", to: relations)
        guard let entry = pick(wanted, in: workbook) else { throw SheetProblem(wanted.map { .noSheet($0) } ?? .empty) }
        guard let sheetPath = relations.file(entry.relation) else { throw SheetProblem(.damaged("no file for a sheet")) }

        let (texts, styles) = (SharedStrings(limits: limits), Styles())
        if let path = relations.file(ofKind: "sharedStrings") { try archive.read(path, to: texts) }
        if let path = relations.file(ofKind: "styles") { try archive.read(path, to: styles) }
        let worksheet = Worksheet(texts: texts.texts, styles: styles, countsFrom1904: workbook.countsFrom1904, limits: limits)
        try archive.read(sheetPath, to: worksheet)
        return try Table(name: entry.name, lines: worksheet.lines, widens: true)
    }

    private static func pick(_ wanted: String?, in workbook: Workbook) -> Workbook.Entry? {
        guard let wanted else { return workbook.sheets.first { !$0.isHidden } ?? workbook.sheets.first }
        return workbook.sheets.first { Columns.key($0.name) == Columns.key(wanted) }
    }
}
