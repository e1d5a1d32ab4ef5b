import Accounts
import Kernel
import Languages
import Centres
import Schools

/// The invented town: its places, schools and people. Every name is made up.
struct DemoTown: Sendable {
    let centre: Centre.ID
    let zone: Zone
    let bistrik: Municipality.ID
    let halls: [Hall.ID]
    let ana, branko, vesna, milena, ruta, goran, dragana, admin: Person.ID
    let schools: [School.ID]
    /// Teachers who fill the groups.
    let teachers: [Person.ID]

    init(in act: Act) throws {
        guard let zone = Zone("Europe/Belgrade") else { throw Problem.missing }
        self.zone = zone
        let places = try Self.places.enumerated().map { index, place in
            try MunicipalityStore.add(
                MunicipalityDraft(name: place.0, district: "Бистрички округ", seat: Coordinates(latitude: place.1, longitude: place.2)),
                key: MunicipalityKey(country: .serbia, number: "demo-\(index + 1)"), in: act)
        }
        bistrik = places[0]
        centre = try CentreStore.found(
            name: "Центар за стручно усавршавање Бистрик", nameInLithuanian: "Bistriko švietimo centras", nameInEnglish: "Bistrik Teachers’ Centre",
            country: .serbia, zone: zone, language: .sr, currency: .rsd, street: "Школска 1, Бистрик", phone: "025 111 222", email: "centar@bistrik.example", in: act)
        try TerritoryStore.set(Set(places), of: centre, in: act)
        var details = CentreDetails(of: try CentreStore.centre(centre, in: act))
        details.municipality = places[0]
        try CentreStore.edit(centre, to: details, in: act)
        try LogoStore.set(DemoLogo.logo, of: centre, in: act)
        halls = try [HallDetails(name: "Велика сала", seats: 40, address: "Школска 1"), HallDetails(name: "Учионица 2", seats: 24, address: "Школска 1")]
            .map { [centre] in try HallStore.add($0, to: centre, in: act) }
        let schools = try Self.schools.enumerated().map { index, school in
            let (name, kind, place) = school
            var details = SchoolDetails(name: name, kind: kind, municipality: places[place])
            details.place = Self.places[place].0
            // One of them has told no address: its list is printed.
            if index < 5 { details.email = "skola\(index + 1)@bistrik.example" }
            return try SchoolStore.open(details, in: act)
        }
        self.schools = schools
        func person(_ given: String, _ family: String, _ email: String, _ language: Language, _ occupation: String, school: Int? = nil) throws -> Person.ID {
            let id = try PersonStore.add(
                PersonName(given: given, family: family), email: "\(email)@bistrik.example", verified: act.now, language: language, occupation: occupation, in: act)
            if let school { try EmploymentStore.add(id, at: schools[school], job: occupation, in: act) }
            return id
        }
        ana = try person("Ана", "Ђорђевић", "ana", .sr, "наставница математике", school: 0)
        branko = try person("Бранко", "Његован", "branko", .srLatn, "наставник географије", school: 0)
        vesna = try person("Весна", "Ћирић", "vesna", .sr, "координаторка центра")
        milena = try person("Милена", "Џелатовић", "milena", .sr, "педагог", school: 0)
        ruta = try person("Rūta", "Žemaitytė", "ruta", .lt, "anglų kalbos mokytoja", school: 2)
        goran = try person("Горан", "Љубић", "goran", .sr, "")
        dragana = try person("Драгана", "Шобић", "dragana", .sr, "директорка центра")
        admin = try person("Жарко", "Чоловић", "admin", .sr, "")
        teachers = try Self.teachers.enumerated().map { index, name in
            try person(name.0, name.1, "nastavnik\(index + 1)", index % 4 == 3 ? .srLatn : .sr, "наставник", school: index % Self.schools.count)
        }
        try PersonStore.grant(Grant(.coordinator, centre: centre), to: vesna, in: act)
        try PersonStore.grant(Grant(.director, centre: centre), to: dragana, in: act)
        try SchoolTeamStore.appoint(milena, as: .coordinator, of: schools[0], at: centre, in: act)
        try SchoolTeamStore.appoint(teachers[6], as: .head, of: schools[0], at: centre, in: act)
        try PersonStore.grant(Grant(.trainer, centre: centre), to: teachers[8], in: act)
        try PersonStore.grant(Grant(.administrator), to: admin, in: act)
    }

    private static let places = [("Бистрик", 45.77, 19.11), ("Луг над Бистриком", 45.71, 19.32), ("Стари Врт", 45.93, 19.02), ("Каменопоље", 45.58, 19.24)]

    private static let schools: [(String, School.Kind, Int)] = [
        ("Основна школа „Свитац“", .primary, 0), ("Основна школа „Бела врба“", .primary, 1), ("Гимназија „Седам липа“", .secondary, 0),
        ("Предшколска установа „Врабац“", .preschool, 0), ("Техничка школа „Замајац“", .secondary, 2), ("Музичка школа „Звоно“", .music, 3),
    ]

    private static let teachers = [
        ("Јелица", "Аврамовски"), ("Његош", "Бабунац"), ("Љиљана", "Вретенар"), ("Đurđa", "Gajtan"), ("Ђурђина", "Дреновац"), ("Жељка", "Ерачанин"),
        ("Звездана", "Жижак"), ("Ivan", "Zvonar"), ("Јасна", "Ивањић"), ("Кристина", "Јабучанин"), ("Лазар", "Кривокућа"), ("Ljubica", "Lisac"),
        ("Ненад", "Љутица"), ("Нина", "Мандушић"), ("Огњен", "Њежић"), ("Petra", "Opančar"), ("Радослава", "Павлица"), ("Славица", "Рогуља"),
        ("Тијана", "Сремчевски"), ("Ćira", "Taletović"), ("Урош", "Ћурлић"), ("Филип", "Угрин"), ("Христина", "Филиповац"), ("Цвета", "Хајдук"),
    ]
}
