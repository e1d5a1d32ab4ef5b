import Languages
@testable import Statements

/// Files as banks' programs write them. Names, accounts and numbers are invented; columns, encodings and quirks are real.
enum StatementSamples {
    static let own = "999000000000012345", school = "840000000000099911"

    /// A line of Hal E-Bank, each field in its place.
    static func halcom(
        _ kind: String, _ amount: Int, reference: String = "", name: String = "", purpose: String = "", bank: String = "", account: String = school,
        day: String = "01.10.26", flag: String = "", model: String = "97"
    ) -> String {
        func field(_ text: String, _ length: Int) -> String { text + String(repeating: " ", count: max(0, length - text.count)) }
        let digits = String(amount), filled = String(repeating: "0", count: 15 - digits.count) + digits, value = day.filter(\.isNumber)
        let (debit, credit) = kind == "10" ? (reference, "") : ("", reference)
        return field(account, 18) + kind + field(day, 8) + field(flag, 2) + field("", 35) + " " + value + own + filled + " 221  "
            + field(debit.isEmpty ? "" : model, 2) + field(debit, 22) + field(credit.isEmpty ? "" : model, 2) + field(credit, 22) + field(purpose, 36)
            + field("SOMBOR", 10) + field(name, 35) + field(bank, 22) + field("", 18)
    }

    static let halcomDay = [
        halcom("20", 350_000, reference: "000000059", name: "OŠ \"ŠARENA SOVA\"", purpose: "Kotizacija za 1 učesnika", bank: "20261001000001//000001"),
        halcom("20", 350_000, reference: "000000060", name: "OŠ \"ŠARENA SOVA\"", purpose: "Kotizacija za 1 učesnika", bank: "20261001000001//000001"),
        halcom("10", 5_000, bank: "20261001000002//000002", account: ""),
        halcom("40", 350_000, reference: "000000060", name: "OŠ \"ŠARENA SOVA\"", purpose: "Kotizacija", bank: "20261001000003//000003", flag: "S"),
    ].joined(separator: "\r\n") + "\r\n"

    /// Beside it: 1.000,00 before, 3.550,00 went out, 7.000,00 came in, 4.450,00 now, number 7.
    static let halcomRecap = "01" + own + "01102026" + "30092026" + "000000000000100000" + "000002" + "000000000000355000" + "000002" + "000000000000700000"
        + "000000000000445000" + "      " + String(repeating: " ", count: 18) + "007"

    static let halcomFields = """
        ST_RACUNA#DATUM_OBD#ST_IZPISKA#VALUTA#DATUM_VAL#ZNESEK_V_BREME#ZNESEK_V_DOBRO#OZNAKA_KNJ#OPIS#DATUM_KNJ#RAC_NAL_PREJ#\
        NAZIV_NAL_PREJ#NAMEN#OZN_VRSTE_POSLA#SKLIC_ODOBR#SKLIC_OBREM#MODEL_ODOBR#MODEL_OBREM#ID_NALOGA
        999-0000000000123-45#01.10.2026#141#RSD#01.10.2026#3.000.000,00##1##01.10.2026#########
        999-0000000000123-45#01.10.2026#141#RSD#01.10.2026##12.750,19#2#uplata#01.10.2026#840-999-11#   OŠ ŠARENA SOVA#KOTIZACIJA#221#10226#### 
        """

