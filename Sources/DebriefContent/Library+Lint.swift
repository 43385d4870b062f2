import DebriefModel

extension Library {
  /// What letters are checked for, with the short forms of names and the everyday words, and what is
  /// wrong with its file. A file of the user's with a fault is left aside.
  public func lintWords() -> (words: LintWords, faults: [Fault]) {
    var base = LintWords()
    base.nicknames = nicknames()
    base.everyday = ordinaryWords()
    base.singles = ShippedWords.tone
    return layered(LintFile.name, base) { LintFile.read($0, file: $1, base: $2) }
  }

  /// The words that are marked in answers: one phrase a line, lines that begin with # left out.
  public func hedges() -> [String] {
    lines("letters/hedges.txt")
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased() }
      .filter { !$0.isEmpty }
  }

  /// First names with their short forms: `robert: bob rob` a line, and lines that begin with # left
  /// out. What has no colon is no line of that kind, and says nothing.
  public func nicknames() -> Nicknames {
    var nicknames = Nicknames()
    for line in lines("letters/nicknames.txt") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let forms = line[line.index(after: colon)...].split { $0.isWhitespace || $0 == "," }
      nicknames.add(forms.map(String.init), for: String(line[..<colon]))
    }
    return nicknames
  }

  /// The everyday words that a name may be taken for.
  public func ordinaryWords() -> OrdinaryWords { OrdinaryWords(text("letters/ordinary.txt") ?? "") }

  /// The lines of a file without those that begin with #.
  /// What reads a job posting, with the words of the languages in `postings.txt`.
  public func postings() -> PostingReader {
    PostingReader(PostingWords(lines: lines("postings.txt")))
  }

  private func lines(_ name: String) -> [Substring] {
    (text(name) ?? "").split(whereSeparator: \.isNewline).filter { $0.first != "#" }
  }
}
