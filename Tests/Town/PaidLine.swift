/// A line of a statement in the form of Asseco's programs.
package struct PaidLine {
    package var dinars: Int
    package var name = ""
    package var reference = ""
    package var purpose = ""
    package var account = ""
    package var id = ""

    package init(dinars: Int, name: String = "", reference: String = "", purpose: String = "", account: String = "", id: String = "") {
        (self.dinars, self.name, self.reference, self.purpose, self.account, self.id) = (dinars, name, reference, purpose, account, id)
    }

    package static func statement(_ lines: [PaidLine], number: String = "7", own: String = "999-0000000000123-45") -> String {
        let sum = lines.reduce(0) { $0 + $1.dinars }
        return """
            <?xml version="1.0" encoding="utf-8"?><stmtrs><curdef>DIN</curdef><acctid>\(own)</acctid><stmtnumber>\(number)</stmtnumber>
            <ledgerbal><balamt>1000.00</balamt><dtasof>2026-02-03</dtasof></ledgerbal>
            <availbal><balamt>\(1000 + sum).00</balamt><dtasof>2026-02-04</dtasof></availbal><trnlist count="\(lines.count)">
            """ + lines.map { line in
                """
                <stmttrn><fitid>\(line.id)</fitid><benefit>\(line.dinars < 0 ? "debit" : "credit")</benefit><payeeinfo><name>\(line.name)</name></payeeinfo>
                <payeeaccountinfo><acctid>\(line.account)</acctid></payeeaccountinfo><dtposted>2026-02-04T00:00:00</dtposted><trnamt>\(abs(line.dinars))</trnamt>
                <purpose>\(line.purpose)</purpose><curdef>DIN</curdef><refmodel>\(line.reference.isEmpty ? "" : "97")</refmodel>
                <refnumber>\(line.reference)</refnumber></stmttrn>
                """
            }.joined() + "</trnlist></stmtrs>"
    }
}
