import Kernel
package import Web

extension Room {
    /// The cast of a demonstration, each one button away, and the parts that pages are made of.
    package static let demo = Room("demo") { room in
        room.get("/demo", .public, example: "/demo", DemoPages.show)
        room.get("/demo/:person", .public, DemoPages.enter)
        room.post("/demo/:person", .public, DemoPages.enter)
        room.get("/styleguide", .public, example: "/styleguide", DemoPages.styleguide)
    }
}
