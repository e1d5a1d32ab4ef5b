/// A title with the copies that a list brings of it. The numbers that the inventory gives, and the labels that these make, are no part of it: what was brought
/// and what stands here are compared by what a list can tell.
package struct BroughtTitle: Hashable, Codable, Sendable {
    package var centre: Int64
    package var draft: TitleDraft
    package var copies: [CopyDraft]

    package init(centre: Int64, _ draft: TitleDraft, copies: [CopyDraft] = []) { (self.centre, self.draft, self.copies) = (centre, draft, copies) }

    package static func == (one: BroughtTitle, other: BroughtTitle) -> Bool {
        one.centre == other.centre && one.draft == other.draft && one.copies.map(\.brought) == other.copies.map(\.brought)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(centre)
        hasher.combine(draft)
    }
}

extension CopyDraft {
    /// Whether another tells of the same copy: by its label, or by its number in the book that was kept before.
    func isSame(as other: CopyDraft) -> Bool { (!label.isEmpty && label == other.label) || (!former.isEmpty && former == other.former) }

    /// As a list tells of it: a label that the inventory made says nothing.
    var brought: CopyDraft {
        var draft = self
        if LibraryCode(typed: label) != nil { draft.label = "" }
        return draft
    }
}

/// By what a title is known again however it is written.
struct TitleLikeness: Hashable {
    let centre: Int64
    let name: String
    let author: String
    let year: Int?
    let kind: TitleKind

    init(_ entry: BroughtTitle) {
        let draft = entry.draft
        centre = entry.centre
        name = TitleEntry.key(draft.fullName)
        author = TitleEntry.key(draft.authors.first ?? "")
        (year, kind) = (draft.year, draft.kind)
    }
}
