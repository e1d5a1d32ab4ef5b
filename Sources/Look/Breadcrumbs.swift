package import HTML

/// The way from the home page to here; the page's own heading is the last step, so it is not repeated.
package struct Breadcrumbs: View {
    let name: String
    let trail: [Link]

    package init(_ name: String, _ trail: [Link]) {
        self.name = name
        self.trail = trail
    }

    package var body: Markup {
        if !trail.isEmpty {
            nav(.class("trail"), .aria("label", name)) {
                ol { ForEach(trail) { step in li { a(.href(step.href), .lang(step.run.lang)) { step.label } } } }
            }
        }
    }
}
