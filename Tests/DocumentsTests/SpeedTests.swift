import Documents
import Foundation
import Testing

/// What documents cost, in time of the processor and not of the clock, so that a busy machine changes little.
@Suite(.serialized, .timeLimit(.minutes(3))) struct SpeedTests {
    @Test func `one certificate takes a worker at most 30 ms, three hundred 3 s and 350 MB`() async throws {
        let typesetter = try Press.typesetter()
        func job(_ count: Int, _ mark: String) throws -> Typesetting {
            try Press.example("certificate-sr") { data in
                guard let documents = data["documents"] as? [[String: Any]], let check = documents[0]["check"] as? [String: Any], let path = check["path"] as? String else { return }
                // No two have the same name, number and code: nothing is remembered from the one before.
                data["documents"] = (0..<count).map { number in
                    documents[0].merging([
                        "name": "Ана Ђорђевић \(mark)\(number)", "marks": [["label": "Број", "value": "12-\(mark)\(number)/2026"]],
                        "check": check.merging(["path": path + "M\(4 + number % 40) 4h1v1h-1z", "code": "K7PM-\(mark)-\(number)"]) { $1 },
                    ]) { $1 }
                }
            }
        }
        _ = try await typesetter.set(job(1, "x"))
        let worker = try #require(typesetter.process)
        let before = try Load(of: worker)
        for number in 0..<20 { _ = try await typesetter.set(job(1, "y\(number)")) }
        let single = try (Load(of: worker).milliseconds - before.milliseconds) / 20
        #expect(single <= 30, "one: \(single) ms")

        let many = try job(300, "z")
        let begun = try Load(of: worker)
        let watch = Task {
            var last = begun
            while !Task.isCancelled, let now = try? Load(of: worker) {
                last = now
                try? await Task.sleep(for: .milliseconds(10))
            }
            return last
        }
        let pdf = try await typesetter.set(many)
        watch.cancel()
        let end = await watch.value
        let batch = end.milliseconds - begun.milliseconds
        #expect(batch <= 3_000 && end.megabytes <= 350, "three hundred: \(batch) ms, \(end.megabytes) MB, \(pdf.count) bytes; one: \(single) ms")
    }
}

/// What a process has used up to now.
private struct Load {
    let milliseconds: Int
    /// The most it ever held.
    let megabytes: Int

    private struct Gone: Error {}

    init(of process: Int32) throws {
        let stat = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        // Behind the name of the program: its state, and eleven fields later its own time and the kernel's for it.
        guard let name = stat.lastIndex(of: ")"), let most = status.firstMatch(of: /VmHWM:\s+(\d+)/).flatMap({ Int($0.1) }) else { throw Gone() }
        let ticks = stat[name...].split(separator: " ").dropFirst(12).prefix(2).compactMap { Int($0) }
        milliseconds = ticks.reduce(0, +) * 1000 / sysconf(Int32(_SC_CLK_TCK))
        megabytes = most / 1024
    }
}
