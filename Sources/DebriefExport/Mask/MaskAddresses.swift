import DebriefModel

/// E-mail addresses, links and handles, known or not. An address that is on file keeps the stand-in it
/// has there.
enum MaskAddresses {
  static func pieces(_ text: String, _ mask: Mask) -> [MaskPiece] {
    // Without a sign that addresses have there is none: most texts are gone through once.
    guard
      text.utf8.contains(where: { $0 == 0x40 || $0 == 0x2E || $0 == 0x2F || $0 >= 0x80 })
        || text.contains("(at)") || text.contains("[at]") || text.contains(" at ")
    else { return [MaskPiece(text)] }
    let chars = Array(text)
    let words = words(chars)
    var pieces: [MaskPiece] = []
    var done = 0
    func put(_ place: Range<Int>, _ standIn: String) {
      if place.lowerBound > done {
        pieces.append(MaskPiece(String(chars[done..<place.lowerBound])))
      }
      pieces.append(MaskPiece(standIn: standIn))
      done = place.upperBound
    }
    var at = 0
    while at < words.count {
      if let count = spelledOut(chars, words, at) {
        put(words[at].lowerBound..<words[at + count - 1].upperBound, "E-mail")
        at += count
        continue
      }
      for token in tokens(chars, words[at]) {
        if let (place, standIn) = address(chars, token, mask) { put(place, standIn) }
      }
      at += 1
    }
    if done < chars.count { pieces.append(MaskPiece(String(chars[done...]))) }
    return pieces
  }

  /// The pieces between blanks.
  private static func words(_ chars: [Character]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var at = 0
    while at < chars.count {
      let start = at
      while at < chars.count, !chars[at].isWhitespace { at += 1 }
      if at > start { words.append(start..<at) } else { at += 1 }
    }
    return words
  }

  private static let breaks = Set<Character>(
    "<>()[]{}\",;|\u{27E8}\u{27E9}、。，；（）「」『』【】《》〈〉\u{201C}\u{201D}«»„")

  /// What of a piece between blanks can be an address.
  private static func tokens(_ chars: [Character], _ word: Range<Int>) -> [Range<Int>] {
    var tokens: [Range<Int>] = []
    var start = word.lowerBound
    for at in word {
      if breaks.contains(chars[at]) {
        if at > start { tokens.append(start..<at) }
        start = at + 1
      }
    }
    if word.upperBound > start { tokens.append(start..<word.upperBound) }
    return tokens
  }

  /// How many words are an address that is spelled out for no machine to read: maria at kahl dot
  /// example, maria [at] kahl.example.
  private static func spelledOut(
    _ chars: [Character], _ words: [Range<Int>], _ at: Int
  ) -> Int? {
    func bare(_ n: Int) -> String? {
      guard n < words.count, words[n].count <= 6 else { return nil }
      return String(chars[words[n]]).lowercased()
    }
    // In one piece: maria(at)kahl.example.
    if words[at].count < 120 {
      let word = String(chars[words[at]]).lowercased()
      for sign in ["(at)", "[at]", "{at}", "<at>"]
      where word.contains(sign) && !word.hasPrefix(sign) {
        return 1
      }
    }
    guard let sign = bare(at + 1) else { return nil }
    let isMarked = ["(at)", "[at]", "{at}", "<at>", "@"].contains(sign)
    guard isMarked || sign == "at", at + 2 < words.count,
      MaskName.isWord(chars[words[at].upperBound - 1])
    else { return nil }
    if let dot = bare(at + 3), at + 4 < words.count,
      ["dot", "(dot)", "[dot]", "{dot}", "<dot>"].contains(dot)
    {
      return 5
    }
    return isMarked && chars[words[at + 2]].dropLast().contains(".") ? 3 : nil
  }

