import DebriefContent
import DebriefModel
import Foundation
import Testing

/// What a person reads is said the way a friend would say it. Only what can be listed is checked: no
/// code, no word of `Voice/words.txt`, no long question, none that leans on another screen or asks why.
@Suite("The voice", .timed)
struct VoiceTests {
  /// A text, and where it stands.
  private typealias Line = (place: String, text: String)

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Voice")
  private static let root = resourcesFolder.deletingLastPathComponent()

  /// Each word of the list as a pattern, with what to say instead.
  private static let words: [(pattern: NSRegularExpression, word: String, say: String)] =
    rows("words.txt").compactMap { row in
      let parts = row.components(separatedBy: " > ")
      let escaped = NSRegularExpression.escapedPattern(for: parts[0])
      guard parts.count == 2, let pattern = expression("(?<![\\w'’-])\(escaped)(?![\\w-])") else {
        return nil
      }
      return (pattern, parts[0], parts[1])
    }

  /// Codes of evidence, steps, letters, advice, reasons and sources, which stay in the files.
  private static let code = try? NSRegularExpression(
    pattern:
      #"\b(E[0-4]|S1?[0-9]|L(10|[1-9]b?)|A[1-9][0-9]{0,2}|R-[A-Z]{3,}|00[0-4] [A-Z][a-z]+)\b"#)

  private static func expression(_ text: String) -> NSRegularExpression? {
    try? NSRegularExpression(pattern: text, options: .caseInsensitive)
  }

  private static func rows(_ name: String) -> [String] {
    let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    return (text ?? "").split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }

  private static func matches(_ pattern: NSRegularExpression?, _ text: String) -> Bool {
    let all = NSRange(text.startIndex..., in: text)
    return pattern?.firstMatch(in: text, range: all) != nil
  }

  /// What a text says that it should not.
  private static func faults(_ text: String) -> [String] {
    var result = words.filter { matches($0.pattern, text) }.map { "\($0.word): say \($0.say)" }
    if let met = code?.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)),
      let range = Range(met.range, in: text)
    {
      result.append("the code \(text[range])")
    }
    return result
  }

  // MARK: The content

  /// Sentences of the bank by which answers that are stored are found again: they stay as they were.
  private static let stored = ["tackle", "solved"]

  private static var questions: [Line] {
    let library = Library(userFolder: nil)
    let content = library.content()
    let asked = Branch.allCases.compactMap { content.checklists[$0] }.flatMap { list in
      list.items.map { ("\(list.branch) \($0.id)", $0.ask) }
    }
    return asked
      + library.questions().filter { !stored.contains($0.id) }.map { ($0.id, $0.ask) }
  }

  private static var sentences: [Line] {
    let library = Library(userFolder: nil)
    let content = library.content()
    var result: [Line] = []
    for list in Branch.allCases.compactMap({ content.checklists[$0] }) {
      result.append(("\(list.branch)", list.title))
      for step in list.steps {
        result += [("\(list.branch) \(step.id)", step.title), ("\(step.id)", step.why)]
      }
      for item in list.items {
        let texts = [item.why] + item.anchors + item.choices.map(\.title)
        for text in texts + item.suggests.map(\.statement) {
          result.append(("\(list.branch) \(item.id)", text))
        }
      }
    }
    result += content.reasons.flatMap { [($0.code, $0.title), ($0.code, $0.evidence)] }
    for language in library.refusals().words.languages {
      result += language.says.sorted { $0.key < $1.key }.map {
        ("refusals.yaml \($0.key)", $0.value)
      }
    }
    result += library.questions().map { ($0.id, $0.hint) }
    // A sentence may go on in the next line.
    for part in (library.text("help.md") ?? "").components(separatedBy: "\n\n") {
      result.append(("help.md", part.replacingOccurrences(of: "\n", with: " ")))
    }
    for line in (library.text("config.toml") ?? "").split(separator: "\n")
    where line.hasPrefix("# ") { result.append(("config.toml", String(line.dropFirst(2)))) }
    return result
  }

  @Test("has no word and no code that a friend would not say")
  func content() {
    #expect(Self.words.count > 40)
    #expect(Self.questions.count > 250 && Self.sentences.count > 900)
    for line in Self.questions + Self.sentences {
      #expect(Self.faults(line.text) == [], "\(line.place): \(line.text)")
    }
  }

  @Test("asks in fourteen words at most, and lets every question stand alone")
  func questions() {
    let leaning = Self.expression(
      #"^((does|did|is|was|has|have|do|could|would|will|are|were) )?(it|its|that|those|these)\b"#
    )
    let reproach = Self.expression(#"\bwhy (did|didn't|are|aren't|were|weren't) you\b|\bwhy me\b"#)
    for line in Self.questions {
      let count = line.text.split(separator: " ").count
      #expect(count <= 14, "\(line.place): \(count) words: \(line.text)")
      #expect(!Self.matches(leaning, line.text), "\(line.place): \(line.text)")
      #expect(!Self.matches(reproach, line.text), "\(line.place): \(line.text)")
    }
  }

  @Test("says why in fifteen words at most, and nothing in more than twenty")
  func lengths() {
    let library = Library(userFolder: nil)
    for item in Branch.allCases.compactMap({ library.content().checklists[$0] }).flatMap(\.items) {
      #expect(item.why.split(separator: " ").count <= 15, "\(item.id): \(item.why)")
    }
    for line in Self.sentences {
      for sentence in line.text.components(separatedBy: ". ") {
        #expect(sentence.split(separator: " ").count <= 20, "\(line.place): \(sentence)")
      }
    }
  }

  @Test("knows the faults that it is there for")
  func known() {
    for text in [
      "Write down the talk.", "Whom did you ask?", "likely (E3, partly mine)", "(letter L1b)",
      "one's own view", "The post was dropped.", "asked (002 Denied)", "R-PREP",
    ] {
      #expect(!Self.faults(text).isEmpty, "\(text)")
    }
    for text in [
      "They talked about the job.", "Press a to add one.", "Your résumé did the talking.",
      "Alone, or with others?", "posted 2 days ago",
    ] {
      #expect(Self.faults(text) == [], "\(text)")
    }
  }

  // MARK: What is still to be written anew

  /// The files whose texts are not all by the voice yet, with how many of their lines are not.
  private static let allowed: [String: Int] = Dictionary(
    rows("left.txt").compactMap { row in
      let parts = row.split(separator: " ")
      guard parts.count == 2, let count = Int(parts[1]) else { return nil }
      return (String(parts[0]), count)
    }, uniquingKeysWith: { a, _ in a })

  /// The texts of a file in the order of its lines: strings of more than one word in Swift and JSON,
  /// all that is no comment elsewhere.
  private static func texts(_ text: String, _ name: String) -> [String] {
    var result: [String] = []
    let quoted = expression(#""((?:[^"\\]|\\.)*)""#)
    var isLong = false
    for line in text.components(separatedBy: "\n") {
      let bare = line.trimmingCharacters(in: .whitespaces)
      if !name.hasSuffix(".swift"), !name.hasSuffix(".json") {
        // In a manual page, the names of commands with their keys stay what they are.
        if !bare.hasPrefix("#"), !bare.hasPrefix("letter: "), !bare.hasPrefix(#".It Cm ""#) {
          result.append(bare)
        }
        continue
      }
      if bare.hasPrefix("//") { continue }
      let fences = bare.components(separatedBy: "\"\"\"").count - 1
      if fences == 1 { isLong.toggle() }
      if isLong, fences == 0 { result.append(bare) }
      if isLong || fences > 0 { continue }
      // The name of a key in JSON is no text.
      let value =
        name.hasSuffix(".json") ? bare.components(separatedBy: "\" : ").dropFirst().joined() : bare
      for met in quoted?.matches(in: value, range: NSRange(value.startIndex..., in: value)) ?? [] {
        guard let range = Range(met.range(at: 1), in: value) else { continue }
        let string = String(value[range])
        if string.contains(" ") { result.append(string) }
      }
    }
    return result
  }

  /// How many texts of each file still have a fault: the sources, and what of `Resources/` is not read
  /// above. Lists of words and developers' pages are no texts.
  private func left() throws -> [String: Int] {
    let lists = [
      "ordinary.txt", "nicknames.txt", "lint.yaml", "hedges.txt", "README.md", "ADVICE.md",
      // Phrases of others; what is said of them is among `sentences`.
      "refusals.yaml", "imports.yaml", "refusal-words.txt", "mail-words.txt", "tone-words.txt",
      "postings.txt",
      // The names in an export.
      "debrief-data.5",
    ]
    let typed = ["reasons.yaml", "questions.yaml", "advice.yaml", "sources.md"]
    var result: [String: Int] = [:]
    for folder in ["Sources", "Resources"] {
      let base = Self.root.appendingPathComponent(folder)
      for name in try FileManager.default.subpathsOfDirectory(atPath: base.path) {
        let last = String(name.split(separator: "/").last ?? "")
        let isSource = folder == "Sources" && name.hasSuffix(".swift")
        let isContent =
          folder == "Resources" && last.contains(".") && !last.hasPrefix(".")
          && !lists.contains(last) && !typed.contains(last) && !name.hasPrefix("checklists/")
          && last != "help.md" && last != "config.toml"
        guard isSource || isContent else { continue }
        var text = try String(contentsOf: base.appendingPathComponent(name), encoding: .utf8)
        // A tag of a letter, such as {{#refused}}, is no word that anybody reads.
        if name.hasPrefix("letters/") { text.replace(try Regex(#"\{\{[^}\n]*\}\}"#), with: "") }
        let count = Self.texts(text, name).count { !Self.faults($0).isEmpty }
        if count > 0 { result["\(folder)/\(name)"] = count }
      }
    }
    return result
  }

  /// `RECORD_SCREENS=1` writes the list anew, and never with a larger number.
  @Test("has fewer old sentences in no room than are counted, never more")
  func shrinking() throws {
    let now = try left()
    if ProcessInfo.processInfo.environment["RECORD_SCREENS"] == "1" {
      let lines = now.keys.sorted().map { name in
        "\(name) \(min(now[name] ?? 0, Self.allowed.isEmpty ? .max : Self.allowed[name] ?? 0))"
      }.filter { !$0.hasSuffix(" 0") }
      let head =
        "# Texts that are not by the voice yet, by file. The numbers may only become smaller.\n"
      try (head + lines.joined(separator: "\n") + "\n").write(
        to: Self.folder.appendingPathComponent("left.txt"), atomically: true, encoding: .utf8)
    }
    for (name, count) in now.sorted(by: { $0.key < $1.key }) {
      #expect(
        count <= Self.allowed[name] ?? 0, "\(name): \(count) texts have a word of Voice/words.txt")
    }
  }
}
