import Centres
import Forms
import Kernel
import Languages
import Mail
import Needs

// What was typed about newsletters, segments and issues, and the other way round.

extension NewsletterDraft {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let texts = Self.languages.map { language in
            (language, NewsletterText(typed["name-\(language.rawValue)"], about: typed.lines("note-\(language.rawValue)")))
        }
        self.init(isOpen: typed.has("open"), texts: Dictionary(uniqueKeysWithValues: texts))
        check(&faults)
        try faults.check()
    }

    var typed: Typed {
        Typed((isOpen ? [(name: "open", value: "yes")] : []) + Self.languages.flatMap { language in
            let (own, text) = (language.rawValue, texts[language])
            return [(name: "name-\(own)", value: text?.name ?? ""), (name: "note-\(own)", value: text?.about ?? "")]
        })
    }
}

extension NewsletterRule {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let pace = faults.number(typed, "pace", in: Self.paces), bounces = faults.number(typed, "bounces", in: Self.bounceBounds)
        let days = faults.number(typed, "days", in: Self.dayBounds)
        try faults.check()
        guard let pace, let bounces, let days else { throw Problem.missing }
        self.init(pace: pace, bounces: bounces, days: days)
    }

    var typed: Typed { Typed(["pace": "\(pace)", "bounces": "\(bounces)", "days": "\(days)"]) }
}

extension SegmentDraft {
    init(_ typed: Typed) throws {
        var faults = Faults()
        self.init(name: typed["name"])
        municipalities = Set(typed.all("municipality").compactMap { Municipality.ID($0) })
        schools = Set(typed.all("school").compactMap { School.ID($0) })
        kinds = Set(typed.all("kind").compactMap { School.Kind(rawValue: $0) })
        topics = Set(typed.all("interest").compactMap { Topic.ID($0) })
        (jobs, subjects) = (Self.words(typed["role"]), Self.words(typed["subject"]))
        hasOutside = typed.has("outside")
        check(&faults)
        try faults.check()
    }

    /// Words with a comma or a semicolon between them.
    static func words(_ text: String) -> [String] {
        text.split(whereSeparator: { $0 == "," || $0 == ";" }).map { WrittenText.line(String($0)) }.filter { !$0.isEmpty }
    }

    var typed: Typed {
        var fields: [(name: String, value: String)] = []
        func add(_ name: String, _ values: [String]) { fields += values.map { (name: name, value: $0) } }
        add("name", [name])
        add("role", [jobs.joined(separator: ", ")])
        add("subject", [subjects.joined(separator: ", ")])
        add("municipality", municipalities.sorted().map(\.description))
        add("school", schools.sorted().map(\.description))
        add("kind", kinds.map(\.rawValue).sorted())
        add("interest", topics.sorted().map(\.description))
        add("outside", hasOutside ? ["yes"] : [])
        return Typed(fields)
    }
}

extension IssueDraft {
    init(_ typed: Typed) throws {
        var faults = Faults()
        self.init(segment: Segment.ID(typed["segment"]), texts: Self.texts(typed), picks: Self.picks(typed))
        check(&faults)
        try faults.check()
    }

    private static func texts(_ typed: Typed) -> [Language: IssueText] {
        Dictionary(uniqueKeysWithValues: languages.map { ($0, IssueText(typed["title-\($0.rawValue)"], typed.lines("text-\($0.rawValue)"))) })
    }

    private static func picks(_ typed: Typed) -> [IssuePick] {
        typed.all("pick").compactMap { IssuePick($0) }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    var typed: Typed {
        let texts = Self.languages.flatMap { language in
            let (own, text) = (language.rawValue, self.texts[language])
            return [(name: "title-\(own)", value: text?.title ?? ""), (name: "text-\(own)", value: text?.text ?? "")]
        }
        return Typed([(name: "segment", value: segment.map { "\($0)" } ?? "")] + texts + picks.map { (name: "pick", value: $0.text) })
    }
}

/// When an issue begins by itself.
struct ScheduleForm {
    let moment: Instant

    init(_ typed: Typed, today: Day, _ zone: Zone) throws {
        var faults = Faults()
        let day = Day(typed: typed["day"]), time = ClockTime(typed: typed["time"])
        faults.require(day != nil, "day", T.common.errorDay(example: .day(today, .numeric)))
        faults.require(time != nil, "time", T.newsletter.errorTime)
        try faults.check()
        guard let day, let time else { throw Problem.missing }
        guard let moment = try? zone.instant(day, time) else { throw Problem.invalid("time", T.newsletter.errorTime) }
        self.moment = moment
    }
}

/// Who asks for newsletters with an address, and for which.
struct JoinForm {
    let address: Address
    let newsletters: Set<Newsletter.ID>

    init(_ typed: Typed) throws {
        var faults = Faults()
        let address = faults.address(typed["email"], "email"), newsletters = Set(typed.all("newsletter").compactMap { Newsletter.ID($0) })
        faults.require(!newsletters.isEmpty, "newsletter", T.newsletter.errorNone)
        faults.require(typed.has("agree"), "agree", T.newsletter.errorAgree)
        try faults.check()
        guard let address else { throw Problem.missing }
        (self.address, self.newsletters) = (address, newsletters)
    }
}

/// Addresses of those who said on paper that they want a newsletter, one a line.
struct InviteForm {
    static let most = 500

    let addresses: [Address]

    init(_ typed: Typed) throws {
        var faults = Faults()
        let lines = typed.lines("addresses").split(whereSeparator: { $0.isNewline || $0 == "," || $0 == ";" }).map { WrittenText.line(String($0)) }.filter { !$0.isEmpty }
        faults.require(!lines.isEmpty, "addresses", T.common.errorMissing)
        faults.require(lines.count <= Self.most, "addresses", T.newsletter.errorAddresses(count: Self.most))
        var read: [Address] = []
        if let wrong = lines.first(where: { (try? Address(line: $0)) == nil }) {
            faults.add("addresses", T.newsletter.errorAddress(address: .text(String(wrong.prefix(80)))))
        } else {
            read = lines.compactMap { try? Address(line: $0) }.reduce(into: []) { all, one in
                if !all.contains(where: { $0.text.lowercased() == one.text.lowercased() }) { all.append(one) }
            }
        }
        try faults.check()
        addresses = read
    }
}
