import Languages
import Testing

/// What a browser asks for, and the language that it gets.
@Suite struct LanguageChoiceTests {
    @Test(arguments: [
        ("sr", .sr), ("sr-RS", .sr), ("sr-Latn-RS", .srLatn), ("SR-LATN", .srLatn), ("lt,en;q=0.5", .lt), ("en-US,en;q=0.9,sr;q=0.8", .en),
        ("de-DE, de;q=0.9, en;q=0.3", .en), ("sr;q=0.4, en;q=0.7", .en), (" lt ; q=0.8 , sr", .sr), ("en;q=0, lt;q=0.1", .lt), ("en;q=x, lt;q=0.1", .lt),
        ("en, sr", .en), ("ltg, sr;q=0.1", .sr), ("de", nil), ("*", nil), ("en;q=0", nil), ("", nil), (",;,", nil),
    ] as [(String, Language?)])
    func `the language that is wanted most is taken`(_ header: String, _ language: Language?) {
        #expect(Language(accepting: header) == language)
    }

    @Test(arguments: [
        (["LANG": "sr_RS.UTF-8"], .sr), (["LANG": "sr_RS.UTF-8@latin"], .srLatn), (["LANG": "sr_RS@latin"], .srLatn), (["LANG": "sr_Latn_RS"], .srLatn),
        (["LANG": "lt_LT.utf8"], .lt), (["LANG": "lt"], .lt), (["LANG": "C"], .en), (["LANG": "C.UTF-8"], .en), ([:], .en), (["LANG": "de_DE.UTF-8"], .en),
        (["LC_ALL": "lt_LT", "LANG": "sr_RS"], .lt), (["LC_MESSAGES": "sr_RS", "LANG": "lt_LT"], .sr), (["LC_ALL": "", "LC_MESSAGES": "lt_LT", "LANG": "sr_RS"], .lt),
        (["LC_ALL": "C", "LANG": "sr_RS"], .en), (["LC_CTYPE": "sr_RS", "LANG": "lt_LT"], .lt), (["LANG": "@"], .en), (["LANG": ".@."], .en),
    ] as [([String: String], Language)])
    func `the system's locale names the language of the command line`(_ environment: [String: String], _ language: Language) {
        #expect(Language(locale: environment) == language)
    }
}
