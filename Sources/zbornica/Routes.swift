import ArgumentParser
import Site

struct Routes: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Prints every door: METHOD /path audience example.")

    func run() {
        for line in App.routeLines { print(line) }
    }
}
