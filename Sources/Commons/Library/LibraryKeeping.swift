package import Centres
package import Kernel

extension Actor {
    /// Whether somebody looks after the resource centre: its librarian, and whoever runs the centre.
    package func keepsLibrary(of centre: Centre.ID) -> Bool { Audience.librarian.admits(self, at: centre) }
}
