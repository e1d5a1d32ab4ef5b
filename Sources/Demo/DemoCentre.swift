import Accounts
import Catalogue
import Centres
import Certificates
import Kernel
import Languages

/// One centre of the invented land with all that its years are made of.
struct DemoCentre: Sendable {
    let place: Int
    let centre: Centre
    let town: Municipality.ID
    /// The names of its municipalities.
    let towns: [Municipality.ID: String]
    let halls: [Hall.ID: String]
    let schools: [(id: School.ID, name: String, municipality: Municipality.ID)]
    let coordinator: Person.ID
    let trainers: [(id: Person.ID, name: String)]
    /// Of the cycle that is over and of the one that goes on.
    let programmes: [[Programme]]
    /// With nothing in it yet.
    let certificates: BroughtCertificates

    /// - Parameters:
    ///   - first: the centre of the small demonstration, which is one of them.
    ///   - programmes: of each cycle.
    init(_ place: Int, first: DemoTown, scale: DemoScale, programmes: [[Programme.ID]], seal: Seal, in act: Act) throws {
        let words = DemoWords.towns[place]
        self.place = place
        let isFirst = place == 0
        let port = act.address.split(separator: ":").last.flatMap { Int(typed: $0, in: 1...65_535) }.map { ":\($0)" } ?? ""
        let id = isFirst ? first.centre : try CentreStore.found(
            name: "Центар за стручно усавршавање \(words.name)", country: .serbia, zone: first.zone, language: .sr, currency: .rsd, street: "Школска 1, \(words.name)",
            phone: "025 \(100 + place) 000", email: "centar@\(words.host).example", host: "\(words.host).localhost\(port)", in: act)
        let municipalities: [Municipality.ID]
        if isFirst { municipalities = try TerritoryStore.territory(of: id, .azbuka, in: act).map(\.id) } else {
            municipalities = try DemoWords.villages.enumerated().map { index, village in
                try MunicipalityStore.add(
                    MunicipalityDraft(
                        name: village + words.name, district: "\(words.name) и околина",
                        seat: Coordinates(latitude: words.latitude + Double(index) * 0.09, longitude: words.longitude + Double(index) * 0.11)),
                    key: MunicipalityKey(country: .serbia, number: "demo-\(place)-\(index + 1)"), in: act)
            }
            try TerritoryStore.set(Set(municipalities), of: id, in: act)
        }
        centre = try CentreStore.centre(id, in: act)
        town = isFirst ? first.bistrik : municipalities[0]
        towns = try Dictionary(uniqueKeysWithValues: municipalities.map { ($0, try MunicipalityStore.municipality($0, in: act).name(in: .sr)) })
        halls = try Dictionary(uniqueKeysWithValues: ["Плава сала", "Зелена сала", "Рачунарска сала"].map { name in
            (try HallStore.add(HallDetails(name: name, seats: 30), to: id, in: act), name)
        })
        schools = try (0..<scale.schools).map { [towns] number in
            let (kind, title) = DemoWords.kinds[number % DemoWords.kinds.count]
            let (municipality, name) = (municipalities[number % municipalities.count], DemoWords.schools[number % DemoWords.schools.count])
            let round = number / DemoWords.schools.count
            var details = SchoolDetails(name: "\(title) „\(name)\(round > 0 ? " \(round + 1)" : "")“", kind: kind, municipality: municipality)
            details.place = towns[municipality] ?? ""
            details.email = "skola\(number + 1)@\(isFirst ? "bistrik" : words.host).example"
            return (try SchoolStore.open(details, in: act), details.name, municipality)
        }
        func staff(_ name: PersonName, _ address: String, _ role: Role) throws -> Person.ID {
            let person = try PersonStore.add(
                name, email: "\(address)@\(isFirst ? "bistrik" : words.host).example", verified: act.now, language: .sr,
                occupation: role == .trainer ? "реализатор" : "", in: act)
            try PersonStore.grant(Grant(role, centre: id), to: person, in: act)
            return person
        }
        let names = place * 40
        coordinator = isFirst ? first.vesna : try staff(DemoWords.name(names + 1), "koordinator", .coordinator)
        let directorName = DemoWords.name(names + 2)
        let director = isFirst ? first.dragana : try staff(directorName, "direktor", .director)
        trainers = try (0..<scale.trainers).map { number in
            let name = DemoWords.trainer(place, number)
            return (try staff(name, "realizator\(number + 1)", .trainer), name.full)
        }
        self.programmes = try programmes.map { try $0.map { try ProgrammeStore.programme($0, in: act) } }
        let signer = Signer(unproved: director, name: try PersonStore.person(director, in: act).name.full, centre: id)
        certificates = try BroughtCertificates(of: centre, by: signer, seal: seal, in: act)
    }
}
