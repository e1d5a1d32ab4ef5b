package import Logging
import NIOConcurrencyHelpers
import Testing

/// What the town's house writes into its log. Every story watches it: no line may hold a secret, such as the token of a sign-in link.
package final class Logbook: Sendable {
    private let kept = NIOLockedValueBox<[String]>([])

    package init() {}

    package var lines: [String] { kept.withLockedValue { $0 } }

    package var logger: Logger { Logger(label: "town") { _ in Pen(book: self) } }

    private func write(_ line: String) {
        kept.withLockedValue { $0.append(line) }
        // 32 letters of the alphabet of tokens.
        if line.contains(/[A-HJ-NP-Za-km-z2-9]{32}/) { Issue.record("a secret in the log: \(line)") }
    }

    private struct Pen: LogHandler {
        let book: Logbook
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            book.write("\(event.level): \(event.message) \((event.metadata ?? [:]).map { "\($0)=\($1)" }.joined(separator: " "))")
        }
    }
}
