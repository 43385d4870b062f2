/// Finds what looks like a place to be filled in.
struct LetterGaps {
  /// Where they are, in bytes, in order, none over another.
  private(set) var places: [Range<Int>] = []

  let text: LetterProse
  let index: PhraseIndex
  /// Lines with a small letter: the others are headings.
  let mixedLines: Set<Int>
  var bytes: [UInt8] { text.bytes }
  /// So long may a bracket be.
  private static let longest = 400

  init(_ text: LetterProse, _ index: PhraseIndex) {
    self.text = text
    self.index = index
    mixedLines = Set(text.tokens.lazy.filter { $0.traits.contains(.small) }.map(\.line))
    var found = signs() + wordsAlone() + greeting() + empties() + forms()
    found.sort { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
    for place in found where place.lowerBound >= places.last?.upperBound ?? 0 {
      places.append(place)
    }
  }

  // MARK: - Signs and brackets

  private func signs() -> [Range<Int>] {
    let bytes = text.bytes
    var found: [Range<Int>] = []
    var at = 0
    // The first word that ends behind the place, and the line it is in: both only go on.
    var token = 0
    var line = 0
    while at < bytes.count {
      guard let end = end(bytes, at) else {
        at += 1
        continue
      }
      while token < text.tokens.count, text.tokens[token].end <= at { token += 1 }
      while line + 1 < text.lines.count, text.lines[line].upperBound <= at { line += 1 }
      if isMeant(at..<end, token, line) { found.append(at..<end) }
      at = end
    }
    return found
  }

  private func end(_ bytes: [UInt8], _ at: Int) -> Int? {
    switch bytes[at] {
    case UInt8(ascii: "{"):
      guard at + 1 < bytes.count else { return nil }
      if bytes[at + 1] == bytes[at] {
        guard let end = close(at + 2, UInt8(ascii: "}"), 60) else { return nil }
        return end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: "}") ? end + 2 : end + 1
      }
      return few(at + 1, UInt8(ascii: "}"), with: "/,.")
    case UInt8(ascii: "["): return square(at)
    case UInt8(ascii: "<"):
      guard at + 1 < bytes.count, isLetter(bytes[at + 1]) || bytes[at + 1] == UInt8(ascii: "<")
      else {
        return nil
      }
      let start = bytes[at + 1] == UInt8(ascii: "<") ? at + 2 : at + 1
      return few(start, UInt8(ascii: ">")).map {
        start > at + 1 && $0 < bytes.count && bytes[$0] == UInt8(ascii: ">") ? $0 + 1 : $0
      }
    case UInt8(ascii: "("): return round(at + 1)
    case UInt8(ascii: "$"): return variable(at)
    case UInt8(ascii: "%"): return directive(at) ?? between(at)
    case UInt8(ascii: "#"): return between(at) ?? digits(at)
    case UInt8(ascii: "@"):
      // A mail merge: @@NAME@@.
      return at + 1 < bytes.count && bytes[at + 1] == bytes[at] ? between(at) : nil
    case UInt8(ascii: "*"):
      // The marks of a mailing program: *|FNAME|*.
      guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "|"),
        let end = close(at + 2, UInt8(ascii: "|"), 60)
      else { return nil }
      return end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: "*") ? end + 2 : nil
    case UInt8(ascii: "_"): return run(at, 3) ?? pair(at)
    case UInt8(ascii: "?"): return run(at, 3)
    case UInt8(ascii: "."): return run(at, 5)
    default: return nil
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte & 0xDF) || byte >= 0x80
  }
  private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// The end of a sign that stands so often in a row.
  private func run(_ at: Int, _ least: Int) -> Int? {
    var last = at
    while last < bytes.count, bytes[last] == bytes[at] { last += 1 }
    return last - at >= least ? last : nil
  }

  /// Where a bracket closes, on the same line, or the next one of the same paragraph.
  private func close(_ start: Int, _ bracket: UInt8, _ longest: Int) -> Int? {
    var at = start
    var breaks = 0
    let last = min(bytes.count, start + longest)
    while at < last {
      if bytes[at] == bracket { return at }
      if bytes[at] == 10 || bytes[at] == 13 {
        breaks += 1
        if breaks > 1 || longest < LetterGaps.longest { return nil }
      } else if bytes[at] < 0x20, bytes[at] != 9 {
        return nil
      } else if breaks > 0, bytes[at] != 32 {
        breaks = 0
      }
      at += 1
    }
    return nil
  }

  /// The end of a bracket that holds a few words and nothing else.
  private func few(_ start: Int, _ bracket: UInt8, with signs: String = "") -> Int? {
    guard let end = close(start, bracket, 60), end - start >= 2 else { return nil }
    let inside = bytes[start..<end]
    let blanks = inside.count { $0 == 32 }
    let allowed = inside.allSatisfy { byte in
      isLetter(byte) || isDigit(byte) || " '-_".utf8.contains(byte) || signs.utf8.contains(byte)
    }
    return allowed && inside.contains(where: isLetter) && blanks <= 4 ? end + 1 : nil
  }

  /// The end of square brackets that are no link, no note at the foot and no place in a list.
  private func square(_ at: Int) -> Int? {
    // `[[name]]`: both.
    if at + 1 < bytes.count, bytes[at + 1] == bytes[at] {
      guard let end = close(at + 2, UInt8(ascii: "]"), LetterGaps.longest) else { return nil }
      return end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: "]") ? end + 2 : end + 1
    }
    guard let end = close(at + 1, UInt8(ascii: "]"), LetterGaps.longest) else { return nil }
    let inside = bytes[(at + 1)..<end]
    // `[1]`, `[2, 3]`, `[4-6]`, and what was left out of a quotation.
    let isNote =
      inside.contains(where: isDigit)
      && inside.allSatisfy { isDigit($0) || ", -".utf8.contains($0) || $0 >= 0x80 }
    let isLeftOut =
      !inside.isEmpty && inside.allSatisfy { $0 == UInt8(ascii: ".") || $0 == 32 }
      && inside.contains(UInt8(ascii: "."))
    if isNote || isLeftOut || Array(inside) == Array("…".utf8) { return nil }
    if inside.first == UInt8(ascii: "^") { return nil }
    if end + 1 < bytes.count {
      let next = bytes[end + 1]
      // A link has its address or its number behind it; at its foot it has a colon.
      if next == UInt8(ascii: "(") || next == UInt8(ascii: "[") { return nil }
      if next == UInt8(ascii: ":"), bytes[(end + 2)...].prefix(12).contains(UInt8(ascii: "/")) {
        return nil
      }
    }
    if at > 0 {
      if bytes[at - 1] == UInt8(ascii: "]") { return nil }
      // `list[i]` and `int[]` are code.
      if isLetter(bytes[at - 1]), inside.count <= 2 { return nil }
    }
    return end + 1
  }

  /// The end of round brackets that hold nothing but words of a template. What else stands in them is
  /// prose.
  private func round(_ start: Int) -> Int? {
    guard let end = close(start, UInt8(ascii: ")"), 60) else { return nil }
    let inside = String(decoding: bytes[start..<end], as: UTF8.self)
    let keys = LetterProse(inside).tokens.map(\.base)
    guard let first = keys.first else { return nil }
    if ["insert", "enter", "fill"].contains(first) { return end + 1 }
    let glue: Set<String> = ["the", "a", "an", "of", "or", "and", "for", "here", "to"]
    return areTemplate(keys, between: glue) ? end + 1 : nil
  }

  /// Whether a word is one of a template.
  func isTemplate(_ word: String) -> Bool {
    index.has(word, .template) || index.has(word, .templateParts)
  }

  /// Whether words are those of a template and nothing else; one that is only half of it needs another.
  ///
  /// - Parameters:
  ///   - also: More words that are whole by themselves.
  ///   - glue: Words that may stand between them.
  func areTemplate(_ words: [String], and also: Set<String> = [], between glue: Set<String> = [])
    -> Bool
  {
    let own = words.count { index.has($0, .template) || also.contains($0) }
    let parts = words.count { index.has($0, .templateParts) && !also.contains($0) }
    let between = words.count { glue.contains($0) && !index.has($0, .templateParts) }
    return own + parts + between == words.count && (own > 0 || parts > 1)
  }

  /// The end of `$name` or `${name}`; a sum of money has figures, and other signs stand in a word.
  private func variable(_ start: Int) -> Int? {
    func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte & 0xDF) || byte == 95 }
    if start > 0, isLetter(bytes[start - 1]) || bytes[start - 1] >= 0x80 { return nil }
    let isBraced = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "{")
    let first = start + (isBraced ? 2 : 1)
    var end = first
    while end < bytes.count, isLetter(bytes[end]) { end += 1 }
    guard end - first >= 2 else { return nil }
    if !isBraced {
      // What pay is written with: `$USD`, `$k`.
      return end
    }
    return end < bytes.count && bytes[end] == UInt8(ascii: "}") ? end + 1 : nil
  }

  /// The end of what a program would have put a text for: `%s`.
  private func directive(_ at: Int) -> Int? {
    guard at + 1 < bytes.count, [UInt8(ascii: "s"), UInt8(ascii: "@")].contains(bytes[at + 1]),
      at == 0 || !(isDigit(bytes[at - 1]) || bytes[at - 1] == UInt8(ascii: "%"))
    else { return nil }
    let next = at + 2
    return next == bytes.count || !(isLetter(bytes[next]) || isDigit(bytes[next])) ? next : nil
  }

  /// The end of `%NAME%`, `%%name%%` and `##NAME##`: capitals, or signs twice.
  private func between(_ start: Int) -> Int? {
    let sign = bytes[start]
    if start > 0, isLetter(bytes[start - 1]) || isDigit(bytes[start - 1]) { return nil }
    var first = start
    while first < bytes.count, bytes[first] == sign { first += 1 }
    var end = first
    while end < bytes.count, isLetter(bytes[end]) || bytes[end] == 95 || bytes[end] == 32,
      end - first <= 40
    { end += 1 }
    guard end - first >= 2, end < bytes.count, bytes[end] == sign, bytes[first] != 32,
      bytes[end - 1] != 32
    else { return nil }
    let isLoud = !bytes[first..<end].contains { (97...122).contains($0) }
    guard
      isLoud || first - start > 1 || (sign == UInt8(ascii: "%") && !bytes[first..<end].contains(32))
    else { return nil }
    while end < bytes.count, bytes[end] == sign { end += 1 }
    return end
  }

  /// Whether it is no line of a drawing, no quotation and none of the usual remarks in brackets.
  private func isMeant(_ range: Range<Int>, _ first: Int, _ lineNumber: Int) -> Bool {
    let sign = bytes[range.lowerBound]
    if sign == UInt8(ascii: "_") || sign == UInt8(ascii: ".") {
      let line = text.lines.isEmpty ? range : text.lines[lineNumber]
      let start = max(line.lowerBound, range.lowerBound - 400)
      let end = min(line.upperBound, range.upperBound + 400)
      guard start < end else { return false }
      return bytes[start..<end].contains { $0 != sign && $0 > 0x20 }
    }
    var count = 0
    var last = first
    while last < text.tokens.count, text.tokens[last].start < range.upperBound {
      if text.tokens[last].traits.contains(.quoted) { return false }
      count += 1
      last += 1
    }
    return !(count == 1 && index.has(text.tokens[first].key, .brackets))
  }

  // MARK: - Words

  /// Words that stand for others: XXX, TBD, `Your Name`, `INSERT ROLE HERE`, `Mr./Ms.`
  private func wordsAlone() -> [Range<Int>] {
    let tokens = text.tokens
    var found: [Range<Int>] = []
    var at = 0
    while at < tokens.count {
      let count =
        placeholder(at) ?? order(at) ?? choice(at)
        ?? (isMark(tokens[at]) || isLoudNoun(at) ? 1 : nil)
      if let count, !tokens[at].traits.contains(.quoted) {
        found.append(tokens[at].start..<tokens[at + count - 1].end)
        at += count
      } else {
        at += 1
      }
    }
    return found
  }

  private func isMark(_ token: LetterToken) -> Bool {
    guard token.traits.isDisjoint(with: [.digit, .wide]) else { return false }
    let length = token.end - token.start
    if token.key.utf8.allSatisfy({ $0 == UInt8(ascii: "x") }) {
      // Small ones are kisses when there are two.
      return length >= (token.traits.contains(.small) ? 3 : 2)
    }
    switch token.key {
    case "tbd", "tbc", "tba": return true
    case "todo", "fixme", "yyyy": return !token.traits.contains(.small)
    default: return false
    }
  }

  func isLoud(_ at: Int) -> Bool {
    text.tokens.indices.contains(at) && text.tokens[at].traits.contains(.capital)
      && !text.tokens[at].traits.contains(.small) && text.tokens[at].end - text.tokens[at].start > 1
  }

  /// How many words are a name that nobody has: all of them with a capital.
  private func placeholder(_ at: Int) -> Int? {
    guard let count = index.begins(text.tokens, at: at, .placeholders) else { return nil }
    let words = text.tokens[at..<(at + count)]
    guard words.allSatisfy({ $0.traits.contains(.capital) }),
      words.allSatisfy({ $0.line == words.first?.line })
    else { return nil }
    return count
  }

  /// How many words tell the writer to put something in: `INSERT ROLE HERE`, `insert name here`.
  private func order(_ at: Int) -> Int? {
    guard ["insert", "enter", "add", "fill", "your"].contains(text.tokens[at].key) else {
      return nil
    }
    if isLoud(at), isLoud(at + 1), text.tokens[at].sentence == text.tokens[at + 1].sentence {
      var end = at + 2
      while isLoud(end), text.tokens[end].line == text.tokens[at].line { end += 1 }
      let isMeant = text.tokens[at..<end].contains { isTemplate($0.base) }
      return text.tokens[at].key == "insert" || isMeant ? end - at : nil
    }
    guard text.tokens[at].key == "insert" else { return nil }
    for end in (at + 2)..<(at + 6) where end < text.tokens.count && text.tokens[end].key == "here" {
      return text.tokens[(at + 1)..<end].allSatisfy { isTemplate($0.base) } ? end + 1 - at : nil
    }
    return nil
  }

  /// How many words leave a choice that was to be made: `Mr./Ms.`, `Mr or Mrs`, `he/she`.
  private func choice(_ at: Int) -> Int? {
    let forms = LetterGaps.titles
    let tokens = text.tokens
    if at + 1 < tokens.count,
      LetterGaps.pronouns.contains([tokens[at].key, tokens[at + 1].key]),
      bytes[tokens[at].end..<tokens[at + 1].start].elementsEqual("/".utf8)
    {
      return 2
    }
    guard forms.contains(tokens[at].key), at + 1 < tokens.count else { return nil }
    var end = at + 1
    while end < tokens.count, forms.contains(tokens[end].key) {
      let between = bytes[tokens[end - 1].end..<tokens[end].start]
      guard between.contains(UInt8(ascii: "/")), between.count <= 4 else { break }
      end += 1
    }
    if end > at + 1 { return end - at }
    if tokens[end].key == "or", end + 1 < tokens.count, forms.contains(tokens[end + 1].key) {
      return 3
    }
    return nil
  }

  /// One person is one of both; "she/her" is how somebody is spoken of.
  private static let pronouns: Set<Set<String>> = [
    ["he", "she"], ["s", "he"], ["him", "her"], ["his", "her"], ["his", "hers"],
    ["himself", "herself"],
  ]

  // MARK: - The greeting

  /// `Dear …`, and a comma with a blank where the name was to be.
  private func greeting() -> [Range<Int>] {
    guard let first = text.tokens.first,
      let count = index.begins(text.tokens, at: 0, .greeting),
      let line = text.lines.first(where: { $0.contains(first.start) })
    else { return [] }
    let start = text.tokens[count - 1].end
    guard start < line.upperBound else { return [] }
    let next = count < text.tokens.count ? text.tokens[count].start : line.upperBound
    let rest = String(decoding: bytes[start..<min(next, line.upperBound)], as: UTF8.self)
    let plain = rest.filter { $0 != " " && $0 != "\t" }
    let isDots = plain.hasPrefix("…") || plain.hasPrefix("...") || plain.hasPrefix("..")
    let isBare =
      first.key == "dear" && rest.first == " " && (plain == "," || plain == ":")
      && next >= line.upperBound
    return isDots || isBare ? [first.start..<max(first.end, min(next, line.upperBound))] : []
  }
}
