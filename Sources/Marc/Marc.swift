public import Foundation
import Python

/// Why records of a library could not be read.
public enum MarcProblem: Error, Hashable, Sendable {
    /// It is no such file.
    case unknownKind
    /// It holds more than is read at once, or takes longer.
    case tooMuch(limit: Int)
    case damaged(String)
    /// Nothing here reads them.
    case noReader
}

/// Reads records of libraries (MARC 21, UNIMARC, COMARC, as ISO 2709 and as MARCXML) with a library in Python. Each file has a process of its own, whose memory and
/// time are bounded, and one is read at a time. The file is never in our memory: what it holds comes line by line.
public final class MarcReader: Sendable {
    private let python: String
    private let source: String
    private let records: Int
    private let megabytes: Int
    private let seconds: Int
    private let desk = DispatchQueue(label: "marc")

    /// - Parameters:
    ///   - python: path of the interpreter that has the library.
    ///   - source: the program, `Resources/marc/worker.py`.
    ///   - records: the most that one file may have.
    public init(python: String, source: String, records: Int = 100_000, megabytes: Int = 512, seconds: Int = 120) {
        (self.python, self.source, self.records, self.megabytes, self.seconds) = (python, source, records, megabytes, seconds)
    }

    /// The rows of a file while they come.
    public struct Rows {
        fileprivate let reader: MarcReader
        fileprivate let file: URL

        /// Calls with each row: texts by the names of columns.
        /// - Returns: how many records there were.
        public func each(_ heard: ([String: String]) throws -> Void) throws -> Int { try reader.talk(file, heard) }
    }

    /// Reads a file on a thread of its own.
    /// - Parameter work: what is made of its rows.
    public func read<Made: Sendable>(_ file: URL, _ work: @escaping @Sendable (Rows) throws -> Made) async throws -> Made {
        guard FileManager.default.isExecutableFile(atPath: python) else { throw MarcProblem.noReader }
        let result: Result<Made, any Error> = await withCheckedContinuation { done in
            desk.async { done.resume(returning: Result { try work(Rows(reader: self, file: file)) }) }
        }
        return try result.get()
    }

    private func talk(_ file: URL, _ heard: ([String: String]) throws -> Void) throws -> Int {
        let job = Job(path: file.path, records: records, megabytes: megabytes, seconds: seconds), decoder = JSONDecoder()
        var answer = Answer()
        do {
            let worker = try PythonWorker(python: python, source: source, name: "marc")
            try worker.talk(job, before: .now + .seconds(seconds + 5)) { line in
                guard let line else { return .listen }
                answer = try decoder.decode(Answer.self, from: line)
                guard let row = answer.row else { return .done }
                try heard(row)
                return .listen
            }
        } catch PythonWorker.Silence.late {
            throw MarcProblem.tooMuch(limit: seconds)
        } catch PythonWorker.Silence.ended {
            // Over a bound, or over what the library cannot bear.
            throw MarcProblem.damaged("ended")
        } catch is PythonWorker.NoStart {
            throw MarcProblem.noReader
        }
        switch answer.fault {
        case "kind": throw MarcProblem.unknownKind
        case "large": throw MarcProblem.tooMuch(limit: records)
        case "missing": throw MarcProblem.noReader
        case .some(let fault): throw MarcProblem.damaged(fault)
        case nil: return answer.done ?? 0
        }
    }
}

private struct Job: Encodable {
    let path: String
    let records, megabytes, seconds: Int
}

private struct Answer: Decodable {
    var row: [String: String]?
    var done: Int?
    var fault: String?
}
