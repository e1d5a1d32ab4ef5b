import Documents
import Foundation
import Testing

@Suite(.serialized, .timeLimit(.minutes(20))) struct TypesetterTests {
    @Test func `the same job gives the same bytes, also from another worker`() async throws {
        let job = try Press.example("certificate-sr")
        let (one, other) = (try Press.typesetter(), try Press.typesetter())
        let first = try await one.set(job)
        #expect(first.starts(with: Array("%PDF-".utf8)))
        #expect(try await one.set(job) == first)
        #expect(try await other.set(job) == first)
        let later = Typesetting(template: job.template, data: job.data, stamp: job.stamp + 1, pictures: job.pictures)
        #expect(try await one.set(later) != first)
    }

    @Test func `a letter that no font has is a fault that names it`() async throws {
        let typesetter = try Press.typesetter()
        let job = try Press.example("certificate-sr") { Press.first(of: &$0, "name", "Ана \u{F0B7} Ђорђевић \u{E123}") }
        await #expect(throws: TypesetterFault.missingGlyph("\u{F0B7}\u{E123}")) { try await typesetter.set(job) }
        #expect(try job.texts(with: "\u{F0B7}\u{E123}") == ["Ана \u{F0B7} Ђорђевић \u{E123}"])
        let well = try await typesetter.set(Press.example("certificate-sr"))
        #expect(!well.isEmpty)
    }

    @Test func `with a stand-in the paper is printed, and says whose letter it had not`() async throws {
        let typesetter = try Press.typesetter()
        let odd = "Ђорђевић Ана \u{F0B7}"
        let job = try Press.example("sheet-sr") { data in
            guard var sections = data["sections"] as? [[String: Any]], var table = sections[0]["table"] as? [String: Any] else { return }
            table["rows"] = [["1", odd, "ОШ „Вук Караџић“"], ["2", ["text": "Rūta \u{10FFFD}", "language": "lt"], "\u{1}"]]
            sections[0]["table"] = table
            data["sections"] = sections
        }
        await #expect(throws: TypesetterFault.self) { try await typesetter.set(job) }
        var printed = job
        for _ in 0..<3 {
            do { _ = try await typesetter.set(printed) } catch TypesetterFault.missingGlyph(let letters) {
                printed = try printed.standingIn(for: letters) { "Уместо знака: \($0.joined(separator: "; "))" }
            }
        }
        let paper = try Paper(await typesetter.set(printed))
        defer { paper.remove() }
        let text = try paper.text
        #expect(text.contains("Ђорђевић Ана □") && text.contains("Rūta □") && text.contains("Уместо знака: ") && text.contains("ОШ „Вук Караџић“"))
    }

    @Test func `those who wait are served in turn: a long row of one is not before everybody's paper`() async throws {
        let typesetter = try Press.typesetter(adding: ["slow.typ": "#let n = 0\n#while true { n += 1; if n < 0 { break } }"])
        let example = try Press.example("certificate-en")
        _ = try await typesetter.set(example)
        let order = Order()
        try await withThrowingTaskGroup(of: Void.self) { group in
            // While this one goes on, all the others come.
            group.addTask {
                var endless = Typesetting(template: "slow", data: "{}", stamp: 0)
                endless.seconds = 6
                _ = try? await typesetter.set(endless)
            }
            try await Task.sleep(for: .milliseconds(300))
            for number in 0..<12 {
                var job = example
                job.party = number < 11 ? "long" : "short"
                group.addTask { [job] in
                    _ = try await typesetter.set(job)
                    await order.add(job.party)
                }
            }
            try await group.waitForAll()
        }
        let served = await order.parties
        #expect(try served.count == 12 && #require(served.firstIndex(of: "short")) < 4, "what is done is heard of in no strict order: \(served)")
    }

    @Test func `a job may ask for less time than others get`() async throws {
        let typesetter = try Press.typesetter(adding: ["slow.typ": "#let n = 0\n#while true { n += 1; if n < 0 { break } }"])
        _ = try await typesetter.set(Press.example("certificate-en"))
        var job = Typesetting(template: "slow", data: "{}", stamp: 0)
        job.seconds = 1
        let began = ContinuousClock.now
        await #expect(throws: TypesetterFault.self) { try await typesetter.set(job) }
        #expect(ContinuousClock.now - began < .seconds(60), "others get a minute")
    }

    @Test func `a name is printed, never read`() async throws {
        let name = ##"#read("/etc/passwd") *b* $x$ @y \#emph[z]"##
        let paper = try Paper(await Press.typesetter().set(Press.example("certificate-sr") { Press.first(of: &$0, "name", name) }))
        defer { paper.remove() }
        #expect(try paper.text.contains(name))
        #expect(try !paper.text.contains("root:"))
    }

    @Test func `nothing is read outside the templates, and nothing fetched`() async throws {
        let typesetter = try Press.typesetter(adding: [
            "thief.typ": #"#set document(title: "x"); #read("/etc/passwd")"#, "climber.typ": #"#set document(title: "x"); #read("../../etc/passwd")"#,
        ])
        for template in ["thief", "climber"] {
            await #expect { _ = try await typesetter.set(Typesetting(template: template, data: "{}", stamp: 0)) } throws: { error in
                guard case .template(let text) = error as? TypesetterFault else { return false }
                return !text.contains("root:")
            }
        }
        for (name, source) in try Press.templates() { #expect(!String(decoding: source, as: UTF8.self).contains("@preview"), "\(name)") }
    }

    @Test func `a worker that is killed is replaced and the job done`() async throws {
        let typesetter = try Press.typesetter()
        let job = try Press.example("certificate-lt")
        let first = try await typesetter.set(job)
        let old = try #require(typesetter.process)
        kill(old, SIGKILL)
        #expect(try await typesetter.set(job) == first)
        #expect(typesetter.process != old)
    }

    @Test func `killed in the middle of three hundred, it does them once more, and rests after them`() async throws {
        let typesetter = try Press.typesetter()
        let one = try Press.example("certificate-sr")
        let whole = try Press.example("certificate-sr") { data in
            guard let documents = data["documents"] as? [[String: Any]] else { return }
            data["documents"] = (0..<300).map { number in documents[0].merging(["name": "Ана Ђорђевић \(number)"]) { $1 } }
        }
        _ = try await typesetter.set(one)
        let old = try #require(typesetter.process)
        async let pdf = typesetter.set(whole)
        try await Task.sleep(for: .milliseconds(150))
        kill(old, SIGKILL)
        let paper = try Paper(await pdf)
        defer { paper.remove() }
        #expect(try paper.pages == 300)
        // What so many left in its memory is not carried on.
        #expect(typesetter.process == nil)
        #expect(try await !typesetter.set(one).isEmpty)
    }

    @Test func `one that falls twice says so, and the next job is done`() async throws {
        let deadly = String(decoding: try #require(try Press.templates()["worker.py"]), as: UTF8.self)
            .replacing("def answer(typesetter, job):", with: "def answer(typesetter, job):\n    if job.get('template') == 'fall': os._exit(3)")
        let typesetter = try Press.typesetter(adding: ["worker.py": deadly])
        await #expect(throws: TypesetterFault.fallen) { try await typesetter.set(Typesetting(template: "fall", data: "{}", stamp: 0)) }
        #expect(try await !typesetter.set(Press.example("certificate-en")).isEmpty)
    }

    @Test func `a job that hangs is ended, and the next one is done`() async throws {
        let typesetter = try Press.typesetter(seconds: 3, adding: ["slow.typ": "#let n = 0\n#while true { n += 1; if n < 0 { break } }"])
        await #expect(throws: TypesetterFault.self) { try await typesetter.set(Typesetting(template: "slow", data: "{}", stamp: 0)) }
        #expect(try await !typesetter.set(Press.example("certificate-en")).isEmpty)
    }

    @Test func `stopped, it ends its worker and sets nothing more`() async throws {
        let typesetter = try Press.typesetter()
        let job = try Press.example("certificate-en")
        _ = try await typesetter.set(job)
        let worker = try #require(typesetter.process)
        let folder = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(worker)/cwd")
        #expect(FileManager.default.fileExists(atPath: folder + "/certificate.typ"))
        #expect(typesetter.trouble == nil)
        await typesetter.stop()
        #expect(kill(worker, 0) == -1)
        #expect(!FileManager.default.fileExists(atPath: folder))
        #expect(typesetter.trouble != nil)
        await #expect(throws: TypesetterFault.stopped) { try await typesetter.set(job) }
    }

    @Test func `a worker that nobody speaks to any more ends, and takes its folder with it`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "alone-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let (process, input, output) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(filePath: Press.python)
        process.arguments = ["-I", "-c", String(decoding: try #require(try Press.templates()["worker.py"]), as: UTF8.self)]
        process.currentDirectoryURL = folder
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(#"{"templates":{},"fonts":["/usr/share/fonts/truetype/noto"],"seconds":9}"#.utf8 + [10]))
        #expect(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self) == "{\"ready\": true}\n")
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }

    @Test func `what is missing is told before and after a start`() async throws {
        let nowhere = Typesetter(python: "/nowhere/python", templates: try Press.templates())
        #expect(nowhere.trouble == "no Python at /nowhere/python")
        let bare = Typesetter(python: Press.python, templates: try Press.templates(), fonts: ["/nowhere"])
        #expect(bare.trouble == nil)
        await #expect(throws: TypesetterFault.noStart("no font Noto Serif, Noto Sans in /nowhere")) {
            try await bare.set(Typesetting(template: "list", data: "{}", stamp: 0))
        }
        #expect(bare.trouble?.contains("Noto Serif") == true)
    }
}

private actor Order {
    private(set) var parties: [String] = []
    func add(_ party: String) { parties.append(party) }
}
