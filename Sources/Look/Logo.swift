package import HTML

/// The sign of Zbornica: one letter that Latin readers take for Z and Cyrillic readers for З, chalked on a school board.
package struct Logo: View {
    static let letter = "M4.3 4.1h7.2L7.9 7.6c2.4-.2 4 1 4 2.7 0 2.9-4.7 3.5-7.4 1.6"

    package init() {}

    package var body: Markup {
        svg(.class("logo"), .viewBox("0 0 16 16"), .aria("hidden", true)) {
            SVG.path(
                .class("board"),
                .d(
                    "M2.5 0h11A2.5 2.5 0 0 1 16 2.5v11a2.5 2.5 0 0 1-2.5 2.5h-11A2.5 2.5 0 0 1 0 13.5v-11A2.5 2.5 0 0 1 2.5 0z"
                ))
            SVG.path(.class("chalk"), .d(Self.letter))
        }
    }

    /// The sign as a picture of its own, for the browser's tab.
    package static var favicon: [UInt8] {
        renderFragment(
            svg(.custom("xmlns", "http://www.w3.org/2000/svg"), .viewBox("0 0 16 16")) {
                SVG.rect(.width(16), .height(16), .custom("rx", "2.5"), .fill("#1f5b4c"))
                SVG.path(
                    .d(letter), .fill("none"), .stroke("#fff"), .custom("stroke-width", "1.9"),
                    .custom("stroke-linecap", "round"), .custom("stroke-linejoin", "round"))
            })
    }
}
