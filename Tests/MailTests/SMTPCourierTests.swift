import Foundation
import Testing

@testable import Mail

@Suite(.timeLimit(.minutes(20))) struct `Mail to a real server` {
    private static let login = SMTPSettings.Login(user: "centar", password: "tajna-šifra 17")

    @Test func `arrives byte for byte and is read as it was written`() async throws {
        let server = try await MailServer()
        let text = "Поштована Ана,\n.\n..\nFrom here\n = 100 % =\ntrailing  \n\tта̀чка 👩🏽‍🏫\n"
        let html = "<p>Gerbiama Rūta, <b>laukiame</b> Jūsų.</p>\n"
        let calendar = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Семинар\r\nEND:VCALENDAR\r\n"
        let pdf = (0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        let names = ["Уверење о завршеној обуци за наставнике разредне наставе бр. 17/2026.pdf", "plan.xlsx"]
        let message = try letter {
            $0.to.append(try Mailbox("ruta@pavyzdys.lt", name: "Rūta \"R\" Ąžuolienė"))
            ($0.text, $0.html, $0.invitations) = (text, html, [Invitation(.request, calendar)])
            $0.attachments = [Attachment(names[0], .pdf, pdf), Attachment(names[1], .xlsx, [])]
            $0.headers = [.automatic] + (try Header.unsubscribe(at: "https://centar.test/odjava/abc"))
        }
        try await SMTPCourier(server.settings()).deliver(message)

        let report = try await server.next()
        #expect(report.raw.map { [UInt8]($0) } == message.rendered())
        #expect(report.defects == [])
        #expect(report.sender == "centar@primer.rs")
        #expect(report.recipients == ["ana@primer.rs", "ruta@pavyzdys.lt"])
        #expect(report.subject == message.subject)
        #expect(report.sentBy == [["Центар за стручно усавршавање, Сомбор", "centar@primer.rs"]])
        #expect(report.sentTo == [["Ана Јовић", "ana@primer.rs"], ["Rūta \"R\" Ąžuolienė", "ruta@pavyzdys.lt"]])
        #expect(report.seconds == message.date)
        #expect(report.headers?.contains(["List-Unsubscribe", "<https://centar.test/odjava/abc>"]) == true)
        #expect(report.headers?.contains(["Message-ID", "<letter-1@centar.test>"]) == true)
        #expect(report.shape == [
            "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar", MediaType.pdf.text, MediaType.xlsx.text,
        ])
        let parts = try #require(report.parts)
        #expect(parts.prefix(3).map { $0.text?.replacing("\r\n", with: "\n") } == [text, html, calendar.replacing("\r\n", with: "\n")])
        #expect(parts[2].method == "REQUEST")
        #expect(parts[3].name == names[0].replacing("/", with: "_"))
        #expect(parts[3].disposition == "attachment")
        #expect(parts[3].bytes.map { [UInt8]($0) } == pdf)
        #expect(parts[4].name == "plan.xlsx")
        #expect(parts[4].bytes?.isEmpty == true)
    }

    @Test(arguments: [SMTPSettings.Security.starttls, .tls]) func `travels under TLS with a login`(security: SMTPSettings.Security) async throws {
        let certificate = try Certificate()
        defer { certificate.remove() }
        let server = try await MailServer(["--security", security.rawValue, "--login", "centar:tajna-šifra 17"] + certificate.arguments)
        try await SMTPCourier(server.settings(security, login: Self.login, authorities: certificate.certificate)).deliver(letter())
        let report = try await server.next()
        #expect(report.encrypted == true)
        #expect(report.user == "centar")
    }

    @Test func `is not given to a server whose certificate nobody vouches for`() async throws {
        let (certificate, other) = (try Certificate(), try Certificate())
        defer { [certificate, other].forEach { $0.remove() } }
        let server = try await MailServer(["--security", "starttls"] + certificate.arguments)
        for authorities in [nil, other.certificate] {
            let problem = await refusal(server.settings(.starttls, authorities: authorities))
            #expect(problem?.isTemporary == true)
            #expect(problem?.text.contains("certificate") == true, "\(String(describing: problem))")
        }
    }

    @Test func `is not sent in the clear when TLS is required`() async throws {
        let server = try await MailServer()
        #expect(await refusal(server.settings(.starttls))?.isTemporary == true)
        try await SMTPCourier(server.settings(.optional)).deliver(letter())
        #expect(try await server.next().encrypted == false)
    }

    @Test func `with a wrong password fails for good and names no password`() async throws {
        let server = try await MailServer(["--login", "centar:right"])
        let problem = try #require(await refusal(server.settings(login: Self.login)))
        #expect(problem.kind == .permanent)
        #expect(problem.code == 535)
        #expect(problem.concernsSettings)
        #expect(!"\(problem)".contains("tajna"))
    }

    @Test func `is refused for now by a busy server and for good by one without the mailbox`() async throws {
        let busy = try await MailServer(["--answer", "451 4.3.0 come back later"])
        #expect(await refusal(busy.settings()) == DeliveryProblem(.temporary, code: 451, "4.3.0 come back later"))

        let server = try await MailServer()
        let courier = try SMTPCourier(server.settings())
        let problem = await #expect(throws: DeliveryProblem.self) { try await courier.deliver(letter(to: "nobody@primer.rs")) }
        #expect(problem == DeliveryProblem(.permanent, code: 550, "5.1.1 no such mailbox"))
        try await courier.deliver(letter(2))
        #expect(try await server.next().recipients == ["ana@primer.rs"])
    }

    @Test func `fails for now while the server is gone and goes on when it is back`() async throws {
        let server = try await MailServer()
        let courier = try SMTPCourier(server.settings())
        try await courier.deliver(letter(1))
        server.stop()
        let problem = await #expect(throws: DeliveryProblem.self) { try await courier.deliver(letter(2)) }
        #expect(problem?.isTemporary == true)
        #expect(problem?.code == nil)

        let back = try await MailServer(["--port", "\(server.port)"])
        try await courier.deliver(letter(2))
        #expect(try await back.next().headers?.contains(["Message-ID", "<letter-2@centar.test>"]) == true)
    }

    @Test func `fails for now when the server dies in the middle`() async throws {
        let server = try await MailServer(["--silent"])
        let courier = try SMTPCourier(server.settings())
        let large = try letter { $0.attachments = [Attachment("велико.bin", .bytes, Array(repeating: 7, count: 8 << 20))] }
        async let delivery: Void = courier.deliver(large)
        _ = try await server.next("data")
        server.stop()
        do {
            try await delivery
            Issue.record("a dead server took it")
        } catch let problem as DeliveryProblem {
            #expect(problem.isTemporary)
        }
    }

    @Test func `fails for now when the server says nothing`() async throws {
        let server = try await MailServer(["--silent"])
        let start = ContinuousClock.now
        #expect(await refusal(server.settings(patience: 1))?.isTemporary == true)
        #expect(ContinuousClock.now - start < .seconds(120))
    }

    @Test func `goes over one connection, fifty letters in their order`() async throws {
        let server = try await MailServer()
        let courier = try SMTPCourier(server.settings())
        var connections: Set<Int> = []
        for number in 1...50 {
            try await courier.deliver(letter(number))
            let report = try await server.next()
            #expect(report.headers?.contains(["Message-ID", "<letter-\(number)@centar.test>"]) == true)
            connections.insert(try #require(report.connection))
        }
        #expect(connections.count == 1)
    }

    @Test func `comes through whole when many send at once`() async throws {
        let server = try await MailServer()
        let courier = try SMTPCourier(server.settings())
        try await withThrowingTaskGroup { group in
            for number in 1...20 { group.addTask { try await courier.deliver(letter(number)) } }
            try await group.waitForAll()
        }
        var numbers: Set<String> = []
        for _ in 1...20 { numbers.insert(try #require(try await server.next().headers?.first { $0[0] == "Message-ID" })[1]) }
        #expect(numbers.count == 20)
    }

    @Test(arguments: [
        SMTPSettings(host: "mail.primer.rs/x"), SMTPSettings(host: ""), SMTPSettings(host: "mail.primer.rs", port: 0),
        SMTPSettings(host: "mail.primer.rs", name: "a\r\nb"), SMTPSettings(host: "mail.primer.rs", security: .none, login: login),
        SMTPSettings(host: "mail.primer.rs", security: .optional, login: login), SMTPSettings(host: "mail.primer.rs", login: .init(user: "a\0", password: "b")),
    ]) func `is not tried with settings that are wrong or give the password away`(settings: SMTPSettings) {
        let problem = #expect(throws: MailProblem.self) { try SMTPCourier(settings) }
        #expect(problem.map { !"\($0)".contains("tajna") } == true)
    }

    @Test func `keeps its password out of every description`() throws {
        let settings = SMTPSettings(host: "mail.primer.rs", login: Self.login)
        var dumped = ""
        dump(settings, to: &dumped)
        #expect(!dumped.contains("tajna") && !"\(settings)".contains("tajna") && !String(reflecting: settings).contains("tajna"))
    }

    private func refusal(_ settings: SMTPSettings) async -> DeliveryProblem? {
        await #expect(throws: DeliveryProblem.self) { try await SMTPCourier(settings).deliver(letter()) }
    }
}
