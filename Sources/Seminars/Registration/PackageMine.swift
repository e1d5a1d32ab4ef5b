import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// The packages in which somebody has applied for something that is to come.
struct PackageMine: Sendable {
    let package: EventPackage
    /// For how many of its events there is an application that lives.
    let applied: Int
    /// What one can still apply for in it.
    let left: [Event]

    static func mine(_ registrations: [Registration], in act: Act) throws -> [PackageMine] {
        let own = Set(registrations.filter { $0.state.isOpen && $0.state != .unconfirmed }.map(\.event))
        return try EventPackageStore.packages(of: own.sorted(), in: act).compactMap { package in
            let zone = try CentreStore.centre(package.centre, in: act).zone
            let coming = try EventStore.events(package.details.events, in: act).filter { !$0.isOver(at: act.now) && $0.state != .cancelled && $0.isPublic }
            guard coming.contains(where: { own.contains($0.id) }) else { return nil }
            let left = coming.filter { !own.contains($0.id) && $0.isOpen(at: act.now, in: zone) }
            return PackageMine(package: package, applied: package.details.events.filter(own.contains).count, left: left)
        }
    }

    func line(_ reader: Reader) -> Markup {
        let t = reader.t
        return Markup(li {
            a(.href(reader.link("/packages/\(package.id)"))) { t.run(package.details.title) }
            ": "; t(T.registration.minePackage(applied: .number(applied), all: .number(package.details.events.count)))
            if !left.isEmpty { " "; t(T.registration.minePackageLeft(titles: .list(left.map { .title($0.title(in: t.language).text) }))) }
        })
    }
}
