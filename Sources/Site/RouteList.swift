import Kernel
package import Web

extension Routes {
    /// A line for each door: `METHOD /path audience example`.
    package static var lines: [String] {
        Routes(Rooms.all).all.map { route in
            let example = route.example == "-" ? "-" : "/sr\(route.example)"
            return "\(route.method.rawValue) /:language\(route.path) \(route.audience.rawValue) \(example)"
        } + ["GET /health public /health", "GET / public /", "GET /ready administrator -"]
    }
}

extension App {
    package static var routeLines: [String] { Routes.lines }
}
