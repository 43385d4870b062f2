/// Who was in the room, as people write it down: one or several, with or without what they do there.
public enum RoomWords {
  /// Somebody as they were written down.
  public struct Named: Hashable, Sendable {
    /// What they are called.
    public var name: String
    /// What they do, in the words that were typed; empty where nothing was.
    public var said = ""
  }

  /// Whom some words name. People stand on lines of their own or behind a semicolon; behind a comma
  /// stands what somebody does, or the next name. Words that name nobody, such as `I don't remember` or
  /// `two engineers`, give nobody. What is `known` for a name is one, however it is written.
  public static func people(_ text: String, known: [String] = []) -> [Named] {
    text.split { $0.isNewline || $0 == ";" || $0 == "；" }.flatMap { line($0, known) }
  }

  /// Whether words say that nobody is remembered: no name, and no one described either.
  public static func isForgotten(_ text: String) -> Bool {
    let words = tokens(text)
    if text.contains(where: \.isLetter) == false { return true }
    return forgotten.contains { words.starts(with: $0) }
  }

  // MARK: A line

  private static func line(_ line: Substring, _ known: [String]) -> [Named] {
    var found: [Named] = []
    for piece in pieces(unbulleted(line)) {
      if known.contains(where: { NameFolding.isSame($0, piece) }) {
        found.append(Named(name: piece))
        continue
      }
      // `CTO and Dan Cho`: what one does, and the next name.
      var halves = halved(piece)
      if halves.count == 2 {
        let isFirst = isRole(halves[0]) || isName(halves[0])
        if isFirst, isNobody(halves[1]) {
          // `Dan Cho and a third one`: whose name isn't known is nobody to write to.
          halves = [halves[0]]
        } else if !isFirst || !isName(halves[1]) {
          halves = [piece]
        }
      }
      for half in halves {
        let one = parted(half)
        if one.name.isEmpty { continue }
        if var last = found.last, one.said.isEmpty, isRole(one.name) || !isAnother(one.name, last) {
          last.said += (last.said.isEmpty ? "" : ", ") + one.name
          found[found.count - 1] = last
        } else if !isNobody(one.name) {
          found.append(one)
        }
      }
    }
    return found
  }

  /// Whether a piece behind a comma is the next name, and not what the one before does.
  private static func isAnother(_ piece: String, _ last: Named) -> Bool {
    if isName(piece) { return true }
    // Who writes no capitals writes none for anybody: `maria, dan`.
    guard last.said.isEmpty, !isName(last.name) else { return false }
    return tokens(piece).count <= 2 && piece.allSatisfy { $0.isLetter || $0 == " " }
      && piece.contains(where: \.isLowercase)
  }

  /// A line without what marks it as one of a list.
  private static func unbulleted(_ line: Substring) -> String {
    var rest = String(line).trimmed[...]
    if let first = rest.first, "-*•·–+✓".contains(first) { rest = rest.dropFirst() }
    let digits = rest.prefix(while: \.isNumber)
    let behind = rest.dropFirst(digits.count)
    if !digits.isEmpty, let mark = behind.first, mark == "." || mark == ")" {
      rest = behind.dropFirst()
    }
    return String(rest).trimmed
  }

