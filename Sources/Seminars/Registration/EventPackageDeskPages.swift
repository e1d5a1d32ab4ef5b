import Events
import Forms
import Kernel
import Languages
package import Web

/// Staff put events of their centre into packages.
package enum EventPackageDeskPages {
    @Sendable package static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let packages = try await visit.read { try EventPackageStore.packages(of: centre, in: $0) }
        return visit.page(EventPackageDeskViews(reader: visit.reader).list(packages))
    }

    @Sendable package static func new(_ visit: Visit) async throws -> Answer {
        visit.page(EventPackageDeskViews(reader: visit.reader).form(nil, try await choices(visit, []), visit.form()))
    }

    @Sendable package static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            let details = try EventPackageDetails(visit.typed)
            return try await visit.act { act in
                let id = try EventPackageStore.add(details, to: centre, in: act)
                return Redirect(visit.link("/packages/\(id)"), T.registration.saidPackageAdded)
            }
        } again: { form in
            EventPackageDeskViews(reader: visit.reader).form(nil, try await choices(visit, []), form)
        }
    }

    @Sendable package static func edit(_ visit: Visit) async throws -> Answer {
        let package = try await package(visit)
        return visit.page(EventPackageDeskViews(reader: visit.reader).form(package, try await choices(visit, package.details.events), visit.form(package.details.typed)))
    }

    @Sendable package static func save(_ visit: Visit) async throws -> Answer {
        let package = try await package(visit)
        return try await visit.submit {
            let details = try EventPackageDetails(visit.typed)
            return try await visit.act { act in
                try EventPackageStore.edit(package.id, to: details, in: act)
                return Redirect(visit.link("/staff/packages"), T.common.saved)
            }
        } again: { form in
            EventPackageDeskViews(reader: visit.reader).form(package, try await choices(visit, package.details.events), form)
        }
    }

    @Sendable package static func open(_ visit: Visit) async throws -> Answer { try await setOpen(true, visit) }
    @Sendable package static func close(_ visit: Visit) async throws -> Answer { try await setOpen(false, visit) }

    private static func setOpen(_ isOpen: Bool, _ visit: Visit) async throws -> Answer {
        let id: EventPackage.ID = try visit.id("package")
        return try await visit.act { act in
            try EventPackageStore.setOpen(isOpen, id, in: act)
            return Redirect(visit.link("/staff/packages"), T.common.saved)
        }
    }

    private static func package(_ visit: Visit) async throws -> EventPackage {
        let id: EventPackage.ID = try visit.id("package")
        return try await visit.read { act in
            let package = try EventPackageStore.package(id, in: act)
            guard act.by.coordinates(package.centre) else { throw Problem.missing }
            return package
        }
    }

    /// What may be chosen, and what is in it already.
    private static func choices(_ visit: Visit, _ held: [Event.ID]) async throws -> [Event] {
        let centre = visit.centre.id
        return try await visit.read { act in
            let choices = try EventPackageStore.choices(at: centre, in: act)
            return try EventStore.events(held.filter { id in !choices.contains { $0.id == id } }, in: act) + choices
        }
    }
}

extension EventPackageDetails {
    /// - Throws: all faults at once.
    init(_ typed: Typed) throws {
        self.init(title: typed["title"], text: typed.lines("text"), events: typed.all("events").compactMap { Event.ID($0) })
        var faults = Faults()
        check(&faults)
        try faults.check()
    }

    var typed: Typed {
        Typed([(name: "title", value: title), (name: "text", value: text)] + events.map { (name: "events", value: "\($0)") })
    }
}
