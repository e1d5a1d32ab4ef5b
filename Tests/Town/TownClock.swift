import Kernel
package import Languages
import NIOConcurrencyHelpers

/// The town's clock: it stands until the story moves it.
package final class TownClock: Sendable {
    private let time: NIOLockedValueBox<Instant>
    package init(_ now: Instant) { time = NIOLockedValueBox(now) }
    package var now: Instant { time.withLockedValue { $0 } }
    package func passes(days: Int = 0, hours: Int = 0, minutes: Int = 0, seconds: Int = 0) {
        time.withLockedValue { $0 = $0.adding(days: days).adding(hours: hours).adding(minutes: minutes).adding(seconds: seconds) }
    }
    package func becomes(_ instant: Instant) { time.withLockedValue { $0 = instant } }
}
