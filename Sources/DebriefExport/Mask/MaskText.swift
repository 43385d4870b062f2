/// How names, addresses and numbers are found in a text.
enum MaskText {
  /// A stretch of a text; a stand-in is done, and not looked at again.
  private struct Piece {
    var text: String
    var isDone = false
  }

  /// The text with stand-ins: numbers first, then addresses, then names, each only in what the one
  /// before has left.
  static func masked(_ text: String, _ known: [MaskName]) -> String {
    var out = ""
    for piece in phones(text, known) {
      guard !piece.isDone else {
        out += piece.text
        continue
      }
      for part in addresses(piece.text, known) {
        out += part.isDone ? part.text : names(part.text, known)
      }
    }
    return out
  }

  /// Every known name that stands as a whole word, whatever its case, with or without a possessive.
  static func names(_ text: String, _ names: [MaskName]) -> String {
    let chars = Array(text)
    let lower = chars.map { Array($0.lowercased()) }
    var out = ""
    var i = 0
    while i < chars.count {
      var taken: (end: Int, standIn: String)?
      if mayBegin(chars, i) {
        for name in names where begins(lower[i], name) {
          if let end = match(name, chars, lower, i) {
            taken = (end, name.standIn)
            break
          }
        }
      }
      if let taken {
        out += taken.standIn
        i = taken.end
      } else {
        out.append(chars[i])
        i += 1
      }
    }
    return out
  }

  /// Whether a word can begin here: behind anything that is no letter, or where the script does not
  /// part its words, or behind the letters that some scripts put before a name.
  private static func mayBegin(_ chars: [Character], _ i: Int) -> Bool {
    guard MaskName.isWord(chars[i]) else { return false }
    return i == 0 || !MaskName.isWord(chars[i - 1]) || !parts(chars[i]) || !parts(chars[i - 1])
  }

  /// Whether the script of a letter parts words by blanks alone, so that a name inside a longer word
  /// is another word: Latin, Greek, Cyrillic and their kin. Elsewhere a name is found anywhere.
  private static func parts(_ c: Character) -> Bool {
    (c.unicodeScalars.first?.value ?? 0) < 0x0530 || c.isASCII
      || (0x1E00...0x1FFF).contains(c.unicodeScalars.first?.value ?? 0)
  }

  private static func begins(_ letter: [Character], _ name: MaskName) -> Bool {
    guard let first = name.words.first?.first, let c = letter.first else { return false }
    return c == first
  }

  /// Where a name that begins here ends; nil when it does not stand here.
  private static func match(
    _ name: MaskName, _ chars: [Character], _ lower: [[Character]], _ start: Int
  ) -> Int? {
    if name.needsCapital, !chars[start].isUppercase { return nil }
    var i = start
    for (n, word) in name.words.enumerated() {
      if n > 0 {
        // Between the words of a name anything but letters may stand: a blank, a dot, a line's end.
        let gap = i
        while i < chars.count, !MaskName.isWord(chars[i]) { i += 1 }
        if i == gap || i - gap > 3 { return nil }
      }
      var wanted = Array(word)[...]
      while !wanted.isEmpty {
        guard i < chars.count, lower[i].count <= wanted.count,
          wanted.starts(with: lower[i])
        else { return nil }
        wanted = wanted.dropFirst(lower[i].count)
        i += 1
      }
    }
    // A name may have an s behind it: Kahls Frage.
    if i < chars.count, parts(chars[i - 1]), chars[i] == "s" || chars[i] == "S",
      i + 1 == chars.count || !MaskName.isWord(chars[i + 1])
    {
      return i + 1
    }
    guard i == chars.count || !MaskName.isWord(chars[i]) || !parts(chars[i - 1]) || !parts(chars[i])
    else { return nil }
    return i
  }

