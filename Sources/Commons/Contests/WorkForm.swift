import Centres
import Files
import Forms
import Kernel
import Languages
import Web

// What a mentor typed of works, and the other way round.

extension WorkDraft {
    init(_ typed: Typed, in contest: Contest) throws {
        var faults = Faults()
        let category = ContestCategory.ID(typed["category"]) ?? (contest.categories.count == 1 ? contest.categories[0].id : nil)
        faults.require(category.flatMap(contest.category) != nil, "category", T.common.errorChoose)
        self.init(typed["title"], in: category ?? ContestCategory.ID(0))
        (words, alt, link) = (typed.lines("text"), typed["alt"], typed["link"])
        faults.require(!title.isEmpty, "title", T.contests.missingTitle)
        faults.limit(title, "title")
        faults.limit(words, "text", .text)
        faults.limit(alt, "alt")
        faults.limit(link, "link")
        faults.require(link.isEmpty || WorkLink.isOne(link), "link", T.contests.errorLink)
        school = School.ID(typed["school"])
        faults.require(typed["school"].isEmpty || school != nil, "school", T.common.errorChoose)
        if contest.kind == .festival { minutes = faults.numberOrNothing(typed, "minutes", in: Self.minutesBounds) }
        authors = Self.authors(typed.lines("authors"))
        faults.require(authors.count <= Self.authorsMost, "authors", T.contests.errorAuthors(most: .number(Self.authorsMost)))
        for author in authors { if faults.isEmpty { faults.limit(author.name, "authors", .line) } }
        (mayShow, mayBeNamed) = (typed.has("mayShow"), typed.has("mayBeNamed"))
        try faults.check()
    }

    /// One in each line.
    static func authors(_ text: String) -> [AuthorDraft] {
        text.split(whereSeparator: \.isNewline).compactMap { AuthorDraft(line: String($0)) }.reduce(into: []) { all, author in
            if !all.contains(where: { $0.name == author.name }) { all.append(author) }
        }
    }
}

extension ContestWork {
    var typed: Typed {
        let own = authors.first { $0.person != nil }
        return Typed([
            ("category", "\(category)"), ("title", title), ("text", words), ("alt", alt), ("link", link), ("school", school?.description ?? ""),
            ("minutes", minutes.map { "\($0)" } ?? ""),
            ("authors", authors.filter { $0.person == nil && $0.forgotten == nil }.map { AuthorDraft($0.name, grade: $0.grade).line }.joined(separator: "\n")),
        ] + (own?.mayShow != .no ? [("mayShow", "yes")] : []) + (own?.mayBeNamed != .no ? [("mayBeNamed", "yes")] : []))
    }
}

/// An address that leads somewhere by the web.
enum WorkLink {
    static func isOne(_ text: String) -> Bool {
        let hasScheme = ["https://", "http://"].contains { text.lowercased().hasPrefix($0) && text.count > $0.count }
        return hasScheme && !text.contains(where: \.isWhitespace)
    }
}

extension Visit {
    /// The files that came with a form in one field, those that are empty left out.
    func uploads(_ field: String) -> [(name: String, upload: Upload)] {
        typed.files.compactMap { file in file.field == field ? file.upload.map { (name: file.name, upload: $0) } : nil }.filter { $0.upload.size > 0 }
    }
}

/// What was ticked for each author.
enum ConsentForm {
    static let questions = ["enter", "show", "name"]

    static func read(_ typed: Typed) -> [ContestAuthor.ID: ConsentAnswer] {
        let ids = typed.fields.compactMap { field in field.name.hasPrefix("enter-") ? ContestAuthor.ID(field.name.dropFirst(6)) : nil }
        return Dictionary(ids.map { id in
            (id, ConsentAnswer(enter: Consent(typed["enter-\(id)"]), show: Consent(typed["show-\(id)"]), name: Consent(typed["name-\(id)"])))
        }, uniquingKeysWith: { first, _ in first })
    }

    /// A guardian answers all three.
    static func answer(_ typed: Typed) throws -> ConsentAnswer {
        var faults = Faults()
        let answer = ConsentAnswer(enter: Consent(typed["enter"]), show: Consent(typed["show"]), name: Consent(typed["name"]))
        faults.require(answer.mayEnter != .unknown, "enter", T.common.errorChoose)
        if answer.mayEnter == .yes {
            faults.require(answer.mayShow != .unknown, "show", T.common.errorChoose)
            faults.require(answer.mayBeNamed != .unknown, "name", T.common.errorChoose)
        }
        try faults.check()
        return answer
    }
}

extension Consent {
    fileprivate init(_ typed: String) { self = Consent(rawValue: typed) ?? .unknown }
}
