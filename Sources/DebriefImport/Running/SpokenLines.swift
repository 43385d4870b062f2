import DebriefModel

/// The lines of a transcript in whatever form a program wrote it, as `Name: words`: with the time before or behind
/// the name, on a line of its own above the words, or in a chat. What is no such transcript stays as it is.
enum SpokenLines {
  /// What a line is.
  private enum Line: Equatable {
    /// The beginning of what somebody says, with the first of it, which may be nothing.
    case speaker(String, String)
    /// More of what was said before.
    case words(String)
    /// Nothing that anybody said.
    case nothing
  }

  /// So many lines must name a speaker beside a time.
  private static let least = 2

  /// Whether lines are those of a transcript with times.
  static func found(in lines: some Sequence<String>) -> Bool {
    var speakers = 0
    for line in lines.prefix(400) {
      if case .speaker = read(line.trimmed) { speakers += 1 }
      if speakers > least { return true }
    }
    return false
  }

  /// The lines as they are spoken; those of any other text as they are.
  static func lines(_ lines: [String]) -> [String] {
    let told: [Line] = lines.map { read($0.trimmed) }
    let count = told.count { if case .speaker = $0 { true } else { false } }
    guard count >= least else {
      // A time of three parts on a line of its own is nothing that was said.
      return zip(lines, told).filter { line, it in
        it != Line.nothing || line.trimmed.count { $0 == ":" } == 1
      }.map(\.0)
    }
    var result: [(speaker: String, words: String)] = []
    for line in told {
      switch line {
      case .nothing: continue
      case .speaker(let name, let words):
        if let last = result.last, last.speaker == name, last.words.last != "?" {
          result[result.count - 1].words += (last.words.isEmpty ? "" : " ") + words
        } else {
          result.append((name, words))
        }
      case .words(let words):
        // What stands above the first speaker is a title.
        guard let last = result.last, !words.isEmpty else { continue }
        // A line with a name of its own, as some programs write it below a time.
        if let name = Transcript.split(words).speaker {
          result.append((name, Transcript.split(words).words))
        } else {
          result[result.count - 1].words += (last.words.isEmpty ? "" : " ") + words
        }
      }
    }
    return result.filter { !$0.words.isEmpty }.map { "\($0.speaker): \($0.words)" }
  }

  // MARK: - A line

  private static func read(_ line: String) -> Line {
    if line.isEmpty || isTime(line) || isOfTheProgram(line) { return .nothing }
    // `[00:01:02] Ada: words`, `10:01:02 From Ada to Everyone: words`
    if let (time, rest) = leading(line), !time.isEmpty {
      let isChat = rest.hasPrefix("From ")
      let rest = isChat ? String(rest.dropFirst(5)).trimmed : rest
      guard let colon = rest.firstIndex(where: { $0 == ":" || $0 == "：" }) else {
        return isName(rest) ? .speaker(named(rest), "") : .words(rest)
      }
      var name = rest[..<colon].trimmed
      for sign in [" to ", " To "] where isChat {
        if let range = name.firstRange(of: sign) { name = String(name[..<range.lowerBound]) }
      }
      let words = rest[rest.index(after: colon)...].trimmed
      return isName(name) ? .speaker(named(name), words) : .words(rest)
    }
    // `Ada (00:01): words`, `Ada [00:01] words`, `Ada  00:01`
    if let (name, rest) = trailing(line) { return .speaker(named(name), rest) }
    return .words(line)
  }

  /// The time a line begins with, and what follows; nil where it begins with none.
  private static func leading(_ line: String) -> (time: String, rest: String)? {
    let isOpen = "[(".contains(line.first ?? " ")
    let body = isOpen ? line.dropFirst() : line[...]
    let time = body.prefix { $0.isNumber || ":.,".contains($0) }
    guard isTime(String(time)) else { return nil }
    var rest = body[time.endIndex...]
    if isOpen {
      guard let close = rest.first, "])".contains(close) else { return nil }
      rest = rest.dropFirst()
    }
    return (String(time), rest.trimming { $0.isWhitespace || "-–|".contains($0) })
  }

  /// A name at the beginning of a line with a time behind it, and what follows.
  private static func trailing(_ line: String) -> (name: String, rest: String)? {
    guard let digit = line.firstIndex(where: { $0.isNumber && $0.isASCII }) else { return nil }
    // `Speaker 1 (00:00)` has a number in the name.
    var start = digit
    let number = line[digit...].prefix { $0.isNumber }
    if number.count < 3, let next = line[number.endIndex...].first, next == " " || next == "(" {
      guard let later = line[number.endIndex...].firstIndex(where: { $0.isNumber }) else {
        return nil
      }
      start = later
    }
    let time = line[start...].prefix { $0.isNumber || ":.".contains($0) }
    guard isTime(String(time)) else { return nil }
    let before = line[..<start]
    let name = before.trimmed.trimming { "([-–|".contains($0) || $0.isWhitespace }
    guard isName(name), before.last == " " || "([\t".contains(before.last ?? "x") else {
      return nil
    }
    let rest = line[time.endIndex...]
    let words = rest.trimming { $0.isWhitespace || "])".contains($0) }
    // Words on the line itself stand behind a bracket or a colon.
    if !words.isEmpty, !"])".contains(rest.first ?? " ") { return nil }
    return (
      name,
      words.first.map { $0 == ":" || $0 == "：" } == true ? String(words.dropFirst()).trimmed : words
    )
  }

  /// `00:01`, `1:02:03`, `00:00:01.250`.
  private static func isTime(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return (2...3).contains(parts.count)
      && parts.dropLast().allSatisfy { part in
        (1...3).contains(part.count) && part.allSatisfy(\.isNumber)
      }
      && parts.last.map {
        $0.prefix(2).count == 2 && $0.allSatisfy { $0.isNumber || ".,".contains($0) }
      } == true
  }

  /// Whether a text can be that of a speaker: a few words in letters, the last of which may be a number.
  private static func isName(_ text: String) -> Bool {
    var words = MailCompany.person(text).split(separator: " ")
    if words.count > 1, words.last?.allSatisfy(\.isNumber) == true { words.removeLast() }
    return (1...4).contains(words.count)
      && words.allSatisfy { word in
        word.first?.isLetter == true && word.allSatisfy { $0.isLetter || ".-'’".contains($0) }
      }
  }

  /// A speaker's name in as many words as one before a colon may have.
  static func named(_ text: String) -> String {
    MailCompany.person(text.trimmed).split(separator: " ").prefix(3).joined(separator: " ")
  }

  /// What programs add of their own.
  private static func isOfTheProgram(_ line: String) -> Bool {
    let low = line.lowercased()
    return [
      "transcribed by https://", "transcription ended after", "this editable transcript was",
      "meeting ended after", "started transcription", "stopped transcription", "summary keywords",
    ].contains { low.hasPrefix($0) || low.hasSuffix($0) }
  }
}