  /// E-mail addresses, links and telephone numbers, known or not. An address that is on file keeps
  /// the stand-in it has there.
  private static func addresses(_ text: String, _ names: [MaskName]) -> [Piece] {
    var out = [Piece(text: "")]
    var token = ""
    func flush() {
      if let (standIn, tail) = masked(token, names) {
        out += [Piece(text: standIn, isDone: true), Piece(text: tail)]
      } else {
        out[out.count - 1].text += token
      }
      token = ""
    }
    for c in text {
      if c.isWhitespace || "<>()[]\",;\u{27E8}\u{27E9}".contains(c) {
        flush()
        out[out.count - 1].text.append(c)
      } else {
        token.append(c)
      }
    }
    flush()
    return out
  }

  /// The stand-in of an address and what stands behind it; nil when it is none.
  private static func masked(
    _ token: String, _ names: [MaskName]
  ) -> (standIn: String, tail: String)? {
    guard token.contains(where: { $0 == "@" || $0 == "." || $0 == "/" || $0 == ":" }) else {
      return nil
    }
    // What a sentence puts behind an address is none of it.
    var core = Substring(token)
    var tail = ""
    while let last = core.last, ".,:!?'\u{2019}".contains(last) {
      tail = String(last) + tail
      core = core.dropLast()
    }
    let lower = core.lowercased()
    let words = MaskName.split(lower)
    if let at = core.firstIndex(of: "@"), at != core.startIndex,
      core.index(after: at) != core.endIndex
    {
      let known = names.first { $0.words == words }?.standIn
      return (known ?? "E-mail", tail)
    }
    if core.first == "@", core.count > 1 { return ("Link", tail) }
    if lower.contains("://") || lower.hasPrefix("www.") { return ("Link", tail) }
    // A host or a path that holds a name without the blanks it has elsewhere.
    let inside = words.contains { word in
      names.contains { $0.letters >= 4 && !$0.needsCapital && contains(word, $0.words.joined()) }
    }
    return isHost(core) && inside ? ("Link", tail) : nil
  }

  private static func isHost(_ text: Substring) -> Bool {
    let labels = text.split(separator: "/")[..<1].first?.split(
      separator: ".", omittingEmptySubsequences: false)
    guard let labels, labels.count > 1 else { return false }
    return labels.allSatisfy {
      !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    }
  }

  private static func contains(_ word: String, _ part: String) -> Bool {
    let (word, part) = (Array(word.utf8), Array(part.utf8))
    guard !part.isEmpty, word.count >= part.count else { return false }
    return (0...(word.count - part.count)).contains {
      word[$0..<($0 + part.count)].elementsEqual(part)
    }
  }

  /// Numbers to call: with a plus, a nought or a bracket before them and seven digits or more. A date
  /// and a sum of money begin otherwise. A number on file is one however it is written.
  private static func phones(_ text: String, _ names: [MaskName]) -> [Piece] {
    let known = Dictionary(
      names.filter { $0.standIn.hasPrefix("Phone") }.map { (digits($0.text), $0.standIn) },
      uniquingKeysWith: { a, _ in a })
    let chars = Array(text)
    var out = [Piece(text: "")]
    func done(_ standIn: String) { out += [Piece(text: standIn, isDone: true), Piece(text: "")] }
    var i = 0
    while i < chars.count {
      let c = chars[i]
      let isStart = c == "+" || c == "(" || (c.isASCII && c.isNumber)
      if isStart, i == 0 || !MaskName.isWord(chars[i - 1]) && chars[i - 1] != "." {
        var end = i
        var last = i
        while end < chars.count,
          chars[end].isASCII && chars[end].isNumber || "+()-/. \u{A0}".contains(chars[end])
        {
          if chars[end].isNumber { last = end + 1 }
          end += 1
        }
        let run = String(chars[i..<last])
        let found = digits(run)
        let closes = last == chars.count || !MaskName.isWord(chars[last])
        if closes, found.count >= 7, let standIn = known[found] {
          done(standIn)
          i = last
          continue
        }
        if closes, found.count >= 7, found.count <= 15, c == "+" || c == "0" || c == "(",
          !run.contains(".") || c == "+"
        {
          done("Phone")
          i = last
          continue
        }
        if last > i {
          out[out.count - 1].text += run
          i = last
          continue
        }
      }
      out[out.count - 1].text.append(c)
      i += 1
    }
    return out
  }

  private static func digits(_ text: String) -> String { text.filter { $0.isASCII && $0.isNumber } }
}
