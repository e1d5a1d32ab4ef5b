@testable import Centres
import Kernel
import Testing

/// The ways in which the open lists of two ministries write a municipality.
@Suite struct `A municipality in a list` {
    private static let rows: [(Int64, String, String)] = [
        (10, "Вождовац", "Град Београд"), (19, "Палилула (Београд)", "Град Београд"), (119, "Палилула (Ниш)", "Нишавски управни округ"), (21, "Савски венац", "Град Београд"),
        (22, "Стари град", "Град Београд"), (23, "Нови Београд", "Град Београд"), (50, "Сомбор", "Западнобачки управни округ"), (51, "Нови Сад", "Јужнобачки управни округ"),
        (60, "Akmenė", ""), (61, "Šiauliai", ""), (62, "Kazlų Rūda", ""), (63, "Vilnius", ""),
    ]
    private let names = MunicipalityNames(rows.compactMap { id, name, district in Municipality.ID("\(id)").map { ($0, name, district) } })

    @Test(arguments: [
        ("Београд - Вождовац", "", [10]), ("Сомбор - град", "", [50]), ("Град Сомбор", "", [50]), ("Ниш - Палилула", "", [119]), ("Београд (Палилула)", "", [19]),
        ("Београд - Савски Венац", "", [21]), ("Београд-Стари град", "", [22]), ("Стари Град", "", [22]), ("Београд - Нови Београд", "", [23]), ("НОВИ САД", "", [51]),
        ("Novi Sad - grad", "", [51]), ("Палилула", "", [19, 119]), ("Палилула", "Град Београд", [19]), ("Палилула", "Нишавски", [119]),
        ("Akmenės r. sav.", "", [60]), ("Šiaulių m. sav.", "", [61]), ("Kazlų Rūdos sav.", "", [62]), ("Vilniaus miesto savivaldybė", "", [63]), ("Akmenės rajono savivaldybė", "", [60]),
        ("Нигде", "", []), ("", "", []), ("Београд", "", []), ("Град", "", []),
    ] as [(String, String, [Int64])]) func `is found as it is written there`(text: String, district: String, found: [Int64]) {
        #expect(names.found(text, in: district).map(\.value).sorted() == found)
    }
}
