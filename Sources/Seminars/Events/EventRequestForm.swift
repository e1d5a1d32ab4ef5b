import Centres
import Forms
import Kernel
import Languages

extension EventRequestDetails {
    /// - Throws: all that is wrong at once.
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let day = Day(typed: typed["day"])
        faults.require(day != nil, "day", T.common.errorDay(example: own.isSerbian ? "1.9.2026." : "2026-09-01"))
        func time(_ field: String) -> ClockTime? {
            let time = ClockTime(typed: typed[field])
            faults.require(time != nil, field, T.events.requestTimeWrong)
            return time
        }
        let (begins, ends) = (time("begins"), time("ends"))
        if let begins, let ends { faults.require(begins < ends, "ends", T.events.requestEndsBefore) }
        let people = faults.number(typed, "people", in: Self.peopleLimits)
        faults.require(!typed["title"].isEmpty, "title", T.common.errorMissing)
        faults.limit(typed["title"], "title")
        faults.limit(typed.lines("text"), "text")
        try faults.check()
        guard let day, let begins, let ends, let people else { throw Problem.missing }
        self.init(
            title: typed["title"], text: typed.lines("text"), day: day, begins: begins, ends: ends, people: people,
            wishes: Set(typed.all("wishes").compactMap(EventRequest.Wish.init(rawValue:))))
    }
}

extension EventRequestAnswer {
    init(_ typed: Typed) throws {
        guard let form = EventForm.ID(typed["form"]) else { throw Problem.invalid("form", T.common.errorChoose) }
        self.init(form: form, hall: Hall.ID(typed["hall"]))
    }
}
