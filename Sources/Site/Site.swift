import Kernel
package import Web

extension Routes {
    /// Every door of the house with its audience.
    package static let site: Routes = {
        var routes = Routes()
        routes.get("", .public, example: "", cached: true, HomePage.show)
        routes.addNetwork()
        routes.addCatalogue()
        return routes
    }()
}
