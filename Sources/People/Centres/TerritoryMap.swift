import Foundation
package import HTML
package import Languages
import Look

/// Municipalities as points, drawn from their coordinates: where a centre works, or how much of something there is in each. It asks nobody else for a map; the
/// names, and the numbers, stand in a list beside it too.
package struct TerritoryMap: View {
    private struct Point {
        let name: Run
        let x: Double
        let y: Double
        let isSeat: Bool
        let radius: Double
        /// Whether there is a number, which nobody is told.
        let isHidden: Bool
        /// About what its name takes.
        var width: Double { Double(name.text.count) * 8 + 20 }
    }

    private static let width = 480.0
    private static let (margin, name) = (28.0, 96.0)
    private static let kilometre = 1 / 111.32

    private let points: [Point]
    private let height: Double
    /// Of ten kilometres.
    private let scale: Double
    private let t: Texts
    private let said: String?

    /// - Parameters:
    ///   - seat: where the centre stands.
    ///   - weights: how much there is in each, shown by the size of the points; nil in it what is not told.
    ///   - label: what is drawn, where it is not simply where the centre works.
    package init(_ towns: [Municipality], seat: Municipality?, t: Texts, weights: [Municipality.ID: Int?]? = nil, label: String? = nil) {
        (self.t, said) = (t, label)
        let most = Double(max(1, weights?.values.compactMap(\.self).max() ?? 1))
        let placed = towns.compactMap { town in town.seat.map { (town, $0) } }
        let (south, north) = (placed.map(\.1.latitude).min() ?? 0, placed.map(\.1.latitude).max() ?? 0)
        let (west, east) = (placed.map(\.1.longitude).min() ?? 0, placed.map(\.1.longitude).max() ?? 0)
        // A degree of longitude is shorter than one of latitude, the more the further north.
        let narrow = cos((south + north) / 2 * .pi / 180)
        let span = max((east - west) * narrow, (north - south) * 1.5, 5 * Self.kilometre)
        let unit = (Self.width - 2 * Self.margin - Self.name) / span
        height = (north - south) * unit + 2 * Self.margin + 24
        scale = 10 * Self.kilometre * unit
        points = placed.map { town, place in
            Point(
                name: t.run(town.name), x: Self.margin + (place.longitude - west) * narrow * unit, y: Self.margin + (north - place.latitude) * unit,
                isSeat: town.id == seat?.id, radius: weights.map { 4 + 20 * (Double(($0[town.id] ?? nil) ?? 0) / most).squareRoot() } ?? (town.id == seat?.id ? 8 : 5),
                isHidden: weights.map { ($0[town.id] ?? nil) == nil } ?? false)
        }
    }

    @HTMLBuilder package var body: some HTML {
        if points.count > 1 {
            figure(.class("territory")) {
                svg(.viewBox("0 0 \(Int(Self.width)) \(Int(height.rounded(.up)))"), .role("img"), .aria("label", label)) {
                    ForEach(points) { point in
                        SVG.circle(
                            .class(point.isHidden ? "hidden" : point.isSeat ? "seat" : "town"), .custom("cx", Self.written(point.x)),
                            .custom("cy", Self.written(point.y)), .custom("r", Self.written(point.radius)))
                    }
                    ForEach(named) { point in
                        SVG.text(
                            .class(point.isSeat ? "seat" : nil), .custom("x", Self.written(point.x + max(7, point.radius) + 5)), .custom("y", Self.written(point.y + 5)),
                            .lang(point.name.lang)
                        ) { point.name.text }
                    }
                    SVG.line(
                        .class("scale"), .custom("x1", Self.written(Self.margin)), .custom("x2", Self.written(Self.margin + scale)),
                        .custom("y1", Self.written(height - 12)), .custom("y2", Self.written(height - 12)))
                    SVG.text(.custom("x", Self.written(Self.margin + scale + 8)), .custom("y", Self.written(height - 7))) { "10 km" }
                }
            }
        }
    }

    private var label: String { said ?? t(T.centres.mapLabel(names: .list(points.map { .text($0.name.text) }))) }

    /// Those whose names do not cover one another; the centre's own place comes first.
    private var named: [Point] {
        points.sorted { $0.isSeat && !$1.isSeat }.reduce(into: []) { named, point in
            let isCovered = named.contains { abs($0.y - point.y) < 18 && point.x - $0.x < $0.width && $0.x - point.x < point.width }
            if !isCovered { named.append(point) }
        }
    }

    private static func written(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }
}
