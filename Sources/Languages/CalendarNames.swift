/// The words of a calendar in one language.
struct CalendarNames: Sendable {
    /// Standing alone, as over a calendar: фебруар, vasaris.
    let months: [String]
    /// Behind a day, within a sentence: 25. фебруара, vasario 25 d.
    let monthsOf: [String]
    let monthsShort: [String]
    /// From Monday.
    let weekdays: [String]
    let weekdaysShort: [String]

    static func of(_ language: Language) -> CalendarNames {
        switch language {
        case .sr: sr
        case .srLatn: srLatn
        case .lt: lt
        case .en: en
        }
    }

    private static let sr = CalendarNames(
        months: "јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
        monthsOf: "јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра",
        monthsShort: "јан феб мар апр мај јун јул авг сеп окт нов дец",
        weekdays: "понедељак уторак среда четвртак петак субота недеља",
        weekdaysShort: "пон уто сре чет пет суб нед")

    private static let srLatn = CalendarNames(
        months: sr.months.map(Script.latin), monthsOf: sr.monthsOf.map(Script.latin), monthsShort: sr.monthsShort.map(Script.latin),
        weekdays: sr.weekdays.map(Script.latin), weekdaysShort: sr.weekdaysShort.map(Script.latin))

    private static let lt = CalendarNames(
        months: "sausis vasaris kovas balandis gegužė birželis liepa rugpjūtis rugsėjis spalis lapkritis gruodis",
        monthsOf: "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
        monthsShort: "saus. vas. kov. bal. geg. birž. liep. rugp. rugs. spal. lapkr. gruod.",
        weekdays: "pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis",
        weekdaysShort: "pr an tr kt pn št sk")

    private static let en = CalendarNames(
        months: "January February March April May June July August September October November December",
        monthsOf: "January February March April May June July August September October November December",
        monthsShort: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        weekdays: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        weekdaysShort: "Mon Tue Wed Thu Fri Sat Sun")
}

extension CalendarNames {
    private init(months: String, monthsOf: String, monthsShort: String, weekdays: String, weekdaysShort: String) {
        func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
        self.init(months: words(months), monthsOf: words(monthsOf), monthsShort: words(monthsShort),
                  weekdays: words(weekdays), weekdaysShort: words(weekdaysShort))
    }
}

extension Texts {
    /// The name of a month standing alone, 1 to 12.
    public func monthName(_ month: Int) -> String { CalendarNames.of(language).months[min(max(month, 1), 12) - 1] }

    /// The short name of a day's month, as over a leaf of a calendar.
    public func monthName(of day: Day) -> String { CalendarNames.of(language).monthsShort[day.month - 1] }
}
