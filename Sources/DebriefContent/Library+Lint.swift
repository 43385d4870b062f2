import DebriefModel

extension Library {
  /// What letters are checked for, and what is wrong with its file. A file of the user's with a
  /// fault is left aside.
  public func lintWords() -> (words: LintWords, faults: [Fault]) {
    let name = LintFile.name
    let shipped = LintFile.read(Files.text(ofShipped: name) ?? "", file: name, base: LintWords())
    var faults = shipped.faults
    guard let own = own(name, &faults) else { return (shipped.words, faults) }
    let mine = LintFile.read(own.text, file: own.path, base: shipped.words)
    faults += mine.faults
    return (mine.faults.isEmpty ? mine.words : shipped.words, faults)
  }

  /// The words that are marked in answers: one phrase a line, lines that begin with # left out.
  public func hedges() -> [String] {
    (text("letters/hedges.txt") ?? "").split(whereSeparator: \.isNewline)
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased() }
      .filter { !$0.isEmpty && !$0.hasPrefix("#") }
  }
}