    static let asseco = """
        <?xml version="1.0" encoding="utf-8"?>
        <stmtrs><rstype>ibank.payment.stmtrs.ledger</rstype><curdef>DIN</curdef><acctid>999-0000000000123-45</acctid><stmtnumber>7</stmtnumber>
        <ledgerbal><balamt>1000.00</balamt><dtasof>2026-09-30T00:00:00</dtasof></ledgerbal>
        <availbal><balamt>8000.00</balamt><dtasof>2026-10-01T00:00:00</dtasof></availbal>
        <trnlist count="2">
        <stmttrn><fitid>0000000000001</fitid><benefit>credit</benefit><payeeinfo><name>OŠ „Šarena Sova“</name><city>Sombor</city></payeeinfo>
        <payeeaccountinfo><acctid>840-0000000000999-11</acctid></payeeaccountinfo><dtposted>2026-10-01T00:00:00</dtposted><trnamt>3500</trnamt>
        <purpose>Kotizacija za 1 učesnika</purpose><curdef>DIN</curdef><refmodel>97</refmodel><refnumber>00-0000059</refnumber><payeerefmodel/><payeerefnumber/></stmttrn>
        <stmttrn><fitid>0000000000002</fitid><benefit>credit</benefit><payeeinfo><name/><city/></payeeinfo><payeeaccountinfo><acctid/></payeeaccountinfo>
        <dtposted>2026-10-01T00:00:00</dtposted><trnamt>3500.00</trnamt><purpose/><curdef>DIN</curdef><refmodel/><refnumber/></stmttrn>
        </trnlist></stmtrs>
        """

    static func rol(_ currency: String = "") -> String {
        """
        <TransakcioniRacunPrivredaIzvod><Zaglavlje BrojIzvoda="181" DatumIzvoda="01.10.2026" Partija="\(own)" \(currency) PrethodnoStanje="1000.00" NovoStanje="4100.5"/>
        <Stavke NalogKorisnik="OŠ ŠARENA SOVA" Mesto="SOMBOR" BrojRacunaPrimaocaPosiljaoca="\(school)" Opis="KOTIZACIJA" Duguje="0" Potrazuje="3500" \
        ModelZaduzenjaOdobrenja="99" PozivNaBrojZaduzenjaOdobrenja="" ModelKorisnika="97" PozivNaBrojKorisnika="06-20-26000-0123" \
        BrojZaReklamaciju="113" DatumValute="01.10.2026"/>
        <Stavke NalogKorisnik="petar petrović" Mesto="" Opis="greška" Duguje="0" Potrazuje="-2400" BrojZaReklamaciju="134" DatumValute="30.09.2026"/>
        <Stavke NalogKorisnik="petar petrović" Mesto="" Opis="isto" Duguje="0" Potrazuje="2400" BrojZaReklamaciju="135" DatumValute="01.10.2026"/>
        <Stavke NalogKorisnik="BANKA" Mesto="" Opis="provizija" Duguje="399.5" Potrazuje="0" BrojZaReklamaciju="136" DatumValute="01.10.2026"/>
        </TransakcioniRacunPrivredaIzvod>
        """
    }

