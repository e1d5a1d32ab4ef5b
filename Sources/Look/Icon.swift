package import HTML

/// A small drawing beside a word, on a grid of 16, in the colour of the word. It says nothing the word does not say.
package enum Icon: CaseIterable, Sendable {
    case dot, check, clock, cross, info, warning, arrow, back, today, event, apply, people, more, search, print, download
    case book, school, report, settings, letter, proof, money

    var path: String {
        switch self {
        case .dot: "M8 5.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5z"
        case .check: "M2.5 8.5l3.7 3.7L13.5 4.5"
        case .clock: "M8 1.8a6.2 6.2 0 1 1 0 12.4a6.2 6.2 0 1 1 0-12.4zM8 4.6V8l2.4 1.8"
        case .cross: "M3.5 3.5l9 9M12.5 3.5l-9 9"
        case .info: "M8 1.8a6.2 6.2 0 1 1 0 12.4a6.2 6.2 0 1 1 0-12.4zM8 7.3v4M8 4.6v.4"
        case .warning: "M8 2l6.6 11.8H1.4zM8 6.3v3.4M8 11.6v.3"
        case .arrow: "M6 3l5 5-5 5"
        case .back: "M10 3L5 8l5 5"
        case .today:
            "M8 4.6a3.4 3.4 0 1 1 0 6.8a3.4 3.4 0 1 1 0-6.8zM8 .8v1.4M8 13.8v1.4M.8 8h1.4M13.8 8h1.4M2.9 2.9l1 1M12.1 12.1l1 1M13.1 2.9l-1 1M3.9 12.1l-1 1"
        case .event: "M2.2 3.5h11.6v10.3H2.2zM2.2 6.8h11.6M5.2 1.6v3.2M10.8 1.6v3.2"
        case .apply: "M3.2 1.8h9.6v12.4H3.2zM5.8 8.2l1.6 1.7 3-3.4"
        case .people:
            "M6 2.6a2.4 2.4 0 1 1 0 4.8a2.4 2.4 0 1 1 0-4.8zM1.6 13.6c0-5.4 8.8-5.4 8.8 0zM10.8 3.1a2.2 2.2 0 0 1 0 4.1M11.9 9.6c1.6.6 2.5 2 2.5 4"
        case .more: "M2 4h12M2 8h12M2 12h12"
        case .search: "M7 2.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 1 1 0-9.6zM10.5 10.5l3.7 3.7"
        case .print: "M4.2 6V1.8h7.6V6M4.2 11.6H1.8V6h12.4v5.6h-2.4M4.2 9.4h7.6v4.8H4.2z"
        case .book:
            "M8 3.6C6.4 2.4 4.4 2 1.8 2.2v10.4C4.4 12.4 6.4 12.8 8 14M8 3.6C9.6 2.4 11.6 2 14.2 2.2v10.4C11.6 12.4 9.6 12.8 8 14V3.6z"
        case .school: "M1.6 6.6L8 2.2l6.4 4.4M3.2 5.8v8h9.6v-8M6.4 13.8V9.6h3.2v4.2"
        case .report: "M2.4 2v11.8H14M5.4 11V8.2M8.6 11V4.8M11.8 11V6.8"
        case .settings: "M2 4.4h6.4M12 4.4h2M2 11.6h2M7.6 11.6H14M8.4 2.8h3.6v3.2H8.4zM4 10h3.6v3.2H4z"
        case .letter: "M1.8 3.4h12.4v9.2H1.8zM2.2 4L8 8.8L13.8 4"
        case .proof: "M8 1.6a4.4 4.4 0 1 1 0 8.8a4.4 4.4 0 1 1 0-8.8zM5.4 9.6l-1.2 4.8L8 12.4l3.8 2-1.2-4.8"
        case .money: "M1.6 4h12.8v8H1.6zM8 6.2a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6z"
        case .download: "M8 1.8v8.4M4.4 6.9L8 10.4l3.6-3.5M2.2 13.8h11.6"
        }
    }
}

extension Icon: HTML {
    package func render(into out: inout Out) {
        svg(.class("icon"), .viewBox("0 0 16 16"), .aria("hidden", true)) { SVG.path(.d(path)) }.render(into: &out)
    }
}
