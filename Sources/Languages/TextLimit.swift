/// So many letters a text may have: one table for the fields that show it, the forms and files that refuse more, and the columns that hold no more.
/// Letters are counted as the database counts them: marks on a letter are letters too.
public enum TextLimit: Int, CaseIterable, Sendable {
    /// A telephone number, a number in a list.
    case number = 40
    /// One half of a name.
    case name = 80
    /// What somebody or something is called in a word or two: an occupation, a hall, a code.
    case label = 120
    /// A name of an institution, an address.
    case line = 200
    /// A title, a link, a sentence.
    case sentence = 300
    /// A remark.
    case note = 1_000
    /// A letter, a report.
    case letter = 10_000
    /// A description.
    case text = 20_000

    /// What may be typed into a field, by its name: the same wherever the name stands, unless a rule of its form says less. A field of several lines, and
    /// whatever is not told here, is a text.
    public static func of(_ field: String) -> TextLimit {
        let stem = field.prefix { $0 != "-" }
        return fields[stem.trimmingSuffix { $0.isNumber }] ?? .text
    }

    private static let fields: [Substring: TextLimit] = {
        let named: [(TextLimit, String)] = [
            (.name, "given_name family_name"), (.label, "phone occupation job teaches host grade"),
            (.line, "email name name_sr name_lt name_en street address place district website pib company_number jbkjs colleague format school trainerWords basis owner"),
            (.line, "meetingPlace"),
            (.sentence, "title summary alt role institution link feeCovers subject number zone programmeWords unlistedBasis unheldBasis"),
            (.sentence, "leavingBasis priceCovers contact reach"),
            (.sentence, "workshop approvalNumber topic speakers organiser competence activity"),
            (.note, "reason why rule note consent outcome photoNote stops documents readers byline cip"), (.number, "isbn"),
            (.letter, "text course remark words abstract reflection"),
        ]
        return Dictionary(named.flatMap { limit, names in names.split(separator: " ").map { ($0, limit) } }, uniquingKeysWith: { first, _ in first })
    }()

    /// What a box of one line takes.
    public var ofLine: TextLimit { self == .text ? .sentence : self }
}

extension Substring {
    /// Without the signs at its end that fit.
    fileprivate func trimmingSuffix(_ fits: (Character) -> Bool) -> Substring {
        var text = self
        while let last = text.last, fits(last) { text.removeLast() }
        return text
    }
}