  /// The parts between commas; commas inside brackets part nothing.
  private static func pieces(_ line: String) -> [String] {
    var depth = 0
    return line.split { character in
      if "([".contains(character) { depth += 1 }
      if ")]".contains(character) { depth = max(0, depth - 1) }
      return depth == 0 && (character == "," || character == "，" || character == "、")
    }.map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  private static func halved(_ piece: String) -> [String] {
    for mark in [" and ", " & ", " + "] {
      if let at = range(of: mark, in: piece) {
        return [String(piece[..<at.lowerBound]).trimmed, String(piece[at.upperBound...]).trimmed]
      }
    }
    return [piece]
  }

  /// A name and what stands beside it: `Dan Cho (HR)`, `Hal Ito - product manager`, `Maria from HR`.
  private static func parted(_ piece: String) -> Named {
    if let open = piece.firstIndex(where: { "([".contains($0) }), open > piece.startIndex {
      let inside = piece[piece.index(after: open)...].prefix { !")]".contains($0) }
      return Named(name: String(piece[..<open]).trimmed, said: String(inside).trimmed)
    }
    for mark in [" - ", " – ", " — ", ": ", " / ", " from ", " the "] {
      guard let at = range(of: mark, in: piece) else { continue }
      let name = String(piece[..<at.lowerBound]).trimmed
      let said = String(piece[at.upperBound...]).trimmed
      if name.isEmpty || isNobody(name) || mark == " the " && !isRole(said) { continue }
      return Named(name: name, said: said)
    }
    return Named(name: piece.hasSuffix(".") ? unstopped(piece) : piece)
  }

  /// A name without the stop of a sentence; an initial keeps its own.
  private static func unstopped(_ name: String) -> String {
    let last = name.dropLast().split(separator: " ").last ?? ""
    return last.count <= 2 ? name : String(name.dropLast())
  }

  private static func range(of mark: String, in text: String) -> Range<String.Index>? {
    var at = text.startIndex
    while at < text.endIndex {
      if text[at...].hasPrefix(mark) {
        return at..<text.index(at, offsetBy: mark.count)
      }
      at = text.index(after: at)
    }
    return nil
  }

  // MARK: Words

  private static func tokens(_ text: some StringProtocol) -> [String] {
    text.lowercased().map { $0 == "’" ? "'" : $0 }
      .split { !($0.isLetter || $0.isNumber || $0 == "'") }.map { String($0) }
  }

  /// Whether words are a name beyond doubt: up to four that begin with a capital, and nothing of a job.
  static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (1...4).contains(words.count), !isRole(text), !isNobody(text) else { return false }
    return words.allSatisfy { word in
      particles.contains(word.lowercased())
        || (word.first?.isUppercase ?? false)
          && word.allSatisfy { $0.isLetter || "-'’.".contains($0) }
    } && words.contains { $0.first?.isUppercase ?? false }
  }

  /// Whether words say what somebody does.
  static func isRole(_ text: String) -> Bool {
    Person.Part(said: text) != nil || tokens(text).contains { jobs.contains($0) }
  }

  /// Whether words describe or deny somebody instead of naming them: `two engineers`, `no idea`.
  static func isNobody(_ text: String) -> Bool {
    if isForgotten(text) { return true }
    guard let first = tokens(text).first else { return true }
    return first.first?.isNumber == true || counts.contains(first)
  }

  private static let particles: Set<String> = [
    "von", "van", "der", "den", "de", "da", "do", "dos", "del", "della", "di", "la", "le", "el",
    "al", "bin", "ibn", "ben", "ter", "ten", "zu", "af", "av", "y", "e",
  ]

  private static let forgotten: [[String]] = [
    ["i", "don't"], ["i", "do", "not"], ["i", "can't"], ["i", "cannot"], ["i", "forgot"],
    ["i", "forget"], ["i", "have", "no"], ["i'm", "not", "sure"], ["not", "sure"],
    ["don't", "know"], ["don't", "remember"], ["dont", "know"], ["dont", "remember"],
    ["i", "dont"], ["can't", "remember"], ["can't", "recall"], ["cannot", "remember"],
    ["no", "idea"], ["no", "clue"], ["no", "names"], ["no", "one"], ["nobody"], ["noone"],
    ["none"], ["nothing"], ["unknown"], ["forgot"], ["n", "a"], ["na"], ["idk"], ["tbd"],
    ["dunno"], ["no"],
  ]

  private static let counts: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "a", "an", "the", "some",
    "somebody", "someone", "several", "many", "few", "their", "his", "her", "my", "our", "couple",
    "both", "just", "only", "people", "everyone", "everybody", "another", "other", "others",
  ]

  /// Words of what people do that ``Person/Part`` does not sort.
  private static let jobs: Set<String> = [
    "account", "accountant", "admin", "administrator", "adviser", "advisor", "agent", "analyst",
    "architect", "assistant", "associate", "attorney", "buyer", "ceo", "cfo", "chair", "chef",
    "chief", "cio", "clerk", "coach", "cofounder", "consultant", "controller", "coo",
    "coordinator", "cpo", "cso", "counsel", "data", "dean", "department", "deputy", "design",
    "designer", "dev", "devops", "doctor", "editor", "engineering", "eng", "executive", "expert",
    "finance", "founder", "head", "hm", "intern", "junior", "lawyer", "legal", "librarian",
    "marketing",
    "md", "mentor", "nurse", "officer", "operations", "ops", "owner", "partner", "peer", "pm", "po",
    "president", "principal", "producer", "product", "professor", "programmer", "qa", "rep",
    "representative", "researcher", "sales", "scientist", "secretary", "senior", "specialist",
    "sre", "staff", "student", "supervisor", "support", "svp", "teacher", "technician", "tech",
    "tester", "trainee", "ux", "vp", "writer",
  ]
}
