import Contests
import Kernel
import Languages

extension Texts {
    /// Thousandths of a point with two places.
    func points(_ thousandths: Int) -> String {
        let hundredths = Int((Double(abs(thousandths)) / 10).rounded()), rest = hundredths % 100
        return (thousandths < 0 && hundredths > 0 ? "−" : "") + number(hundredths / 100) + (language == .en ? "." : ",") + (rest < 10 ? "0\(rest)" : "\(rest)")
    }
}

extension Jury {
    /// Where it is, in a word.
    var standing: Phrase {
        if published != nil { return T.juries.published }
        if decided != nil { return T.juries.decided }
        if underway != nil { return T.juries.roundOpen }
        if isJudged { return T.juries.talking }
        return hasBegun ? T.juries.waitsRound : T.juries.preparing
    }
}

extension ShowableWork {
    /// Who made it and from where, as far as that may be said: names, else the code; the school where the work is shown.
    func signature(_ t: Texts) -> String {
        let name = names.isEmpty ? code : names.joined(separator: ", ")
        return isShown && !schoolName.isEmpty ? "\(name), \(t.shown(schoolName))" : name
    }
}
