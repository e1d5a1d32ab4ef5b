package import Kernel
package import Languages
package import Look
package import Queues

/// A room of the house, as it declares itself in one place: its routes, what it does by the clock and in the background, how it reacts and answers,
/// and what it brings to pages that several rooms share.
///
/// The list of rooms in `Site/Rooms.swift`, from the bottom up, is the house; whatever must know all rooms reads it there.
package struct Room: Sendable {
    /// Work of a queue or by the clock; the installation brings the records, the typesetter, the folders.
    package typealias Work = @Sendable (Job, Installation) async throws -> Void

    package let name: String
    package private(set) var routes = Routes()
    package private(set) var exchange = Exchange()
    package private(set) var jobs: [String: Work] = [:]
    package private(set) var clock: [ClockLine] = []
    package private(set) var indexes: [@Sendable (Act) throws -> Void] = []

    /// Something that is done by the clock.
    package struct ClockLine: Sendable {
        let name: StaticString
        let when: Timetable.When
        let work: Work

        package func line(_ installation: Installation) -> Timetable.Line {
            Timetable.Line(name, when) { [work] job, _ in try await work(job, installation) }
        }
    }

    package init(_ name: String, _ declare: (inout Room) -> Void) {
        self.name = name
        declare(&self)
    }
}

// MARK: Routes

extension Room {
    /// A page.
    /// - Parameters:
    ///   - path: behind the language.
    ///   - example: an address of it that exists in the small demonstration.
    ///   - kept: whether a stranger's page is kept for the next stranger.
    package mutating func get(_ path: String, _ audience: Audience, example: String = "-", kept: Keeping = .never, _ page: @escaping Route.Page) {
        routes.get(path, audience, example: example, kept: kept, page)
    }

    /// What a form sends.
    /// - Parameter size: how large it may be; 256 kB unless files come with it.
    package mutating func post(_ path: String, _ audience: Audience, takes size: BodySize = .form, _ page: @escaping Route.Page) {
        routes.post(path, audience, takes: size, page)
    }
}

// MARK: Facts, questions, things

extension Room {
    /// How it reacts to something that has become true below it: in the same transaction; if it fails, the act fails.
    package mutating func on<F: Kernel::Fact>(_ kind: F.Type, _ react: @escaping @Sendable (F, Act) throws -> Void) { exchange.on(kind, react) }

    /// What it answers to a room below it, which cannot know.
    package mutating func answer<Q: Question>(_ kind: Q.Type, _ reply: @escaping @Sendable (Q, Act) throws -> Q.Answer?) { exchange.answer(kind, reply) }

    /// Brings something that another room shows or uses.
    package mutating func bring(_ thing: some Sendable) { exchange.bring(thing) }
}

// MARK: Later, by the clock, again

extension Room {
    /// Who does the jobs of a kind.
    package mutating func job(_ kind: StaticString, _ work: @escaping Work) { jobs[kind.description] = work }

    /// Work at each minute that divides by so many.
    package mutating func each(minutes: Int, _ name: StaticString, _ work: @escaping @Sendable (Records) async throws -> Void) {
        clock.append(ClockLine(name: name, when: .every(minutes: minutes)) { _, installation in try await work(installation.records) })
    }

    /// The same with the installation's key and folders.
    package mutating func each(minutes: Int, _ name: StaticString, at work: @escaping @Sendable (Installation) async throws -> Void) {
        clock.append(ClockLine(name: name, when: .every(minutes: minutes)) { _, installation in try await work(installation) })
    }

    /// Work of the night in acts of its own, when nobody works and the day's changes are done.
    package mutating func nightly(_ name: StaticString, work: @escaping @Sendable (Records) async throws -> Void) {
        clock.append(ClockLine(name: name, when: .nightly) { _, installation in try await work(installation.records) })
    }

    /// Work of the night that is one act.
    package mutating func nightly(_ name: StaticString, _ forget: @escaping @Sendable (Act) throws -> Void) {
        nightly(name, work: { records in try await records.write(by: .system, forget) })
    }

    /// Work of the night that needs the installation's folders.
    package mutating func nightly(_ name: StaticString, at work: @escaping @Sendable (Installation) async throws -> Void) {
        clock.append(ClockLine(name: name, when: .nightly) { _, installation in try await work(installation) })
    }

    /// Makes its part of the search index again: the index is not in a backup.
    package mutating func index(_ make: @escaping @Sendable (Act) throws -> Void) { indexes.append(make) }
}

// MARK: Pages that rooms share

extension Room {
    /// A line of a menu; see ``MenuLine``.
    package mutating func menu(
        _ frame: MenuLine.Frame, _ label: Phrase, _ path: String, _ icon: Icon? = nil, in group: MenuGroup? = nil, at place: Int, isShortcut: Bool = false
    ) {
        bring(MenuLine(frame: frame, label: label, path: path, icon: icon, group: group, place: place, isShortcut: isShortcut))
    }

    /// A line of the page of settings; see ``SettingsLine``.
    package mutating func settings(_ label: Phrase, _ path: String, _ detail: Phrase? = nil, at place: Int) {
        bring(SettingsLine(label: label, path: path, detail: detail, place: place))
    }

    /// One of the first steps of a new centre; see ``FirstStep``.
    package mutating func firstStep(
        _ label: Phrase, _ path: String, _ detail: Phrase, at place: Int, isTaken: @escaping @Sendable (Visit, Act) throws -> Bool
    ) {
        bring(FirstStep(label: label, detail: detail, path: path, place: place, isTaken: isTaken))
    }

    /// What of it needs a hand today; see ``TodayAsked``.
    package mutating func today(_ tell: @escaping @Sendable (TodayAsked, Act) throws -> TodayPart) { answer(TodayAsked.self, tell) }

    /// What of it stands on somebody's own page; see ``MeAsked``.
    package mutating func me(_ tell: @escaping @Sendable (MeAsked, Act) throws -> MePart) { answer(MeAsked.self, tell) }
}

extension Timetable.When {
    static let nightly = Timetable.When.daily(ClockTime(hour: 4, minute: 0) ?? .midnight)
}
