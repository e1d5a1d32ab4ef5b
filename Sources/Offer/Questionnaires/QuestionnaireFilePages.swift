import Forms
import Imports
import Kernel
import Languages
import Look
import Sheets
import Web

/// Questionnaires as files: a workbook that a survey office edits, or our own JSON.
enum QuestionnaireFilePages {
    @Sendable static func export(_ visit: Visit) async throws -> Answer {
        let questionnaire = try await QuestionnairePages.questionnaire(visit), name = visit.t.shown(questionnaire.content.title.said(in: visit.language).text)
        if visit.query["format"] == "json" {
            return .text(try questionnaire.content.written(isPretty: true), type: "application/json; charset=utf-8", name: "\(name).json")
        }
        return .file(bytes: try XLSForm.file(questionnaire.content), type: SurveySheet.type, name: "\(name).xlsx")
    }

    @Sendable static func form(_ visit: Visit) async throws -> Answer { visit.page(QuestionnaireFileViews(reader: visit.reader).form(visit.form())) }

    @Sendable static func bring(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            guard let file = visit.typed.file("file") else { throw Problem.invalid("file", T.questionnaires.errorNoFile) }
            let purpose = Questionnaire.Purpose(rawValue: visit.typed["purpose"]) ?? .other
            let (content, unknown) = try read(file.bytes, file.name, other: QuestionWords(T.questionnaires.sampleJobOther, visit.records.words))
            return try await visit.act { act in
                let id = try QuestionnaireStore.add(content, for: purpose, to: centre, in: act)
                let told = unknown.isEmpty ? T.questionnaires.saidBrought : T.questionnaires.saidBroughtWithout(what: .text(unknown.joined(separator: "; ")))
                return Redirect(visit.link("/staff/questionnaires/\(id)"), told)
            }
        } again: { form in
            QuestionnaireFileViews(reader: visit.reader).form(form)
        }
    }

    /// - Returns: the questionnaire, and what of the file it leaves out, ten at most.
    private static func read(_ bytes: [UInt8], _ name: String, other: QuestionWords) throws -> (QuestionnaireContent, [String]) {
        if bytes.drop(while: { $0 == 0x20 || $0 == 0x0a || $0 == 0x0d || $0 == 0x09 }).first == UInt8(ascii: "{") {
            guard let content = QuestionnaireContent(written: String(decoding: bytes, as: UTF8.self)) else { throw Problem.invalid("file", T.questionnaires.errorJSON) }
            return (try checked(content), [])
        }
        let file: SheetFile
        do { file = try SheetFile(reading: bytes) } catch { throw Problem.invalid("file", ImportFile.phrase(error)) }
        let reading = try XLSFormReading(file, other: other)
        var content = reading.content
        if content.title.isEmpty { content.title.sr = name }
        return (try checked(content), reading.unknown.prefix(10).map { "\($0.name) (\($0.what))" })
    }

    /// - Throws: the first things that make it no questionnaire at all.
    private static func checked(_ content: QuestionnaireContent) throws -> QuestionnaireContent {
        guard content.faults.isEmpty else { throw Problem(.invalid, content.faults.prefix(5).map { Problem.Fault("file", $0.phrase) }) }
        return content
    }
}
