package import HTML

/// A code for a camera: dark on white in every colour scheme, with the words of what it is for.
package struct CodePicture: View {
    let path: String
    let extent: Int
    let label: String

    /// - Parameters:
    ///   - path: of the dark modules; a module is 1 wide.
    ///   - extent: modules of a side, with the quiet zone.
    package init(_ label: String, path: String, extent: Int) {
        self.label = label
        self.path = path
        self.extent = extent
    }

    package var body: Markup {
        svg(.class("code-picture"), .viewBox("0 0 \(extent) \(extent)"), .role("img"), .aria("label", label)) {
            SVG.rect(.class("ground"), .width(extent), .height(extent))
            SVG.path(.d(path))
        }
    }
}
