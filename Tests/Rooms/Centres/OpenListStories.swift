import Centres
import Kernel
import Languages
import Testing
import Town

/// The open lists of schools of two ministries, in their own heads and ways.
@Suite struct OpenListStories {
    private static let municipalities = """
        municipality_id,municipality,district,latitude,longitude
        10,Вождовац,Град Београд,44.77,20.49
        21,Савски венац,Град Београд,44.79,20.45
        19,Палилула (Београд),Град Београд,44.81,20.47
        119,Палилула (Ниш),Нишавски управни округ,43.30,21.88
        50,Сомбор,Западнобачки управни округ,45.77,19.11
        """

    @Test func `the ministry's list goes in as it is`() async throws {
        let town = try await Town()
        try await town.imports("municipalities", Self.municipalities)
        let lines = try await town.imports("schools", #"""
            "#","ИД установе","Школска управа","Округ","Општина","Насеље","Назив установе","Адреса","Поштански број","Адреса електронске поште","Телефон","Сајт","Матични број","ПИБ","Датум оснивања","Примарна делатност","Власништво","Број ученика"
            "1.","8001","Београд","Град Београд","Београд - Вождовац","Београд (Вождовац)","Црвени Багрем","Нова 5","11010","bagrem@skola.example","(011)3000001","http://www.bagrem.example/","7999909","","1972-06-03","Основна школа","Државно","408"
            "2.","8002","Сомбор","Западнобачки управни округ","Сомбор - град","Сомбор","Жута Липа","Нова бб","25000","lipa@skola.example","25400002","NULL","7999917","","0000-00-00","Основна школа","Државно","408"
            "3.","8003","Ниш","Нишавски управни округ","Ниш - Палилула","Ниш (Палилула)","Школа за основно и средње образовање Дуб","Нова 2","18106","NULL","","https://dub.skola.example","07999925","","1866-06-30","Школа за основно и средње образовање","Државно","187"
            "4.","8004","Београд","Град Београд","Палилула","Београд","„Зелени ""Бор""“","Нова 2a","11040","bor@skola.example","2400005","http://www.sajt.com","7999933","","2014-09-01","Основна школа","Државно","20"
            "5.","8005","","","Палилула","","Негде","","","","","","","","","Основна школа","",""
            """#)
        #expect(lines.last == "added 4, changed 0, unchanged 0, refused 1", "\(lines)")
        #expect(lines.contains { $0.hasPrefix("line 6:") && $0.contains("Palilula (Beograd)") && $0.contains("Palilula (Niš)") }, "what may be two is asked about")
        func school(_ number: String) async throws -> School { try #require(try await town.school(number)) }
        let (first, second, third, fourth) = (try await school("8001"), try await school("8002"), try await school("8003"), try await school("8004"))
        #expect(first.details.companyNumber == "07999909" && first.municipality == "Вождовац")
        #expect(second.municipality == "Сомбор" && second.details.website == "")
        #expect(third.municipality == "Палилула (Ниш)" && third.details.email == "" && third.kind == .special)
        #expect(fourth.municipality == "Палилула (Београд)" && fourth.details.website == "", "a place for an address is no address")
    }

    @Test func `Lithuania's list names municipalities in the genitive and an institution in several rows`() async throws {
        let town = try await Town()
        try await town.imports("municipalities", "savivaldybė,platuma,ilguma\nAkmenė,56.3167,22.9\nŠiauliai,55.9333,23.3167\n")
        let list = """
            Institucijos kodas;Institucijos pavadinimas;Savivaldybė;Institucijos tipas;Adresas;Telefonas;El. paštas;Juridinio asmens kodas
            9101;Akmenės gimnazija;Akmenės r. sav.;Gimnazija;Sodo g. 1;842500001;gimnazija@mokykla.example;111111111
            9101;Akmenės gimnazija;Akmenės r. sav.;Gimnazija;Miško g. 7, skyrius;842500002;skyrius@mokykla.example;111111111
            9102;Šiaulių lopšelis-darželis;Šiaulių m. sav.;Ikimokyklinio ugdymo mokykla;;;;
            """
        let lines = try await town.imports("schools", list)
        #expect(lines.last == "added 2, changed 0, unchanged 1, refused 0", "\(lines)")
        #expect(lines.contains { $0.hasPrefix("line 3:") && $0.contains("look at") }, "the other place is told")
        #expect(try await town.school("9101")?.details.address == "Sodo g. 1")
        #expect(try await town.school("9102")?.municipality == "Šiauliai")
        #expect(try await town.imports("schools", list).last == "added 0, changed 0, unchanged 3, refused 0")
    }
}
