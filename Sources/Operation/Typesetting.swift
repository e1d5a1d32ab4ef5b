package import Documents
import Foundation
import Kernel
import Languages
package import Logging
package import Marc
package import Planner
package import Sheets

extension Settings {
    /// The Python that sets documents and opens old workbooks: the one that is named, else that of `.venv` in this folder, beside the program or above it.
    package var interpreter: String {
        if let python { return python }
        let here = URL(filePath: FileManager.default.currentDirectoryPath)
        var folder = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent() ?? here
        var places = [here, folder]
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            places.append(folder)
        }
        let paths = places.map { $0.appending(path: ".venv/bin/python").path }
        return paths.first(where: FileManager.default.isExecutableFile(atPath:)) ?? paths[0]
    }

    package func typesetter(_ carried: Carried, logger: Logger) -> Typesetter {
        Typesetter(python: interpreter, templates: carried.templates, fonts: fonts, logger: logger)
    }

    package func oldExcel(_ carried: Carried) -> OldExcel { OldExcel(python: interpreter, source: carried.sheetReader) }

    package func marcReader(_ carried: Carried) -> MarcReader { MarcReader(python: interpreter, source: carried.recordReader) }

    package func wordWriter(_ carried: Carried) -> WordWriter { WordWriter(python: interpreter, source: carried.wordWriter) }

    package func planner(_ carried: Carried) -> Planner { Planner(python: interpreter, parts: carried.planner) }

    /// Nil when no key is named: then documents are signed by hand only.
    package func signer(_ typesetter: Typesetter) throws -> (any DocumentSigner)? {
        guard let signature else { return nil }
        func read(_ path: String) throws -> [UInt8] {
            do { return Array(try Data(contentsOf: URL(filePath: path))) } catch { throw Problem.conflict(T.operation.signatureUnread(file: .text(path))) }
        }
        guard let certificates = signature.certificates else {
            return PAdESSigner(typesetter: typesetter, key: .pkcs12(try read(signature.key), password: signature.password ?? ""), isQualified: signature.isQualified)
        }
        return PAdESSigner(
            typesetter: typesetter, key: .pem(try read(signature.key), certificates: try read(certificates), password: signature.password),
            isQualified: signature.isQualified)
    }
}
