import Forms
import HTML
import Kernel
import Languages
import Look

/// The whole way of a note, drawn as a line and told as a list.
struct PracticeWayViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ practice: Practice, _ way: PracticeWay) -> Screen {
        Screen(
            t(T.community.way), description: t.shown(practice.title),
            trail: [
                Look.Link(t(T.community.title), href: reader.link("/practices")), Look.Link(t.run(practice.title, practice.language), href: reader.link(practice.path)),
            ], isIndexed: false
        ) {
            Heading(Run(t(T.community.way)), lead: t.run(practice.title, practice.language))
            if practice.state == .withdrawn {
                HTML::p { t(T.community.gone(day: .day(reader.centre.zone.day(of: practice.withdrawn ?? practice.changed)))) }
            }
            drawing(way)
            Steps(way.stations.map { step($0, practice) })
        }
    }

    private static let gap = 100

    /// A line with a station for each; what has come is filled. The list below says the same.
    private func drawing(_ way: PracticeWay) -> some HTML {
        let stations = way.stations, width = Self.gap * stations.count, reached = (stations.lastIndex { $0.isReached } ?? 0) * Self.gap + Self.gap / 2
        let label = t(T.community.wayDrawn(reached: .number(stations.filter(\.isReached).count), all: .number(stations.count)))
        return div(.class("way")) {
            svg(.viewBox("0 0 \(width) 40"), .role("img"), .aria("label", label)) {
                SVG.line(.custom("x1", Self.gap / 2), .custom("y1", 20), .custom("x2", width - Self.gap / 2), .custom("y2", 20), .class("ahead"))
                SVG.line(.custom("x1", Self.gap / 2), .custom("y1", 20), .custom("x2", reached), .custom("y2", 20), .class("gone"))
                ForEach(Array(stations.enumerated())) { place, station in
                    SVG.circle(.custom("cx", place * Self.gap + Self.gap / 2), .custom("cy", 20), .custom("r", 9), .class(station.isReached ? "gone" : "ahead"))
                }
            }
        }
    }

    private func step(_ station: PracticeStation, _ practice: Practice) -> Steps.Step {
        let day = station.day.map { t.day($0, .numeric) }
        let detail = [station.title.isEmpty ? nil : t.shown(station.title), day].compactMap(\.self).joined(separator: ", ")
        let title = station.kind == .tried && station.count > 0 ? t(T.community.triedTimes(count: station.count)) : t(station.kind.name)
        let path = station.event.map { "/events/\($0)" } ?? station.programme.map { "/programmes/\($0)" }
        return Steps.Step(
            title, detail.isEmpty ? t(T.community.notYet) : detail, station.isReached ? .done : .next, href: path.map(reader.link),
            said: station.isReached ? t(T.community.reached) : nil)
    }
}

extension PracticeStation.Kind {
    var name: Phrase {
        switch self {
        case .event: T.community.wayEvent
        case .step: T.community.wayStep
        case .use: T.community.wayUse
        case .practice: T.community.wayPractice
        case .tried: T.community.wayTried
        case .shown: T.community.wayShown
        case .idea: T.community.wayIdea
        case .filed: T.community.wayFiled
        case .programme: T.community.wayProgramme
        case .offered: T.community.wayOffered
        }
    }
}
