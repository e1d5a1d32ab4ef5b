import Accounts
import Centres
import Languages

/// Names of an invented land. None of its places stands on a map.
enum DemoWords {
    /// Where the centres stand, beside the one of the small demonstration; each with the beginning of its host.
    static let towns: [(name: String, host: String, latitude: Double, longitude: Double)] = [
        ("Бистрик", "", 45.77, 19.11), ("Липоград", "lipograd", 45.31, 20.02), ("Врановица", "vranovica", 44.92, 19.71), ("Сребрно Поље", "srebrno", 44.61, 20.91),
        ("Јасенград", "jasengrad", 44.33, 20.11), ("Тиховац", "tihovac", 44.02, 21.33), ("Камендо", "kamendo", 43.81, 19.92), ("Звездино", "zvezdino", 43.62, 21.11),
        ("Горња Ружа", "ruza", 43.41, 20.52), ("Орахово Брдо", "orahovo", 43.22, 22.03), ("Ветрник", "vetrnik", 42.93, 21.72), ("Сунчеград", "suncegrad", 42.71, 22.12),
    ]
    static let villages = ["", "Доњи ", "Мали ", "Нови "]

    static let schools = [
        "Свитац", "Бела врба", "Седам липа", "Замајац", "Звоно", "Маслачак", "Стара воденица", "Виолина", "Компас", "Галеб", "Дрвени мост", "Јутро", "Четири ветра",
        "Млечни пут", "Ластавица", "Хартија и перо", "Сунцокрет", "Мала сова", "Прва киша", "Кестен",
    ]
    static let kinds: [(kind: School.Kind, name: String)] = [
        (.primary, "Основна школа"), (.primary, "Основна школа"), (.primary, "Основна школа"), (.secondary, "Гимназија"), (.secondary, "Техничка школа"),
        (.preschool, "Предшколска установа"),
    ]

    private static let given = [
        "Ана", "Биљана", "Весна", "Гордана", "Даница", "Ђурђа", "Ева", "Живана", "Звездана", "Ивана", "Јелена", "Ката", "Лепа", "Љиљана", "Марија", "Нада", "Његована",
        "Олга", "Петра", "Ружица", "Соња", "Тања", "Ћерана", "Урсула", "Филипа", "Христина", "Цвета", "Чедна", "Шана", "Бранко", "Вук", "Гаврило", "Ђорђе", "Зоран",
        "Иван", "Јован", "Лука", "Никола", "Петар", "Срђан",
    ]
    private static let stems = [
        "Авр", "Баб", "Вретен", "Гај", "Дрен", "Ђерд", "Жиж", "Звон", "Иван", "Јабуч", "Крив", "Луж", "Љут", "Манд", "Нев", "Њеж", "Орас", "Пав", "Рог", "Срем",
        "Тал", "Ћур", "Угр", "Филип", "Хајд", "Цвет", "Чавл", "Џел", "Шиб", "Брез",
    ]
    private static let endings = ["инац", "овац", "ушић", "ајић", "анчев", "енић"]

    /// Those who hold the programmes of a centre.
    static func trainer(_ centre: Int, _ number: Int) -> PersonName { name(centre * 40 + 5 + number) }

    /// Different for each number below 7,200; a few people write themselves in Latin.
    static func name(_ number: Int) -> PersonName {
        let family = stems[number / given.count % stems.count] + endings[number / given.count / stems.count % endings.count]
        let (first, last) = (given[number % given.count], family)
        guard number % 11 == 3 else { return PersonName(given: first, family: last) }
        return PersonName(given: Script.latin(fromCyrillic: first), family: Script.latin(fromCyrillic: last))
    }

    static let occupations = [
        "наставник математике", "наставница разредне наставе", "васпитачица", "педагог", "наставник српског језика", "професор историје",
        "стручни сарадник", "наставница биологије",
    ]

    private static let subjects: [(name: String, area: String)] = [
        ("Математика", "Математика"), ("Физика", "Математика"), ("Српски језик", "Српски језик"), ("Историја", "Општа питања наставе"),
        ("Биологија", "Општа питања наставе"), ("Хемија", "Математика"), ("Географија", "Општа питања наставе"), ("Ликовна култура", "Предшколско васпитање"),
        ("Музика", "Предшколско васпитање"), ("Енглески језик", "Страни језик"), ("Информатика", "Информатика"), ("Читање", "Српски језик"),
    ]
    private static let ways: [(words: String, hours: Int)] = [
        ("кроз огледе и приче", 8), ("у великом пројекту једне школе", 16), ("у одељењу од двадесет пет различитих ученика", 8), ("уз дневник учења", 8),
        ("напољу, у свако доба године", 16), ("за оне који тек почињу", 8), ("пред завршни испит", 12), ("у школском листу", 8), ("у раду у паровима", 8),
        ("од прве недеље до прве оцене", 16),
    ]

    /// What a centre offers: its number of the centre and of the programme decide.
    static func programme(_ centre: Int, _ number: Int) -> (title: String, area: String, hours: Int) {
        let (subject, way) = (subjects[(centre + number * 5) % subjects.count], ways[number % ways.count])
        return ("\(subject.name) \(way.words)", subject.area, way.hours)
    }

    static let reasons = ["Није се пријавило довољно људи.", "Реализаторка је спречена да дође.", "Школа у којој смо били домаћини нема грејања."]
    static let courses = [
        "Радили смо по плану. Полазници су пробали сваку активност и договорили се ко ће шта применити.",
        "Група је била жива и питања је било много; последњи део смо скратили да стигне разговор.",
        "Прва половина дана је била представљање, друга рад у паровима. Сви су отишли са припремљеним часом.",
    ]
    static let remarks = ["", "", "Тражили су наставак на пролеће.", "Сала је мала за тридесет људи."]
}
