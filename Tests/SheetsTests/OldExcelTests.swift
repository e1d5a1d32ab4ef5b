import Foundation
import Testing

@testable import Sheets

/// Binary workbooks, which a library in Python reads in a process of its own.
@Suite struct `An old workbook` {
    private static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func reader(_ source: String? = nil, megabytes: Int = 1_024, seconds: Int = 20) throws -> OldExcel {
        let python = ProcessInfo.processInfo.environment["ZBORNICA_PYTHON"] ?? root.appending(path: ".venv/bin/python").path
        let own = try String(contentsOf: root.appending(path: "Resources/sheets/worker.py"), encoding: .utf8)
        return OldExcel(python: python, source: source ?? own, megabytes: megabytes, seconds: seconds)
    }

    @Test func `becomes one of today, sheet by sheet`() async throws {
        let old = OldBook([("Списак", [["Презиме", "Телефон"], ["Ђорђевић", 641000001], ["Rūta ė", .number(0.5)]]), ("Други", [["x"]])])
        #expect(throws: SheetProblem(.oldExcel)) { try SheetFile(reading: old.bytes) }
        let file = try SheetFile(reading: try await Self.reader().workbook(of: old.bytes))
        #expect(file.tabs.map(\.name) == ["Списак", "Други"])
        #expect(file.tabs[0].lines.map(\.cells) == [["Презиме", "Телефон"], ["Ђорђевић", 641000001], ["Rūta ė", .number(0.5)]])
    }

    @Test func `that is damaged is refused, whatever it does to its reader`() async throws {
        var bytes = OldBook([("Списак", [["Презиме"], ["Ђорђевић"]])]).bytes
        var dice = Dice(state: 7)
        let reader = try Self.reader()
        for _ in 0..<6 {
            for _ in 0..<20 { bytes[512 + dice.below(bytes.count - 512)] = UInt8(truncatingIfNeeded: dice.next()) }
            do throws(SheetProblem) { _ = try await reader.workbook(of: bytes) } catch {
                let answers: [SheetProblem.What] = [.damaged("damaged"), .tooMuch(.cells, limit: 4_000_000)]
                #expect(answers.contains(error.what), "\(error)")
            }
        }
        await #expect(throws: SheetProblem(.damaged("damaged"))) { try await Self.reader().workbook(of: [0xD0, 0xCF, 0x11, 0xE0, 1, 2]) }
    }

    @Test func `cannot take all memory or all time`() async throws {
        let bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]
        let greedy = "import resource, sys\nsys.stdin.readline()\nresource.setrlimit(resource.RLIMIT_AS, (200 << 20, 200 << 20))\nx = b'a' * (400 << 20)\n"
        let problem = await #expect(throws: SheetProblem.self) { try await Self.reader(greedy).workbook(of: bytes) }
        if case .damaged = problem?.what {} else { Issue.record("\(String(describing: problem))") }
        await #expect(throws: SheetProblem(.tooMuch(.seconds, limit: 1))) { try await Self.reader("import time\ntime.sleep(600)", seconds: 1).workbook(of: bytes) }
    }

    @Test func `is not read where nothing reads it`() async {
        await #expect(throws: SheetProblem(.noReader)) { try await OldExcel(python: "/nowhere/python", source: "").workbook(of: []) }
        await #expect(throws: SheetProblem(.noReader)) { try await Self.reader("print('{\"fault\": \"missing\"}', flush=True)\ninput()").workbook(of: [1]) }
    }
}

/// A workbook of 1997 in the smallest form that programs read: a compound file with one stream of records.
struct OldBook {
    var bytes: [UInt8]

    init(_ sheets: [(name: String, rows: [[Cell]])]) {
        let start = Self.record(0x809, Self.little(0x600, 2) + Self.little(5, 2) + Self.little(0, 12))
        let parts = sheets.map { Self.sheet($0.rows) }
        var place = start.count + sheets.reduce(4) { $0 + 10 + Self.text($1.name, 1).count }
        var stream = start
        for (sheet, part) in zip(sheets, parts) {
            stream += Self.record(0x85, Self.little(place, 4) + [0, 0] + Self.text(sheet.name, 1))
            place += part.count
        }
        stream += Self.record(0x0A, []) + parts.joined()
        bytes = Self.compound(stream)
    }

    private static func sheet(_ rows: [[Cell]]) -> [UInt8] {
        var records = record(0x809, little(0x600, 2) + little(0x10, 2) + little(0, 12))
        for (row, cells) in rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                let head = little(row, 2) + little(column, 2) + little(0, 2)
                if case .number(let number) = cell {
                    let bits = (Double(number.description) ?? 0).bitPattern
                    records += record(0x203, head + (0..<8).map { UInt8(truncatingIfNeeded: bits >> (8 * UInt64($0))) })
                } else {
                    records += record(0x204, head + text(cell.text, 2))
                }
            }
        }
        return records + record(0x0A, [])
    }

    private static func compound(_ stream: [UInt8]) -> [UInt8] {
        let sectors = (max(stream.count, 4096) + 511) / 512
        let size = sectors * 512
        var head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + little(0, 16)
        head += little(0x3E, 2) + little(3, 2) + little(0xFFFE, 2) + little(9, 2) + little(6, 2) + little(0, 6)
        head += [0, 1, 1, 0, 4096, 0xFFFF_FFFE, 0, 0xFFFF_FFFE, 0, 0].flatMap { little($0, 4) } + Array(repeating: 0xFF, count: 432)
        let chain = [0xFFFF_FFFD, 0xFFFF_FFFE] + (3..<(2 + sectors)).map { $0 } + [0xFFFF_FFFE]
        let table = (chain + Array(repeating: 0xFFFF_FFFF, count: 128 - chain.count)).flatMap { little($0, 4) }
        func entry(_ name: String, _ kind: UInt8, child: Int, start: Int, size: Int) -> [UInt8] {
            let letters = name.utf16.flatMap { little(Int($0), 2) }
            return letters + Array(repeating: 0, count: 64 - letters.count) + little(name.isEmpty ? 0 : letters.count + 2, 2) + [kind, 1]
                + little(0xFFFF_FFFF, 4) + little(0xFFFF_FFFF, 4) + little(child, 4) + little(0, 36) + little(start, 4) + little(size, 8)
        }
        let folder = entry("Root Entry", 5, child: 1, start: 0xFFFF_FFFE, size: 0) + entry("Workbook", 2, child: 0xFFFF_FFFF, start: 2, size: size)
        let none = entry("", 0, child: 0xFFFF_FFFF, start: 0, size: 0)
        return head + table + folder + none + none + stream + Array(repeating: 0, count: size - stream.count)
    }

    private static func record(_ kind: Int, _ body: [UInt8]) -> [UInt8] { little(kind, 2) + little(body.count, 2) + body }
    private static func text(_ text: String, _ width: Int) -> [UInt8] { little(text.utf16.count, width) + [1] + text.utf16.flatMap { little(Int($0), 2) } }
    private static func little(_ number: Int, _ width: Int) -> [UInt8] { (0..<width).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * $0)) : 0 } }
}
