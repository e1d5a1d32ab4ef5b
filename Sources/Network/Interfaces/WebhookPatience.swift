package import Languages
import Queues

/// When somebody who does not answer is called again, and when no more.
package struct WebhookPatience: Sendable {
    /// Since when nothing arrives; nil at the first failure.
    let since: Instant?
    /// Failures in a row before this one.
    let tries: Int

    package init(since: Instant?, tries: Int) { (self.since, self.tries) = (since, tries) }

    /// - Parameter isGone: the other side said that it is there no more.
    /// - Returns: nil when it is paused.
    package func next(at now: Instant, isGone: Bool = false) -> Instant? {
        let hasFailedLong = since.map { now.seconds(since: $0) >= Webhook.failingHours * 3_600 } ?? false
        return isGone || hasFailedLong ? nil : now.adding(seconds: Backoff.seconds(after: tries + 1))
    }
}
