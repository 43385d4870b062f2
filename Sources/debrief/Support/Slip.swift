import ArgumentParser

/// What is wrong with a command line, in one sentence of the program's own: the parser's words are those
/// of a tool for programmers, and come with lines that nobody asked for.
enum Slip {
  /// The sentence for what the parser says. `full` is its message with the line that shows the usage.
  static func sentence(_ message: String, full: String) -> String {
    let usage = self.usage(full)
    let command = usage.first.map { " " + $0 } ?? ""
    let shown = "type debrief\(usage.map { " " + $0 }.joined())"
    let more = "debrief help\(command) tells you more."
    let text = message.hasPrefix("Error: ") ? String(message.dropFirst(7)) : message
    let line = String(text.split(separator: "\n", maxSplits: 1).first ?? "")
    let quoted = quotations(line)
    if line.hasPrefix("Missing expected argument"), let name = quoted.first {
      return "\(plain(name)) is missing: \(shown)\(shown.hasSuffix("...") ? ";" : ".") \(more)"
    }
    if line.contains("nexpected argument") {
      let names = quoted.map { "\"\($0)\"" }
      let takes = usage.count > 1 ? "\(shown), with quotes around anything with spaces." : more
      return names.count == 1
        ? "\(names[0]) is one word too many: \(takes)"
        : "\(listed(names, "and")) are too many words: \(takes)"
    }
    if line.hasPrefix("The value "), quoted.count > 1 {
      // Few choices stand in the line itself, many of them on lines of their own.
      let listed = text.split(separator: "\n").compactMap { line -> String? in
        let words = line.drop { $0 == " " }
        return words.hasPrefix("- ") ? String(words.dropFirst(2)) : nil
      }
      let choices = listed.isEmpty ? Array(quoted.dropFirst(2)) : listed
      let rest = choices.isEmpty ? more : "type \(self.listed(choices, "or"))."
      return "\"\(quoted[0])\" doesn't work for \(plain(quoted[1])): \(rest)"
    }
    if line.contains("does not take any value"), let name = quoted.first {
      return "\(name) takes no value. Leave out the = and what follows."
    }
    if line.contains("had already been set with"), quoted.count > 1 {
      return quoted[0] == quoted[1]
        ? "You typed \(quoted[0]) twice. Keep one of them."
        : "\(quoted[1]) and \(quoted[0]) can't go together. Choose one."
    }
    return text.hasSuffix(".") ? text : text + "."
  }

  /// The words of the usage line that are no options, without the program's name.
  private static func usage(_ full: String) -> [String] {
    guard let line = full.split(separator: "\n").first(where: { $0.hasPrefix("Usage: debrief") })
    else { return [] }
    var words: [String] = []
    for word in line.split(separator: " ").dropFirst(2) {
      if word.hasPrefix("[-") || word.hasPrefix("[<options>") || word.hasPrefix("--") { continue }
      // The value of an option stands behind it, with the bracket that closes both.
      if word.hasPrefix("<"), word.hasSuffix("]") { continue }
      words.append(String(word))
    }
    return words
  }

  /// `<words> ...` without what only a parser needs; of an option its name.
  private static func plain(_ name: String) -> String {
    let words = name.split(separator: " ").filter { $0 != "..." }
    return words.first.map(String.init) ?? name
  }

  private static func quotations(_ line: String) -> [String] {
    var found: [String] = []
    var rest = Substring(line)
    while let start = rest.firstIndex(of: "'") {
      let text = rest[rest.index(after: start)...]
      guard let end = closing(text) else { break }
      found.append(String(text[..<end]))
      rest = text[text.index(after: end)...]
    }
    return found
  }

  /// Where a quotation ends: at an apostrophe that no letter follows.
  private static func closing(_ text: Substring) -> Substring.Index? {
    text.indices.first { at in
      guard text[at] == "'" else { return false }
      let next = text.index(after: at)
      return next == text.endIndex || !text[next].isLetter
    }
  }

  private static func listed(_ words: [String], _ joint: String) -> String {
    switch words.count {
    case 0: ""
    case 1: words[0]
    case 2: "\(words[0]) \(joint) \(words[1])"
    default: words.dropLast().joined(separator: ", ") + ", \(joint) \(words[words.count - 1])"
    }
  }
}
