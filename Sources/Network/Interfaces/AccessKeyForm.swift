import Forms
import Kernel
import Languages

// What was typed about keys.

extension AccessKeyDraft {
    init(_ typed: Typed, own: Language, today: Day) throws {
        var faults = Faults()
        let day = Day(typed: typed["until"])
        faults.require(day != nil, "until", T.common.errorDay(example: own.isSerbian ? "15.3.2027." : "2027-03-15"))
        self.init(name: typed["name"], scopes: Set(typed.all("scopes").compactMap { AccessScope(rawValue: $0) }), until: day ?? today)
        faults.limit(name, "name", .label)
        check(on: today, &faults)
        try faults.check()
    }
}
