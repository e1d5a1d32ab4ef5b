import Accounts
import Centres
import Events
import Forms
import Kernel
import Languages

extension NewGuest {
    /// One guest, field by field.
    init(_ typed: Typed, of event: Event) throws {
        var faults = Faults()
        let part = GuestPart(rawValue: typed["part"]) ?? GuestPart.parts(of: event.form)[0]
        faults.require(GuestPart.parts(of: event.form).contains(part), "part", T.common.errorChoose)
        let email = try typed["email"].isEmpty ? nil : faults.gather { try EmailAddress(typed) }
        self.init(part, name: typed["name"], email: email?.text ?? "", topic: typed["topic"])
        faults.require(!name.isEmpty, "name", T.common.errorMissing)
        faults.limit(name, "name", most: Guest.longestName)
        faults.limit(topic, "topic", most: Guest.longestTopic)
        try faults.check()
    }

    private static let linesMost = 500

    /// Many at once, one in each line: the name, and behind a comma or a semicolon the address.
    /// - Throws: which lines could not be read, and why.
    static func lines(_ typed: Typed, of event: Event) throws -> [NewGuest] {
        var faults = Faults()
        let part = GuestPart(rawValue: typed["part"]) ?? GuestPart.parts(of: event.form)[0]
        let lines = typed.lines("list").split(whereSeparator: \.isNewline).map { $0.drop { $0.isWhitespace } }
        faults.require(!lines.isEmpty, "list", T.guests.listEmpty)
        faults.require(lines.count <= linesMost, "list", T.guests.listTooLong(count: linesMost))
        let guests = lines.prefix(linesMost).enumerated().compactMap { index, line -> NewGuest? in
            let cells = line.split(omittingEmptySubsequences: false) { $0 == ";" || $0 == "," || $0 == "\t" }.map { WrittenText.line(String($0)) }
            let address = cells.last { $0.contains("@") } ?? ""
            let name = cells.filter { $0 != address }.joined(separator: " ")
            let email = address.isEmpty ? "" : EmailAddress(address)?.text
            faults.require(!name.isEmpty && name.unicodeScalars.count <= Guest.longestName, "list", T.guests.lineNoName(number: .number(index + 1)))
            faults.require(email != nil, "list", T.guests.lineNoAddress(number: .number(index + 1), address: .text(address)))
            guard let email, !name.isEmpty else { return nil }
            return NewGuest(part, name: name, email: email)
        }
        try faults.check()
        return guests
    }
}

extension Reply {
    /// - Parameter part: a speaker comes alone and says about what.
    init(_ typed: Typed, of part: GuestPart) throws {
        var faults = Faults()
        let answer = GuestAnswer(rawValue: typed["answer"]).flatMap { $0 == .none ? nil : $0 }
        faults.require(answer != nil, "answer", T.guests.answerMissing)
        let people = part == .guest && answer == .comes ? faults.number(typed, "people", in: Guest.peopleLimits, empty: 1) : 1
        self.init(answer ?? .maybe, people: people ?? 1, note: typed.lines("note"), topic: typed["topic"])
        faults.limit(note, "note", most: Guest.longestNote)
        faults.limit(topic, "topic", most: Guest.longestTopic)
        try faults.check()
    }

    static func typed(_ guest: Guest) -> Typed {
        Typed(["answer": guest.answer == .none ? "" : guest.answer.rawValue, "people": "\(guest.people)", "note": guest.note, "topic": guest.topic])
    }
}
