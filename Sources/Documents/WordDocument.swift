import Foundation
import Python

/// Writes a ``Paper`` as a Word document, which an office goes on to write in, with a library in Python. Each document has a process of its own; they are written
/// one at a time.
public final class WordWriter: Sendable {
    private let python: String
    private let source: String
    private let seconds: Int
    private let desk = DispatchQueue(label: "word documents")

    public enum Fault: Error, Equatable {
        /// There is no interpreter, or it has no such library.
        case noWriter
        case failed(String)
    }

    /// - Parameters:
    ///   - python: path of the interpreter that has the library.
    ///   - source: the program, `Resources/word/worker.py`.
    public init(python: String, source: String, seconds: Int = 30) { (self.python, self.source, self.seconds) = (python, source, seconds) }

    /// - Parameter isLandscape: whether the sheet lies.
    public func document(of paper: Paper, landscape isLandscape: Bool = false) async throws(Fault) -> [UInt8] {
        guard FileManager.default.isExecutableFile(atPath: python) else { throw .noWriter }
        let result: Result<[UInt8], Fault> = await withCheckedContinuation { done in
            desk.async { done.resume(returning: self.write(Job(paper: paper, landscape: isLandscape, seconds: self.seconds))) }
        }
        return try result.get()
    }

    private func write(_ job: Job) -> Result<[UInt8], Fault> {
        do {
            let worker = try PythonWorker(python: python, source: source, name: "word")
            let answer = try worker.ask(job, Answer.self, before: .now + .seconds(seconds + 5), most: Self.bytesMost)
            if let bytes = answer.docx { return .success(Array(bytes)) }
            let fault = answer.fault ?? ""
            return .failure(fault.hasPrefix("ModuleNotFoundError") ? .noWriter : .failed(fault))
        } catch is PythonWorker.NoStart {
            return .failure(.noWriter)
        } catch {
            return .failure(.failed("\(error)"))
        }
    }

    private static let bytesMost = 64 << 20

    private struct Job: Encodable {
        let paper: Paper
        let landscape: Bool
        let seconds: Int
    }

    private struct Answer: Decodable {
        let docx: Data?
        let fault: String?
    }
}
