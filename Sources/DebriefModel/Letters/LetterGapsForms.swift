/// Places that are marked by the shape of what stands there: the letters of a date, `X years`, a template's
/// word as somebody's name, words of a template between signs of any kind, empty boxes.
extension LetterGaps {
  /// All such places.
  func forms() -> [Range<Int>] {
    var found = boxes()
    var at = 0
    while at < text.tokens.count {
      let place = letters(at) ?? figure(at) ?? namedByTemplate(at) ?? slip(at) ?? address(at)
      if let place, !text.tokens[at].traits.contains(.quoted) {
        found.append(place)
        while at < text.tokens.count, text.tokens[at].start < place.upperBound { at += 1 }
      } else {
        at += 1
      }
    }
    return found
  }

  private static let dateParts: Set<String> = [
    "dd", "mm", "yy", "yyyy", "hh", "jj", "jjjj", "tt", "xx", "xxxx",
  ]

  /// `DD/MM`, `dd.mm.yyyy`, `hh:mm`.
  private func letters(_ at: Int) -> Range<Int>? {
    let tokens = text.tokens
    guard LetterGaps.dateParts.contains(tokens[at].key) else { return nil }
    var end = at + 1
    while end < tokens.count, LetterGaps.dateParts.contains(tokens[end].key),
      tokens[end].start - tokens[end - 1].end == 1,
      "/.-:".utf8.contains(bytes[tokens[end - 1].end])
    { end += 1 }
    return end > at + 1 ? tokens[at].start..<tokens[end - 1].end : nil
  }

  private static let counted: Set<String> = [
    "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "people",
    "percent", "projects", "employees", "customers", "clients", "euros", "dollars",
  ]

  /// `X years`, `xx%`: a number that is still to come.
  private func figure(_ at: Int) -> Range<Int>? {
    let token = text.tokens[at]
    let length = token.end - token.start
    guard length <= 3, token.key.utf8.allSatisfy({ $0 == UInt8(ascii: "x") }) || token.key == "n",
      length > 1 || token.traits.contains(.capital)
    else { return nil }
    if token.end < bytes.count, bytes[token.end] == UInt8(ascii: "%"), token.key != "n" {
      return token.start..<(token.end + 1)
    }
    for sign in ["$", "€", "£"]
    where bytes[..<token.start].suffix(sign.utf8.count).elementsEqual(sign.utf8) {
      return (token.start - sign.utf8.count)..<token.end
    }
    guard at + 1 < text.tokens.count, LetterGaps.counted.contains(text.tokens[at + 1].key),
      [" ", "+ ", " + "].contains(between(at))
    else { return nil }
    // "Generation X people", "the X days": what comes before says which.
    if at > 0, text.tokens[at - 1].traits.contains(.capital), between(at - 1) == " " { return nil }
    return token.start..<token.end
  }

  private func between(_ at: Int) -> String {
    String(decoding: bytes[text.tokens[at].end..<text.tokens[at + 1].start], as: UTF8.self)
  }

  /// What no person is called, and what stands before it in a greeting.
  private static let noNames: Set<String> = [
    "name", "recipient", "firstname", "lastname", "surname", "fullname", "addressee", "salutation",
  ]

  /// `Dear Name,`, `Hi first name,`, `Dear Mr. Lastname,`.
  private func namedByTemplate(_ at: Int) -> Range<Int>? {
    guard at == 0, let count = index.begins(text.tokens, at: 0, .greeting),
      count < text.tokens.count
    else { return nil }
    let first = text.tokens[0]
    var start = count
    while start < text.tokens.count, LetterGaps.titles.contains(text.tokens[start].key) {
      start += 1
    }
    var end = start
    while end < text.tokens.count, text.tokens[end].line == first.line, end - start < 4 { end += 1 }
    let words = text.tokens[start..<end]
    guard let last = words.last, LetterGaps.noNames.contains(last.key),
      words.dropLast().allSatisfy({ isTemplate($0.base) || $0.key == "the" })
    else { return nil }
    return words.first.map { $0.start..<last.end }
  }

  /// `TK`, `lorem ipsum`, `to be filled in`.
  private func slip(_ at: Int) -> Range<Int>? {
    let tokens = text.tokens
    func says(_ words: [String]) -> Range<Int>? {
      guard at + words.count <= tokens.count,
        zip(tokens[at...], words).allSatisfy({ $0.key == $1 })
      else { return nil }
      return tokens[at].start..<tokens[at + words.count - 1].end
    }
    if ["tk", "tktk", "tkk"].contains(tokens[at].key), !tokens[at].traits.contains(.small) {
      return tokens[at].start..<tokens[at].end
    }
    if let place = added(at) { return place }
    let known = [
      ["lorem", "ipsum"], ["to", "be", "filled", "in"], ["to", "be", "inserted"],
      ["note", "to", "self"],
    ]
    if let place = known.lazy.compactMap(says).first { return place }
    // Whom forms are filled in for.
    let nobody = [
      ["john", "doe"], ["jane", "doe"], ["max", "mustermann"], ["erika", "mustermann"],
    ]
    guard tokens[at].traits.contains(.capital), at + 1 < tokens.count,
      tokens[at + 1].start == tokens[at].end + 1
    else { return nil }
    return nobody.lazy.compactMap(says).first
  }

