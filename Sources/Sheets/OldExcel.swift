import Foundation
import Python

/// Turns binary workbooks (.xls, .xlsb) into those that we read, with a library in Python. Each file has a process of its own, whose memory and time are bounded,
/// and one is read at a time: they come from strangers, and are rare.
public final class OldExcel: Sendable {
    private let python: String
    private let source: String
    private let limits: Limits
    private let megabytes: Int
    private let seconds: Int
    private let desk = DispatchQueue(label: "old excel")

    /// - Parameters:
    ///   - python: path of the interpreter that has the library.
    ///   - source: the program, `Resources/sheets/worker.py`.
    public init(python: String, source: String, limits: Limits = Limits(), megabytes: Int = 1_024, seconds: Int = 20) {
        (self.python, self.source, self.limits, self.megabytes, self.seconds) = (python, source, limits, megabytes, seconds)
    }

    /// The same sheets as XLSX.
    public func workbook(of bytes: [UInt8]) async throws(SheetProblem) -> [UInt8] {
        guard bytes.count <= limits.bytes else { throw SheetProblem(.tooMuch(.bytes, limit: limits.bytes)) }
        guard FileManager.default.isExecutableFile(atPath: python) else { throw SheetProblem(.noReader) }
        let result: Result<[UInt8], SheetProblem> = await withCheckedContinuation { done in
            desk.async { done.resume(returning: self.read(bytes)) }
        }
        return try result.get()
    }

    private func read(_ bytes: [UInt8]) -> Result<[UInt8], SheetProblem> {
        let job = Job(file: Data(bytes), cells: limits.cells, tabs: limits.tabs, megabytes: megabytes, seconds: seconds)
        do {
            let worker = try PythonWorker(python: python, source: source, name: "sheets")
            let answer = try worker.ask(job, Answer.self, before: .now + .seconds(seconds + 5), most: limits.unpacked)
            return .success(try written(answer))
        } catch let problem as SheetProblem {
            return .failure(problem)
        } catch PythonWorker.Silence.late {
            return .failure(SheetProblem(.tooMuch(.seconds, limit: seconds)))
        } catch is PythonWorker.NoStart {
            return .failure(SheetProblem(.noReader))
        } catch {
            // It ended in the middle: over a bound, or over what the library cannot bear.
            return .failure(SheetProblem(.damaged("\(error)")))
        }
    }

    private func written(_ answer: Answer) throws(SheetProblem) -> [UInt8] {
        switch answer.fault {
        case "locked": throw SheetProblem(.locked)
        case "large": throw SheetProblem(.tooMuch(.cells, limit: limits.cells))
        case "missing": throw SheetProblem(.noReader)
        case .some(let fault): throw SheetProblem(.damaged(fault))
        case nil: break
        }
        let writer = try SheetWriter()
        for tab in answer.tabs ?? [] {
            var lines = tab.rows.enumerated().map { SheetLine(number: $0.offset + 1, cells: $0.element.map(Cell.init(answered:))) }
            _ = try MergedCells.fill(&lines, (tab.merged ?? []).compactMap(MergedCells.init(corners:)), limits)
            let heads = lines.first?.cells.map(\.text) ?? []
            try writer.begin(tab.name, columns: heads.map { Sheet.Column($0) })
            for line in lines.dropFirst() { try writer.add(line.cells) }
        }
        return try writer.finish()
    }
}

private struct Job: Encodable {
    let file: Data
    let cells, tabs, megabytes, seconds: Int
}

private struct Answer: Decodable {
    struct Tab: Decodable {
        let name: String
        let merged: [[Int]]?
        let rows: [[String]]
    }

    let tabs: [Tab]?
    let fault: String?
}

extension Cell {
    /// As the worker writes it: a sign and what the cell holds.
    fileprivate init(answered text: String) {
        let value = String(text.dropFirst())
        self = switch text.first {
        case "s": Cell(read: value)
        case "n": Double(value).flatMap { $0.isFinite ? .number(Worksheet.decimal($0)) : nil } ?? .empty
        case "b": .truth(value == "1")
        case "d": Moment(iso: value).map { .date($0.iso) } ?? Cell(read: value)
        default: .empty
        }
    }
}

extension MergedCells {
    /// Of two corners as row and column from 0.
    fileprivate init?(corners: [Int]) {
        guard corners.count == 4, corners.allSatisfy({ (0...1_048_575).contains($0) }), corners[2] >= corners[0] else { return nil }
        self.init(column: corners[1] + 1, first: corners[0] + 1, count: corners[2] - corners[0] + 1)
    }
}
