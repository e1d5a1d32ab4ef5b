// Writes Swift from the files in Resources/, for the plugin Generate:
//   generate texts    FILE      OUTPUT LOOK    typed keys of the texts of one file
//   generate embedded RESOURCES OUTPUT LOOK    the files themselves, as literals
// LOOK is touched, so that the next build looks again.
import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count == 4 else {
    complain("usage: generate texts|embedded SOURCE OUTPUT LOOK")
    exit(64)
}
let source = URL(fileURLWithPath: arguments[1])
let output = URL(fileURLWithPath: arguments[2])

do {
    try Data().write(to: URL(fileURLWithPath: arguments[3]))
    switch arguments[0] {
    case "texts": try write(TextsSource(source).swift, to: output)
    case "embedded": try write(EmbeddedSource(ResourceFolder(source)).swift, to: output)
    default: throw Complaint("generate knows texts and embedded, not \(arguments[0])")
    }
} catch let complaint as Complaint {
    complain(complaint.text)
    exit(1)
}

/// An unchanged output is not touched, so that nothing is compiled again for it.
func write(_ text: String, to output: URL) throws {
    if let old = try? String(contentsOf: output, encoding: .utf8), old == text { return }
    try Data(text.utf8).write(to: output, options: .atomic)
}

func complain(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
}
