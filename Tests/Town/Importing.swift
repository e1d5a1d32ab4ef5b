import Accounts
package import Centres
import Foundation
import Kernel
import Sheets
import Site
import Storage
import Testing
import Web

extension Town {
    /// What the command line does.
    @discardableResult
    package func imports(_ kind: String, _ text: String, map: [String] = [], header: Int? = nil, tab: String? = nil, isTrial: Bool = false) async throws -> [String] {
        try await imports(kind, Array(text.utf8), map: map, header: header, tab: tab, isTrial: isTrial)
    }

    @discardableResult
    package func imports(
        _ kind: String, _ bytes: [UInt8], map: [String] = [], header: Int? = nil, tab: String? = nil, isTrial: Bool = false
    ) async throws -> [String] {
        let saying = Importing.Saying(map: map, header: header, tab: tab)
        return try await Importing(
            kind, file: "\(kind).csv", bytes: bytes, saying: saying, isTrial: isTrial, records: app.records, oldExcel: app.installation.oldExcel).lines
    }

    package func school(_ number: String) async throws -> School? {
        try await finds { act in
            try act.db.value("SELECT id FROM school WHERE source_id = \(number)").map { try SchoolStore.school($0, in: act) }
        }
    }
}

extension Someone {
    /// Uploads a list, and sees what it would do.
    @discardableResult
    package func uploads(_ kind: String, file: String = "lista.csv", _ bytes: [UInt8]) async throws -> Page {
        try await opens("/imports/new/\(kind)")
        return try await browser.uploads("/imports/new/\(kind)", field: "file", name: file, bytes: bytes)
    }

    @discardableResult
    package func uploads(_ kind: String, file: String = "lista.csv", _ text: String) async throws -> Page {
        try await uploads(kind, file: file, Array(text.utf8))
    }

    /// Lets the list do what the preview says.
    @discardableResult
    package func agrees(to preview: Page) async throws -> Page {
        let form = preview.forms.first { $0.action.contains("/imports/drafts/") && !$0.action.hasSuffix("/drop") }
        return try await browser.post(try #require(form, "no preview on \(preview.path)"))
    }
}

/// A workbook as an office may leave it, given by the rows and whatever follows them as its file has them.
package struct RawBook {
    private let rows: String
    private let before, after: String
    private let more: [(name: String, text: String)]

    /// - Parameters:
    ///   - before: what stands at the beginning of its sheet.
    ///   - parts: further files in it.
    package init(_ rows: String, before: String = "", after: String = "", parts: [(name: String, text: String)] = []) {
        (self.rows, self.before, self.after, more) = (rows, before, after, parts)
    }

    /// A cell with a text, with a number, with what a formula left that found nothing.
    package static func text(_ place: String, _ text: String) -> String { "<c r=\"\(place)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(text)</t></is></c>" }
    package static func number(_ place: String, _ number: String) -> String { "<c r=\"\(place)\"><v>\(number)</v></c>" }
    package static func error(_ place: String, _ word: String) -> String { "<c r=\"\(place)\" t=\"e\"><f>VLOOKUP(A1,B:C,2,0)</f><v>\(word)</v></c>" }

    package func bytes() throws -> [UInt8] {
        let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let file = FileManager.default.temporaryDirectory.appending(path: "book-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        let archive = try ArchiveWriter(file)
        let parts = [
            ("_rels/.rels", "<Relationships><Relationship Id=\"r\" Type=\"\(kinds)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml", "<workbook xmlns:r=\"\(kinds)\"><sheets><sheet name=\"Лист1\" sheetId=\"1\" r:id=\"s\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"s\" Type=\"\(kinds)/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
            ("xl/worksheets/sheet1.xml", "\(before)<worksheet><sheetData>\(rows)</sheetData>\(after)</worksheet>"),
        ]
        for (name, text) in parts + more { try archive.add(name, Array(text.utf8)) }
        try archive.finish()
        return Array(try Data(contentsOf: file))
    }
}
