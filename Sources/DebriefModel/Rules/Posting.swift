/// What a job posting asks for, read from its text by ``PostingReader``: proposals that the person takes over or
/// passes (A45, A20). In doubt a line is left out: what is missing is quickly typed, and a list of everything helps
/// nobody.
public enum Posting {
  /// One thing it asks for.
  public struct Wanted: Hashable, Sendable {
    /// The thing, as the posting says it, without what leads up to it.
    public var text: String
    /// The years it asks for; nil where it names none.
    public var years: Int?
    /// Makes one.
    public init(_ text: String, years: Int? = nil) {
      self.text = text
      self.years = years
    }
  }

  /// Puts one of them on file as a requirement.
  public static func added(
    _ it: Wanted, to application: ID, ids: inout IDSource, now: Moment
  ) -> Change {
    let entry = Preparation(
      id: ids.draw(), application: application, kind: .requirement, recorded: now
    ) {
      $0.text = it.text
      $0.required = it.years
    }
    return Change("requirement added from the posting", [.insert(.preparation(entry))])
  }
}

/// Reads what a posting asks for, in the languages whose words it has.
public struct PostingReader: Hashable, Sendable {
  /// The most that are proposed.
  static let most = 20

  /// What a text asks for, in its order, each thing once.
  public func wanted(_ text: String) -> [Posting.Wanted] {
    var (section, found): (Section, [Posting.Wanted]) = (.open, [])
    // French has blanks that don't break before many signs, and word processors anywhere.
    let text = text.replacing("\u{a0}", with: " ").replacing("\u{202f}", with: " ")
    for line in PostingReader.joined(text) {
      let said = PostingReader.plain(line)
      if said.isEmpty { continue }
      if let heading = heading(said) {
        section = heading
        continue
      }
      // A heading may stand in the line of what it introduces: "Requirements: Kafka, Go".
      let (lead, rest) = introduced(said)
      if let lead { section = lead }
      let isListed = PostingReader.isBullet(line) || lead != nil
      for sentence in sentences(rest) {
        let isWanted = section == .wanted && (isListed || asks(sentence) || sentence == rest)
        guard section != .other, isWanted || asks(sentence) else { continue }
        for part in parts(sentence) {
          let it = Posting.Wanted(part, years: years(part))
          if isThing(part), !found.contains(where: { PostingReader.same($0.text, part) }) {
            found.append(it)
          }
        }
      }
    }
    return Array(found.prefix(PostingReader.most))
  }