  /// `your.email@example.com`: nobody's address.
  private func address(_ at: Int) -> Range<Int>? {
    let token = text.tokens[at]
    guard token.traits.contains(.opaque),
      ["your", "yourname", "youremail", "yourmail", "firstname"].contains(where: {
        token.key == $0 || token.key.hasPrefix($0 + ".") || token.key.hasPrefix($0 + "@")
      })
    else { return nil }
    var end = token.start
    while end < bytes.count, bytes[end] > 0x20 { end += 1 }
    while end > token.start, ".,;:!?)>".utf8.contains(bytes[end - 1]) { end -= 1 }
    guard bytes[token.start..<end].contains(UInt8(ascii: "@")) else { return nil }
    return token.start..<end
  }

  /// `###-####`: a number that is still to come.
  func digits(_ at: Int) -> Int? {
    var end = at
    while end < bytes.count, bytes[end] == bytes[at] || bytes[end] == UInt8(ascii: "-") { end += 1 }
    while end > at, bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
    return end - at >= 4 && bytes[at..<end].contains(UInt8(ascii: "-")) ? end : nil
  }

  /// `__ May`: two lines that stand alone, as those of `__init__` don't.
  func pair(_ at: Int) -> Int? {
    func isBlank(_ place: Int) -> Bool {
      !bytes.indices.contains(place) || bytes[place] <= 0x20
        || place > at && ".,;:!?)".utf8.contains(bytes[place])
    }
    guard at + 1 < bytes.count, bytes[at + 1] == bytes[at], isBlank(at - 1), isBlank(at + 2) else {
      return nil
    }
    return at + 2
  }

  /// What one writes instead of a sentence that is still to come: `Add a sentence here.`
  private func added(_ at: Int) -> Range<Int>? {
    let tokens = text.tokens
    guard ["add", "insert", "put"].contains(tokens[at].key),
      at == 0 || tokens[at - 1].sentence != tokens[at].sentence
        || bytes[tokens[at].start - 1] == UInt8(ascii: "(")
    else { return nil }
    let nouns: Set<String> = [
      "sentence", "line", "paragraph", "example", "detail", "details", "name", "date", "story",
      "reason", "something", "lines", "sentences", "examples",
    ]
    for end in (at + 1)..<(at + 8) {
      guard end < tokens.count, tokens[end].sentence == tokens[at].sentence else { return nil }
      let isLast =
        end + 1 == tokens.count || tokens[end + 1].sentence != tokens[end].sentence
        || bytes[tokens[end].end] == UInt8(ascii: ")")
      if tokens[end].key == "here", isLast,
        tokens[(at + 1)..<end].contains(where: { nouns.contains($0.key) })
      {
        return tokens[at].start..<tokens[end].end
      }
    }
    return nil
  }

  // MARK: - Signs

  private static let open: [Character: Character] = [
    "【": "】", "〔": "〕", "［": "］", "｛": "｝", "〈": "〉", "《": "》", "‹": "›", "«": "»", "~": "~",
    "^": "^",
    "|": "|", "#": "#", "=": "=", "+": "+", "⟨": "⟩", "（": "）", "｟": "｠", "*": "*", "\\": "\\",
  ]
  /// What nobody writes but to have it filled in.
  private static let empty: Set<Character> = ["□", "▢", "☐", "◻", "⬜", "\u{FFFC}", "\u{FFFD}", "▁"]

  /// `【role】`, `#mission#`, `~name~`, `*company*`: signs with words of a template and nothing else between
  /// them, and boxes that are empty.
  private func boxes() -> [Range<Int>] {
    // Most letters have none of them: a look at the bytes spares the walk by characters.
    guard bytes.contains(where: { $0 >= 0xC2 || "~^|#=+*\\".utf8.contains($0) }) else { return [] }
    var found: [Range<Int>] = []
    let whole = String(decoding: bytes, as: UTF8.self)
    guard whole.utf8.count == bytes.count else { return [] }
    func offset(_ index: String.Index) -> Int {
      whole.utf8.distance(from: whole.startIndex, to: index)
    }
    var at = whole.startIndex
    while at < whole.endIndex {
      let next = whole.index(after: at)
      if LetterGaps.empty.contains(whole[at]) {
        found.append(offset(at)..<offset(next))
      } else if let closing = LetterGaps.open[whole[at]] {
        let inside = whole[next...].prefix(60).prefix { $0 != closing && !$0.isNewline }
        if inside.endIndex < whole.endIndex, whole[inside.endIndex] == closing,
          isTemplate(between: inside)
        {
          let end = whole.index(after: inside.endIndex)
          found.append(offset(at)..<offset(end))
          at = end
          continue
        }
      }
      at = next
    }
    return found
  }

  /// Whether what stands between two signs are words of a template.
  private func isTemplate(between words: Substring) -> Bool {
    guard words.first?.isWhitespace == false, words.last?.isWhitespace == false else {
      return false
    }
    let keys = words.lowercased().split { " _-/'’".contains($0) }.map(String.init)
    let also: Set<String> = [
      "mission", "goal", "product", "news", "example", "date", "salary", "name",
    ]
    return areTemplate(keys, and: also)
  }
}
