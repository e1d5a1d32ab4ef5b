import ArgumentParser
import Site

struct Routes: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Prints every route: METHOD /path audience example.")

    func run() {
        for line in Rooms.routeLines { print(line) }
    }
}