  /// The lines of a text; one that was broken where the room ended goes on in the next.
  private static func joined(_ text: String) -> [String] {
    var lines: [String] = []
    var goesOn = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = String(line).trimmed
      if goesOn, let first = line.first, first.isLowercase, let last = lines.last {
        lines[lines.count - 1] = "\(last) \(line)"
      } else {
        lines.append(line)
      }
      goesOn = !line.isEmpty && !".:;!?".contains(line.last ?? ".")
    }
    return lines.filter { !$0.isEmpty }
  }

  /// Those that are not among the requirements on file yet.
  public func proposals(_ dossier: Dossier) -> [Posting.Wanted] {
    let known = dossier.preparations.filter { $0.kind == .requirement }.map(\.text)
    return wanted(dossier.application.posting ?? "").filter { it in
      !known.contains { PostingReader.same($0, it.text) }
    }
  }

  private let words: PostingWords

  /// Reads with these words.
  public init(_ words: PostingWords) { self.words = words }

  // MARK: - Sections

  private enum Section { case open, wanted, other }

  /// Which section a line begins that is a heading and nothing else.
  private func heading(_ line: String) -> Section? {
    guard line.count <= 50 else { return nil }
    let name = PostingWords.plain(line).trimming(while: { !$0.isLetter })
    if words.wanted.contains(name) { return .wanted }
    return words.other.contains(name) ? .other : nil
  }

  /// A heading before a colon, and what stands behind it.
  private func introduced(_ line: String) -> (Section?, String) {
    guard let colon = line.firstIndex(of: ":") else { return (nil, line) }
    let rest = String(line[line.index(after: colon)...]).trimmed
    guard !rest.isEmpty, let section = heading(String(line[..<colon])) else { return (nil, line) }
    return (section, rest)
  }

  // MARK: - Sentences

  private static let marks: Set<Character> = [
    "-", "*", "•", "·", "–", "▪", "◦", "○", "●", "✓", "#",
  ]

  private static func isBullet(_ line: String) -> Bool {
    guard let first = line.trimmed.first else { return false }
    return marks.contains(first)
      || first.isNumber && line.trimmed.contains { $0 == "." || $0 == ")" }
  }

  /// A line without the mark of a list.
  private static func plain(_ line: String) -> String {
    var line = line.trimmed
    while let first = line.first, marks.contains(first) { line = String(line.dropFirst()).trimmed }
    let number = line.prefix { $0.isNumber }
    if !number.isEmpty, let next = line.dropFirst(number.count).first, next == "." || next == ")" {
      line = String(line.dropFirst(number.count + 1)).trimmed
    }
    return line
  }

  private func sentences(_ line: String) -> [String] {
    var result: [String] = []
    var current = ""
    let characters = Array(line)
    for (at, character) in characters.enumerated() {
      let isEnd =
        (character == "." || character == "!" || character == "?" || character == ";")
        && (at + 1 == characters.count || characters[at + 1] == " ") && !isShort(current)
      if isEnd {
        result.append(current.trimmed)
        current = ""
      } else {
        current.append(character)
      }
    }
    return (result + [current.trimmed]).filter { !$0.isEmpty }
  }

  /// Whether a full stop belongs to a short form: "e.g.", "etc.".
  private func isShort(_ text: String) -> Bool {
    let last = text.split(separator: " ").last.map { $0.lowercased() } ?? ""
    return words.short.contains(last)
  }

  private func asks(_ sentence: String) -> Bool {
    let text = PostingWords.plain(sentence)
    return words.cues.stand(in: text) && !words.offers.stand(in: text)
  }

  // MARK: - Things

  /// A sentence in its things, each without what leads up to it.
  private func parts(_ sentence: String) -> [String] {
    var text = sentence
    if let lead = words.leads.first(where: { PostingWords.plain(text).hasPrefix($0 + " ") }) {
      text = String(text.dropFirst(lead.count)).trimmed
    }
    for end in words.ends where PostingWords.plain(text).hasSuffix(" " + end) {
      text = String(text.dropLast(end.count)).trimmed
    }
    // Only a list of short things is taken apart: "Go, Kafka, and on-call".
    let pieces = text.split(separator: ",").map { String($0).trimmed }
    let isList =
      pieces.count >= 3 && pieces.allSatisfy { $0.split(separator: " ").count <= 4 }
    guard isList else { return [PostingReader.tidy(text)] }
    return pieces.map { piece in
      let first = piece.split(separator: " ").first.map(String.init) ?? ""
      let isAnd = words.and.contains(first.lowercased()) && first.count < piece.count
      return PostingReader.tidy(isAnd ? String(piece.dropFirst(first.count)) : piece)
    }
  }

  private static func tidy(_ text: String) -> String {
    let text = text.trimming { $0.isWhitespace || ".,;:–-".contains($0) }
    return text.capitalizedFirst
  }

  /// Whether it is something one can have or lack: a few words, and no sentence about them.
  private func isThing(_ text: String) -> Bool {
    let count = text.split(separator: " ").count
    guard text.count >= 2, count <= 18 else { return false }
    return text.contains { $0.isLetter }
  }

  /// The years a thing asks for: "5+ years", "at least three years", "3-5 years" (the fewer).
  private func years(_ text: String) -> Int? {
    let all = PostingWords.plain(text).split { $0 == " " || $0 == "(" || $0 == ")" }
      .map(String.init)
    // "An" may be a year, and is an English word.
    for at in all.indices.dropFirst() where words.isYears(all[at]) {
      for word in all[max(0, at - 3)..<at] {
        if let number = words.numbers[word] { return number }
        let digits = word.prefix { $0.isNumber }
        if let number = Int(digits), (1...50).contains(number) { return number }
      }
    }
    return nil
  }

  private static func same(_ a: String, _ b: String) -> Bool {
    let (a, b) = (AskedQuestions.words(a), AskedQuestions.words(b))
    guard !a.isEmpty, !b.isEmpty else { return false }
    return a == b
  }
}

extension String {
  /// The text without the characters at both ends for which this holds.
  fileprivate func trimming(while isGone: (Character) -> Bool) -> String {
    var text = Substring(self)
    while let first = text.first, isGone(first) { text = text.dropFirst() }
    while let last = text.last, isGone(last) { text = text.dropLast() }
    return String(text)
  }
}