  /// The place of an address in a token, and what stands in its place; nil when it is none.
  private static func address(
    _ chars: [Character], _ token: Range<Int>, _ mask: Mask
  ) -> (place: Range<Int>, standIn: String)? {
    var (start, end) = (token.lowerBound, token.upperBound)
    guard chars[token].contains(where: { "@./:＠．／：".contains($0) }) else { return nil }
    // What a sentence puts around an address is none of it.
    while end > start, ".,:!?'\u{2019}\u{2018}…：".contains(chars[end - 1]) { end -= 1 }
    while start < end, "'\u{2018}\u{2019}*_.,:!?…".contains(chars[start]) { start += 1 }
    // A sign that stands alone is no address: "yes / no".
    guard chars[start..<end].contains(where: MaskName.isWord) else { return nil }
    // A possessive: kahl.example's.
    if end - start > 2, NameFolding.isApostrophe(chars[end - 2]), chars[end - 1] == "s" { end -= 2 }
    let core = chars[start..<end]
    let lower = NameFolding.plain(String(core))
    let place = start..<end
    if let at = core.firstIndex(where: { $0 == "@" || $0 == "＠" }), at + 1 < end {
      if at > start {
        let key = lower.hasPrefix("mailto:") ? String(lower.dropFirst(7)) : lower
        return (place, mask.emails[key] ?? "E-mail")
      }
      return (place, "Link")
    }
    if lower.contains("://") || lower.hasPrefix("www.") || lower.hasPrefix("//") {
      return (place, "Link")
    }
    guard let host = host(lower) else { return nil }
    let path = lower.drop { $0 != "/" }.count > 1
    // A host or a path that holds a name without the blanks it has elsewhere.
    let isInside = mask.isInside(MaskName.split(lower))
    let isKnown = endings.contains(host.last ?? "") && !tools.contains(host.joined(separator: "."))
    return isInside || (isKnown && (path || isAddress(host, core))) ? (place, "Link") : nil
  }

  /// The labels of the host that a text begins with; nil when there is none.
  private static func host(_ text: String) -> [String]? {
    guard let first = text.split(separator: "/").first else { return nil }
    let labels = first.prefix { $0 != ":" }.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1 else { return nil }
    let isHost = labels.allSatisfy {
      !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    }
    return isHost ? labels.map(String.init) : nil
  }

  /// Whether a host stands alone as an address, and is not two sentences without a blank between them:
  /// its last label is in small letters, and its labels are longer than those of "e.g.".
  private static func isAddress(_ host: [String], _ core: ArraySlice<Character>) -> Bool {
    guard let dot = core.lastIndex(of: ".") else { return false }
    return core[(dot + 1)...].first?.isUppercase == false && host[host.count - 2].count > 1
  }

  /// What a host ends with.
  private static let endings: Set<String> = [
    "com", "org", "net", "edu", "gov", "io", "dev", "app", "ai", "co", "me", "info", "biz",
    "example",
    "test", "online", "site", "tech", "cloud", "jobs", "careers", "work", "page", "link", "xyz",
    "eu",
    "uk", "de", "at", "ch", "fr", "es", "pt", "it", "nl", "be", "pl", "cz", "sk", "hu", "ro", "bg",
    "gr", "se", "no", "dk", "fi", "ie", "ru", "ua", "tr", "il", "in", "jp", "cn", "kr", "tw", "hk",
    "sg", "au", "nz", "ca", "us", "mx", "br", "ar", "cl", "za", "ng", "ke", "ae", "id", "vn", "th",
    "tv", "gg", "ly", "gl", "so", "fm", "to", "рф",
  ]
  /// What looks like a host and is a tool everybody uses.
  private static let tools: Set<String> = [
    "asp.net", "vb.net", "ado.net", "ml.net", "socket.io", "draw.io", "node.in", "built.in",
  ]

  static func contains(_ word: String, _ part: String) -> Bool {
    let (word, part) = (Array(word.utf8), Array(part.utf8))
    guard !part.isEmpty, word.count >= part.count else { return false }
    return (0...(word.count - part.count)).contains {
      word[$0..<($0 + part.count)].elementsEqual(part)
    }
  }
}
