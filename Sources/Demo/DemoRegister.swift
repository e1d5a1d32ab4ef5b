import Certificates
import Events
import Imports
import Kernel
import Languages

/// What the invented centre brought along from the years before this system: its list of seminars and its register of certificates, with a gap and a
/// number that was given twice, as they happen to be.
enum DemoRegister {
    static func fill(_ town: DemoTown, by coordinator: Actor, _ records: Records) async throws {
        let year = town.zone.day(of: records.now).year - 6
        try await bring(EarlierEventImport.self, events(year), file: "seminari-\(year).csv", town, coordinator, records)
        try await bring(EarlierCertificateImport.self, register(year), file: "uverenja-\(year).csv", town, coordinator, records)
    }

    private static func bring(
        _ kind: any Importable.Type, _ text: String, file: String, _ town: DemoTown, _ coordinator: Actor, _ records: Records
    ) async throws {
        let sheets = try ImportFile.read(Array(text.utf8))
        try await records.write(by: coordinator) { act in
            let list = ImportedList(sheets, ImportProposal(kind, in: act).reading(of: sheets))
            _ = try ImportStore.apply(kind, list, file: file, centre: town.centre, in: act)
        }
    }

    private static func events(_ year: Int) -> String {
        """
        Датум;Назив;Место;Каталошки број;Каталог;Реализатори;Број учесника;Бодови
        14–15.3.\(year).;Учионица без граница;Бистрик, Основна школа „Свитац“;245;\(year - 1)–\(year + 1);Јасна Ивањић, Лазар Кривокућа;7;16
        9.5.\(year).;Читање наглас;Стари Врт, Техничка школа „Замајац“;;;Јасна Ивањић;5;8
        """
    }

    private static func register(_ year: Int) -> String {
        let first = [
            "Јелица Аврамовски;Основна школа „Свитац“", "Његош Бабунац;Основна школа „Бела врба“", "Љиљана Вретенар;Гимназија „Седам липа“", "Добрила Стојковац;",
            "Đurđa Gajtan;Предшколска установа „Врабац“", "Витомир Шљука;", "Жељка Ерачанин;Музичка школа „Звоно“",
        ]
        let second = ["Ана Ђорђевић;Основна школа „Свитац“", "Звездана Жижак;Основна школа „Свитац“", "Витомир Шљука;", "Ivan Zvonar;Основна школа „Бела врба“", "Босиљка Травар;"]
        let numbers = [1, 2, 3, 4, 5, 6, 7], later = [8, 9, 9, 12, 13]
        let lines = zip(numbers, first).map { "\($0)/\(year);\($1);Учионица без граница;14–15.3.\(year).;15.3.\(year).;16;16;245;\(year - 1)–\(year + 1)" }
            + zip(later, second).map { "\($0)/\(year);\($1);Читање наглас;9.5.\(year).;9.5.\(year).;8;8;;" }
        return "Број;Име и презиме;Установа;Назив;Датум одржавања;Датум издавања;Сати;Бодови;Каталошки број;Каталог\n" + lines.joined(separator: "\n")
    }
}
