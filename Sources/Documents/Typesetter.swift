import Foundation
public import Logging
import Python
import Synchronization

/// Sets documents in PDF/A-3a that is also PDF/UA-1, with a worker in Python that lives as long as it is well.
///
/// Jobs are done one after another: of each party in the order in which they came, of the parties in turn. The worker is started with the first of them. One
/// that falls is replaced and the job done again, once; one that takes too long is ended; one that has grown large, as its cache does, is replaced by a new one.
/// It ends with the program, however the program ends.
public final class Typesetter: Sendable {
    /// The most kilobytes that a worker may have held and still be used for the next job.
    private static let memoryMax = 200 << 10
    private static let waitingMax = 64
    private static let startSeconds = 60

    private let python: String
    private let source: String
    private let hello: Hello
    private let seconds: Int
    private let logger: Logger
    private let desk = DispatchQueue(label: "typesetter")
    private let state = Mutex(State())

    private struct State {
        var worker: PythonWorker?
        /// Who waits, by party, and whose turn it is: a party that was served goes to the end.
        var lines: [String: [Waiting]] = [:]
        var turns: [String] = []
        var waiting = 0
        var isStopped = false
        /// Why the last start failed.
        var trouble: String?
    }

    private struct Waiting: Sendable {
        let request: WorkerRequest
        let seconds: Int?
        let done: CheckedContinuation<[UInt8], any Error>
    }

    /// - Parameters:
    ///   - python: path of the interpreter that has Typst.
    ///   - templates: the worker (`worker.py`) and the templates, by the names of their files.
    ///   - fonts: folders; no other font is used. Beside Noto Serif and Noto Sans, other scripts are set in what is found there, such as Noto Sans CJK.
    ///   - seconds: how long one job may take.
    public init(
        python: String, templates: [String: [UInt8]], fonts: [String] = ["/usr/share/fonts/truetype/noto", "/usr/share/fonts/opentype/noto"], seconds: Int = 60,
        logger: Logger = Logger(label: "typesetter")
    ) {
        self.python = python
        self.seconds = seconds
        self.logger = logger
        source = String(decoding: templates["worker.py"] ?? [], as: UTF8.self)
        hello = Hello(templates: templates.filter { $0.key.hasSuffix(".typ") }.mapValues { Data($0) }, fonts: fonts, seconds: seconds)
    }

    deinit { state.withLock { $0.worker?.kill() } }

    /// Sets one document.
    /// - Throws: ``TypesetterFault``
    public func set(_ job: Typesetting) async throws -> [UInt8] {
        try await answer(to: .set(job), for: job.party, within: job.seconds)
    }

    /// Ends the worker, also in the middle of a job, which then fails; nothing is set any more.
    public func stop() async {
        let worker = state.withLock { state in
            state.isStopped = true
            return state.worker
        }
        worker?.kill()
        await withCheckedContinuation { done in
            desk.async {
                _ = self.state.withLock { state in
                    defer { state.worker = nil }
                    return state.worker
                }
                done.resume()
            }
        }
    }

    /// Why no document would be set now; nil if the worker is alive or can be started. Starts nothing.
    public var trouble: String? {
        state.withLock { state in
            if state.isStopped { return TypesetterFault.stopped.description }
            if state.worker != nil { return nil }
            return state.trouble ?? (FileManager.default.isExecutableFile(atPath: python) ? nil : "no Python at \(python)")
        }
    }

    /// The process of the worker, while there is one.
    public var process: Int32? { state.withLock { $0.worker?.id } }

    /// - Parameters:
    ///   - party: who is served in turn with the other parties.
    ///   - limit: seconds, if less than any job may take.
    func answer(to request: WorkerRequest, for party: String = "", within limit: Int? = nil) async throws -> [UInt8] {
        try state.withLock { state in
            guard !state.isStopped else { throw TypesetterFault.stopped }
            guard state.waiting < Self.waitingMax else { throw TypesetterFault.busy }
            state.waiting += 1
        }
        return try await withCheckedThrowingContinuation { done in
            state.withLock { state in
                state.lines[party, default: []].append(Waiting(request: request, seconds: limit, done: done))
                if !state.turns.contains(party) { state.turns.append(party) }
            }
            desk.async { self.serve() }
        }
    }

    /// Does the job whose turn it is.
    private func serve() {
        let next = state.withLock { state -> Waiting? in
            guard let party = state.turns.first, let next = state.lines[party]?.removeFirst() else { return nil }
            state.turns.removeFirst()
            if state.lines[party]?.isEmpty == true { state.lines[party] = nil } else { state.turns.append(party) }
            return next
        }
        guard let next else { return }
        let answer = Result { try exchange(next.request, within: next.seconds ?? seconds) }
        state.withLock { $0.waiting -= 1 }
        next.done.resume(with: answer)
    }

    private func exchange(_ request: WorkerRequest, within limit: Int) throws -> [UInt8] {
        do { return try exchangeOnce(request, limit) } catch PythonWorker.Silence.ended {
            try dismiss("it ended in the middle of a document")
            do { return try exchangeOnce(request, limit) } catch PythonWorker.Silence.ended {
                try dismiss("it ended again")
                throw TypesetterFault.fallen
            }
        }
    }

    private func exchangeOnce(_ request: WorkerRequest, _ limit: Int) throws -> [UInt8] {
        let worker = try hire()
        let reply: WorkerReply
        do { reply = try worker.ask(request, WorkerReply.self, before: .now + .seconds(min(limit, seconds))) } catch PythonWorker.Silence.late {
            try dismiss("it took longer than \(min(limit, seconds)) seconds")
            throw TypesetterFault.tooLong
        }
        if (reply.memory ?? 0) > Self.memoryMax { try dismiss(nil) }
        guard let pdf = reply.pdf else { throw TypesetterFault(kind: reply.fault ?? "worker", text: reply.text ?? "") }
        return Array(pdf)
    }

    /// The worker, started if there is none.
    private func hire() throws -> PythonWorker {
        if let worker = state.withLock({ $0.worker }) { return worker }
        do {
            let worker: PythonWorker
            do { worker = try PythonWorker(python: python, source: source, name: "typst") } catch let fault as PythonWorker.NoStart { throw TypesetterFault(fault) }
            let reply: WorkerReply
            do { reply = try worker.ask(hello, WorkerReply.self, before: .now + .seconds(Self.startSeconds)) } catch is PythonWorker.Silence {
                throw TypesetterFault.noStart("\(python) ended or was silent")
            }
            if let fault = reply.fault { throw TypesetterFault(kind: fault, text: reply.text ?? "") }
            try state.withLock { state in
                guard !state.isStopped else { throw TypesetterFault.stopped }
                (state.worker, state.trouble) = (worker, nil)
            }
            return worker
        } catch {
            state.withLock { $0.trouble = "\(error)" }
            throw error
        }
    }

    /// Lets the worker go; the next job starts another.
    private func dismiss(_ reason: String?) throws {
        if let reason { logger.warning("typesetter: \(reason)") }
        let (worker, isStopped) = state.withLock { state in
            defer { state.worker = nil }
            return (state.worker, state.isStopped)
        }
        worker?.kill()
        if isStopped { throw TypesetterFault.stopped }
    }
}
