import Accounts
import Centres
import Forms
import Imports
import Kernel
import Languages
import Sheets

/// People as a list, as they are copied from a spreadsheet or typed: one in each line, with the address, the job and the subject behind the name.
struct RosterList: Sendable {
    struct Line: Sendable {
        let number: Int
        let joining: Joining
        /// Whether it is certain which half of the name is which.
        let isSure: Bool
    }

    let lines: [Line]

    /// The largest school has as many, and this many letters hold them.
    static let most = 300
    static let longest = 30_000
    /// So many faults are told at once.
    private static let told = 12

    /// - Throws: at `people`, each line that is wrong with its number.
    init(_ text: String, own: Language) throws {
        let rows = Self.rows(text)
        var faults = Faults()
        faults.require(!rows.isEmpty, "people", T.schools.listEmpty)
        faults.require(rows.count <= Self.most, "people", T.schools.listOver(most: .number(Self.most)))
        try faults.check()
        let parting = NameParting(known: [], cells: rows.map(\.name))
        var (lines, seen): ([Line], Set<String>) = ([], [])
        for row in rows {
            do {
                let name = parting.part(row.name)
                let typed = Typed([
                    ("given_name", name.given), ("family_name", name.family), ("email", row.email), ("job", row.job), ("teaches", row.teaches),
                ])
                let joining = try Joining(typed, own: own)
                guard seen.insert(joining.email?.text ?? PersonName.key(of: joining.name.full)).inserted else { throw Problem.invalid("people", T.schools.listTwice) }
                lines.append(Line(number: row.number, joining: joining, isSure: name.isSure))
            } catch let problem as Problem where problem.kind == .invalid {
                guard let fault = problem.faults.first else { throw problem }
                faults.add("people", T.schools.listLine(line: .number(row.number), text: .text(row.text), fault: .phrase(fault.phrase)))
            }
            if faults.count == Self.told { break }
        }
        try faults.check()
        self.lines = lines
    }

    // MARK: What stands in a line

    private struct Row {
        let number: Int
        let text: String
        var (name, email, job, teaches) = ("", "", "", "")

        init(_ number: Int, _ text: String) {
            (self.number, self.text) = (number, text.count > 60 ? text.prefix(60) + "…" : text)
            let mark: Character = text.contains(";") ? ";" : ","
            var cells = text.split(separator: mark, omittingEmptySubsequences: false).map { WrittenText.line(String($0)) }
            if let place = cells.firstIndex(where: { $0.contains("@") }) { email = cells.remove(at: place) }
            name = cells.isEmpty ? "" : cells.removeFirst()
            // A name in two cells.
            if !name.contains(where: { $0 == " " || $0 == "," }), let other = cells.first, !other.isEmpty {
                name += " " + other
                cells.removeFirst()
            }
            if let first = cells.first { job = first }
            if cells.count > 1 { teaches = cells[1] }
        }
    }

    /// Without empty lines and the heads above them.
    private static func rows(_ text: String) -> [Row] {
        let heads = Set(columns.flatMap { $0.spellings.map { Fold.tokens($0).joined(separator: " ") } })
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().compactMap { number, line in
            let cells = line.split { $0 == ";" || $0 == "," }.map { Fold.tokens(String($0)).joined(separator: " ") }.filter { !$0.isEmpty }
            return cells.isEmpty || cells.allSatisfy(heads.contains) ? nil : Row(number + 1, String(line))
        }
    }

    // MARK: From a file

    /// What a file of people may tell here: as where the office brings people, but nobody needs an address.
    private static let columns = ["family_name", "given_name", "name", "email", "job", "teaches"].compactMap { name in
        PersonImport.columns.first { $0.name == name }
    }.map { $0.name == "email" ? $0.optional : $0 }

    /// The people of a file as text, for whoever brought it to look over.
    /// - Throws: at `file`.
    static func text(
        of bytes: [UInt8], _ oldExcel: OldExcel?, reading read: (@escaping @Sendable (Act) throws -> ImportReading) async throws -> ImportReading
    ) async throws -> String {
        let (bytes, _) = try await ImportFile.usual(bytes, oldExcel)
        let file = try ImportFile.read(bytes)
        let reading = try await read { ImportProposal(columns, in: $0).reading(of: file) }
        return try ImportTable(ImportedList(file, reading), columns: columns).lines.map { line in
            let name = line.has("name") ? line["name"] : "\(line["family_name"]), \(line["given_name"])"
            let cells = [name, line["email"], line["job"], line["teaches"]].map { $0.replacing(";", with: ",") }
            return cells.joined(separator: "; ")
        }.joined(separator: "\n")
    }
}
