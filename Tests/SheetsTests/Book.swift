@testable import Sheets

/// A workbook as Excel lays it out, to be changed and damaged by tests.
struct Book {
    var sheets: [(name: String, extra: String)] = [("Школе", "")]
    var workbook = ""
    var strings = "<si><t>Назив</t></si>"
    var styles = ""
    var rows = ""
    /// What stands behind the rows of the first sheet.
    var after = ""

    private let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private let space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    private let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    var files: [(String, String)] {
        let entries = sheets.enumerated().map { "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 7)\" r:id=\"s\($0)\" \($1.extra)/>" }.joined()
        let links = sheets.indices.map { "<Relationship Id=\"s\($0)\" Type=\"\(kinds)/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>" }.joined()
        return [
            ("_rels/.rels", head + "<Relationships><Relationship Id=\"r\" Type=\"\(kinds)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml", head + "<workbook \(space) xmlns:r=\"\(kinds)\">\(workbook)<sheets>\(entries)</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", head + """
                <Relationships>\(links)<Relationship Id="t" Type="\(kinds)/sharedStrings" Target="/xl/sharedStrings.xml"/>\
                <Relationship Id="y" Type="\(kinds)/styles" Target="../xl/./styles.xml"/></Relationships>
                """),
            ("xl/sharedStrings.xml", head + "<sst \(space)>\(strings)</sst>"),
            ("xl/styles.xml", head + "<styleSheet \(space)>\(styles)</styleSheet>"),
        ] + sheets.indices.map {
            ("xl/worksheets/sheet\($0).xml", head + "<worksheet \(space)><sheetData>\($0 == 0 ? rows : "")</sheetData>\($0 == 0 ? after : "")</worksheet>")
        }
    }

    var bytes: [UInt8] { ZipMaker(files).finished() }

    func read(sheet: String? = nil, _ limits: Limits = Limits()) throws(SheetProblem) -> Table {
        try Table.read(bytes, sheet: sheet, limits: limits)
    }
}
