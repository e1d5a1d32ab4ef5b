import Hummingbird
import NIOConcurrencyHelpers

/// The doors to which a form goes on that was kept while its sender signed in again: few ever do, so they are opened for the first of them.
final class KeptFormDoors: Sendable {
    private let gate: Gate
    private let routes: Routes
    private let opened = NIOLockedValueBox<RouterResponder<WebContext>?>(nil)

    init(gate: Gate, routes: Routes) {
        self.gate = gate
        self.routes = routes
    }

    var responder: RouterResponder<WebContext> {
        opened.withLockedValue { opened in
            if let opened { return opened }
            let made = gate.opened(routes).buildResponder()
            opened = made
            return made
        }
    }
}
