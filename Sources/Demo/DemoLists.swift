import Accounts
import Imports
import Kernel
import Languages

/// What waits for a hand among people: a list in which several lines may speak of somebody who is known, and a correction that somebody made of their own data.
enum DemoLists {
    private static let staff = """
        Презиме;Име;Е-пошта;Телефон;Установа;Радно место
        Đorđević;Ana;ana.djordjevic@posta.example;;Основна школа „Свитац“;наставница
        Жижак;Звездана;z.zizak@posta.example;;Основна школа „Свитац“;учитељица
        Zvonar;Ivan;ivan.zvonar@posta.example;;Основна школа „Бела врба“;наставник
        Ћурлић;Урош;uros.curlic@posta.example;;Гимназија „Седам липа“;наставник
        Кукољ;Десанка;desanka.kukolj@posta.example;064 110 2233;Основна школа „Свитац“;библиотекарка
        Кукољ;Desanka;d.kukolj@posta.example;+381 64 1102233;Основна школа „Свитац“;
        Шпановић;Вељко;nastavnik2@bistrik.example;;Основна школа „Бела врба“;педагог
        Рашета;Наталија;natalija.raseta@posta.example;;Музичка школа „Звоно“;наставница
        """

    static func fill(_ town: DemoTown, seal: Seal, _ records: Records) async throws {
        let sealed = try ImportDraftStore.seal(Array(staff.utf8), with: seal)
        let admin = try await records.read(as: .system) { try PersonStore.actor(town.admin, in: $0) } ?? .system
        try await records.write(by: admin) { _ = try ImportDraftStore.keep(sealed, PersonImport.kind, file: "zaposleni.csv", in: $0) }
        try await records.write(by: Actor(person: town.ana, name: "")) { act in
            try PersonStore.tell(phone: "064 222 3344", job: "", of: town.ana, at: nil, by: .bearer, in: act)
            try CorrectionStore.note(town.ana, in: act)
        }
    }
}
