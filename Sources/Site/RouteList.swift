import Foundation
import Interfaces
import Kernel
import Web

extension Rooms {
    /// A line for each route: `METHOD /path audience example`.
    package static var routeLines: [String] {
        Routes(all).all.map { route in
            let example = route.example == "-" ? "-" : "/sr\(route.example)"
            return "\(route.method.rawValue) /:language\(route.path) \(route.audience.rawValue) \(example)"
        } + ["GET /health public /health", "GET / public /", "GET /ready administrator -"]
    }

    /// The table of contents, as `docs/routes.txt` holds it: under each room its routes with their audience, for how long a stranger's page is kept,
    /// and how large a body is taken where it is more than a form.
    package static var contents: String {
        all.filter { !$0.routes.all.isEmpty }.map { room in
            let lines = room.routes.all.map { route in
                let columns = [route.method.rawValue, route.path.isEmpty ? "/" : route.path, route.audience.rawValue, note(route)]
                return zip(columns, [6, 62, 14, 0]).map { $0.padding(toLength: max($1, $0.isEmpty ? 0 : $0.count + 1), withPad: " ", startingAt: 0) }.joined()
            }
            return ([room.name] + lines.map { "    " + $0.trimmingCharacters(in: .whitespaces) }).joined(separator: "\n")
        }.joined(separator: "\n\n") + "\n\n" + programs + "\n"
    }

    /// What programs may ask, each with the scope that a key needs.
    private static var programs: String {
        let lines = exchange.all(APIRoute.self).map { route in
            "    GET   " + (API.root + route.path).padding(toLength: 62, withPad: " ", startingAt: 0) + (route.scope?.rawValue ?? "public")
        }
        return (["for programs"] + lines).joined(separator: "\n")
    }

    private static func note(_ route: Route) -> String {
        if route.takes != .form { return "takes \(route.takes), \(route.takes.shown)" }
        return route.keeping == .never ? "" : "kept \(route.keeping)"
    }
}
