import Documents
import Foundation
import Testing

/// The templates, as other programs read what they make.
@Suite(.serialized, .timeLimit(.minutes(20))) struct TemplateTests {
    @Test(arguments: [
        "certificate-sr", "certificate-sr-Latn", "certificate-lt", "certificate-en", "sheet-sr", "register-sr", "report-sr", "list-lt", "form-sr", "offer-sr",
    ])
    func `a document is sound, tagged, and says that it is PDF/A-3a and PDF/UA-1`(name: String) async throws {
        let paper = try Paper(await Press.typesetter().set(Press.example(name)))
        defer { paper.remove() }
        try paper.check()
        let metadata = try paper.metadata.replacing(/\s+/, with: "")
        #expect(metadata.contains("<pdfaid:part>3</pdfaid:part>") && metadata.contains("<pdfaid:conformance>A</pdfaid:conformance>"))
        #expect(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"))
        #expect(try paper.info.contains(/Tagged: +yes/))
        #expect(try paper.structure.contains("H1"))
        #expect(try paper.pages == (["form-sr": 4, "offer-sr": 3, "sheet-sr": 2][name] ?? 1))
    }

    @Test(arguments: ["certificate-sr", "certificate-sr-Latn", "certificate-lt"])
    func `a phone reads the code from a page of 150 dots an inch`(name: String) async throws {
        let job = try Press.example(name)
        let paper = try Paper(await Press.typesetter().set(job))
        defer { paper.remove() }
        let link = try #require(job.data.replacing(#"\/"#, with: "/").firstMatch(of: /"link":"([^"]+)"/)).1
        #expect(try paper.code(dots: 150) == link)
    }

    @Test func `a long name and a title of forty words stay on one page`() async throws {
        let paper = try Paper(await Press.typesetter().set(Press.example("certificate-sr-Latn")))
        defer { paper.remove() }
        let text = try paper.text
        #expect(try paper.pages == 1)
        for words in ["Konstantinović Đurđević Njeguš", "DUPLIKAT", "zemlji i dijaspori", "Društvo učitelja", "B4NH-T8YC-J2VD", "nije kvalifikovani"] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func `three hundred words of title are set small, not over the edge`() async throws {
        let job = try Press.example("certificate-sr") { Press.first(of: &$0, "subject", String(repeating: "вредновање ", count: 300)) }
        let paper = try Paper(await Press.typesetter().set(job))
        defer { paper.remove() }
        #expect(try paper.pages == 1)
    }

    @Test func `a batch sets each certificate as it is set alone`() async throws {
        let typesetter = try Press.typesetter()
        let long = String(repeating: "Константиновић ", count: 7)
        let names = ["Ана Ђорђевић", long, "Бранко Његован"]
        let job = try Press.example("certificate-sr") { data in
            guard let documents = data["documents"] as? [[String: Any]] else { return }
            data["documents"] = names.map { documents[0].merging(["name": $0]) { $1 } }
        }
        let paper = try Paper(await typesetter.set(job))
        defer { paper.remove() }
        #expect(try paper.pages == 3)
        let alone = try Paper(await typesetter.set(Press.example("certificate-sr")))
        defer { alone.remove() }
        #expect(try paper.places(on: 1) == alone.places(on: 1))
        #expect(try paper.places(on: 2) != alone.places(on: 1))
    }

    @Test func `the language says the script, and who signs is read in the printed order`() async throws {
        let typesetter = try Press.typesetter()
        let latin = try Paper(await typesetter.set(Press.example("certificate-sr-Latn")))
        defer { latin.remove() }
        try latin.check()
        #expect(try latin.metadata.contains("<rdf:li>sr-Latn</rdf:li>"))
        let cyrillic = try Paper(await typesetter.set(Press.example("certificate-sr")))
        defer { cyrillic.remove() }
        #expect(try cyrillic.metadata.contains("<rdf:li>sr-RS</rdf:li>"))
        let people = ["Branko Njegovan", "Ljiljana Džambić", "Milena Dželatović", "Vesna Ćirić"]
        let read = try latin.readText
        let places = try people.map { try #require(read.firstRange(of: $0)?.lowerBound, "\($0)") }
        #expect(places == places.sorted())
    }

    @Test func `a Latin paper calls a name in Cyrillic what it is`() async throws {
        let job = try Press.example("list-lt") { data in
            data["language"] = "sr-Latn"
            guard var sections = data["sections"] as? [[String: Any]], var table = sections[0]["table"] as? [String: Any] else { return }
            table["rows"] = [["1", ["text": "Ана Ђорђевић", "language": "sr"]]]
            sections[0]["table"] = table
            data["sections"] = sections
        }
        let pdf = try await Press.typesetter().set(job)
        let paper = try Paper(pdf)
        defer { paper.remove() }
        try paper.check()
        let said = String(decoding: pdf, as: UTF8.self).matches(of: /\/Lang\(([^)]*)\)/).map { String($0.1) }
        #expect(Set(said) == ["sr-Latn", "sr-RS"])
    }

    @Test func `what is absent leaves nothing behind`() async throws {
        let bare = Typesetting(
            template: "certificate", data: #"{"language":"lt","title":"Padėka","documents":[{"title":"PADĖKA","name":"Rūta Žemaitytė"}]}"#, stamp: 0)
        let paper = try Paper(await Press.typesetter().set(bare))
        defer { paper.remove() }
        #expect(try paper.text.trimmingCharacters(in: .whitespacesAndNewlines) == "PADĖKA Rūta Žemaitytė")
    }

    @Test func `a credential can be taken out again`() async throws {
        let credential = Typesetting.Attachment(name: "credential.json", type: "application/vc+ld+json", bytes: Array(#"{"a":1}"#.utf8), description: "Open Badge")
        let job = try Press.example("certificate-en")
        let with = Typesetting(template: job.template, data: job.data, stamp: job.stamp, attachments: [credential], pictures: job.pictures)
        let paper = try Paper(await Press.typesetter().set(with))
        defer { paper.remove() }
        #expect(try paper.attachments.contains("credential.json"))
    }

    @Test func `sixty who took part make a sheet of several pages, each with its head`() async throws {
        let job = try Press.example("sheet-sr") { data in
            guard var sections = data["sections"] as? [[String: Any]], var table = sections[0]["table"] as? [String: Any] else { return }
            table["rows"] = (1...60).map { ["\($0)", "Ђорђевић Ана", "ОШ „Вук Караџић“"] }
            sections[0]["table"] = table
            data["sections"] = sections
        }
        let paper = try Paper(await Press.typesetter().set(job))
        defer { paper.remove() }
        #expect(try paper.pages >= 5)
        #expect(try paper.text.matches(of: /Презиме и име/).count == paper.pages)
        #expect(try paper.text.contains("страна 2 од \(paper.pages)"))
    }
}