    static let treasury = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Izvod><Zaglavlje><Sediste>220</Sediste><DatumIzvoda>01.10.2026</DatumIzvoda></Zaglavlje>
        <Zbirni><RacunIzvoda>\(school)</RacunIzvoda><Naziv>ЦСУ</Naziv><PrethodniSaldo>1.000,00</PrethodniSaldo><Saldo>4.450,50</Saldo><BrojIzvoda>44</BrojIzvoda></Zbirni>
        <Stavke>
        <Stavka><RacunZaduzenja>\(school)</RacunZaduzenja><NazivZaduzenja>ЦСУ</NazivZaduzenja><Iznos>50,00</Iznos><RacunOdobrenja>160-1-11</RacunOdobrenja>
        <NazivOdobrenja>Пошта</NazivOdobrenja><MestoOdobrenja>Сомбор</MestoOdobrenja><SvrhaDoznake>провизија</SvrhaDoznake>
        <PodatakZaReklamaciju>R1</PodatakZaReklamaciju></Stavka>
        <Stavka><RacunZaduzenja>\(own)</RacunZaduzenja><NazivZaduzenja>ОШ „Шарена сова“</NazivZaduzenja><MestoZaduzenja>Сомбор</MestoZaduzenja>
        <ModelPozivaZaduzenja/><PozivZaduzenja/><SifraPlacanja>221</SifraPlacanja><Iznos>3500,50</Iznos><RacunOdobrenja>\(school)</RacunOdobrenja>
        <ModelPozivaOdobrenja>97</ModelPozivaOdobrenja><PozivOdobrenja>0620260000123</PozivOdobrenja><SvrhaDoznake>Котизација</SvrhaDoznake>
        <PodatakZaReklamaciju>R2</PodatakZaReklamaciju></Stavka>
        </Stavke></Izvod>
        """

    /// The same as JSON, its lines in another order, amounts as numbers.
    static let treasuryJSON = """
        {"zaglavlje": {"datumIzvoda": "01.10.2026"}, "zbirni": {"racunIzvoda": "\(school)", "prethodniSaldo": 1000.0, "saldo": 4450.50, "brojIzvoda": 44},
         "stavke": [
          {"racunZaduzenja": "\(own)", "nazivZaduzenja": "ОШ „Шарена сова“", "mestoZaduzenja": "Сомбор", "modelPozivaZaduzenja": null, "iznos": 3500.50,
           "racunOdobrenja": "\(school)", "modelPozivaOdobrenja": "97", "pozivOdobrenja": "0620260000123", "svrhaDoznake": "Котизација", "podatakZaReklamaciju": "R2"},
          {"racunZaduzenja": "\(school)", "iznos": 50, "racunOdobrenja": "160-1-11", "nazivOdobrenja": "Пошта", "mestoOdobrenja": "Сомбор",
           "svrhaDoznake": "провизија", "podatakZaReklamaciju": "R1"}]}
        """

    static func camt(_ currency: String = "EUR", second: String = "35.00", sts: String = "<Sts>BOOK</Sts>") -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>INVENTED-1</MsgId></GrpHdr>
        <Stmt><Id>1</Id><ElctrncSeqNb>1</ElctrncSeqNb><CreDtTm>2026-10-02T06:00:00+03:00</CreDtTm>
        <Acct><Id><IBAN>LT000000000000000001</IBAN></Id><Ccy>\(currency)</Ccy></Acct>
        <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="\(currency)">10.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Dt><Dt>2026-10-01</Dt></Dt></Bal>
        <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="\(currency)">60.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-10-01</Dt></Dt></Bal>
        <Ntry><Amt Ccy="\(currency)">70.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>\(sts)<BookgDt><Dt>2026-10-01</Dt></BookgDt><AcctSvcrRef>0001</AcctSvcrRef><NtryDtls>
        <TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy="\(currency)">35.00</Amt></TxAmt></AmtDtls>
        <RltdPties><Dbtr><Nm>Šaltinėlio progimnazija</Nm></Dbtr><DbtrAcct><Id><IBAN>LT11 2222</IBAN></Id></DbtrAcct></RltdPties>
        <RmtInf><Ustrd>Sąskaita SC-0000059</Ustrd></RmtInf></TxDtls>
        <TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy="\(currency)">\(second)</Amt></TxAmt></AmtDtls>
        <RltdPties><Dbtr><Pty><Nm>Šaltinėlio progimnazija</Nm></Pty></Dbtr></RltdPties>
        <RmtInf><Strd><CdtrRefInf><Ref>RF18000000060</Ref></CdtrRefInf></Strd></RmtInf></TxDtls></NtryDtls></Ntry>
        <Ntry><Amt Ccy="\(currency)">5.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>PDNG</Sts></Ntry>
        </Stmt></BkToCstmrStmt></Document>
        """
    }

    /// The letters of one code page as bytes.
    static func bytes(_ text: String, in page: [Character: UInt8]) -> [UInt8] { text.flatMap { page[$0].map { [$0] } ?? Array(String($0).utf8) } }

    static let windows1250: [Character: UInt8] = [
        "š": 0x9A, "Š": 0x8A, "č": 0xE8, "Č": 0xC8, "ć": 0xE6, "Ć": 0xC6, "ž": 0x9E, "Ž": 0x8E,
        "đ": 0xF0, "Đ": 0xD0, "\r\n": 0x0A,
    ]
    static let windows1251: [Character: UInt8] = [
        "О": 0xCE, "Ш": 0xD8, "А": 0xC0, "Р": 0xD0, "Е": 0xC5, "Н": 0xCD, "С": 0xD1, "В": 0xC2, "К": 0xCA, "о": 0xEE, "т": 0xF2, "и": 0xE8, "з": 0xE7, "а": 0xE0,
        "ц": 0xF6, "ј": 0xBC, "\r\n": 0x0A,
    ]
}
