/// Finds in which ``Charset`` a text is that isn't UTF-8: the one in which its letters make words. A letter of one
/// script beside one of another, a capital in the middle of a word, or a sign between two letters speak against
/// one; letters that belong to one language, and characters that are common, for it.
struct CharsetGuess {
  /// So many bytes of lines with such letters are looked at.
  static let reach = 1 << 16
  /// A line is looked at up to here.
  private static let longestLine = 1 << 12
  /// Below this mark none of them makes sense of a text.
  private static let least = 0.25
  /// With fewer bytes than this there's too little to say that none makes sense.
  private static let fewBytes = 6

  private var line: [UInt8] = []
  private var isForeign = false
  private var lines: [[UInt8]] = []
  private var count = 0
  private var high = 0

  /// Looks at the next bytes.
  mutating func look(at bytes: ArraySlice<UInt8>) {
    guard count < CharsetGuess.reach else { return }
    for byte in bytes {
      if byte == 0x0a || byte == 0x0d {
        close()
        continue
      }
      if byte >= 0x80 { isForeign = true }
      if line.count < CharsetGuess.longestLine { line.append(byte) }
    }
  }

  private mutating func close() {
    if isForeign, count < CharsetGuess.reach {
      lines.append(line)
      count += line.count
      high += line.count { $0 >= 0x80 }
    }
    line.removeAll(keepingCapacity: true)
    isForeign = false
  }

  /// Which one it is; nil where none makes sense of it.
  mutating func found() -> Charset? {
    close()
    var best: (charset: Charset, mark: Double)?
    for charset in Charset.allCases {
      guard let mark = mark(charset) else { continue }
      if best.map({ mark > $0.mark + 0.02 }) ?? true { best = (charset, mark) }
    }
    guard let best, best.mark >= CharsetGuess.least else {
      return high < CharsetGuess.fewBytes ? .windows1252 : nil
    }
    return best.charset
  }

  /// How well one fits; nil for one in which these bytes stand for nothing.
  private func mark(_ charset: Charset) -> Double? {
    guard let reader = CharsetReader(charset) else { return nil }
    var words = CharsetWords(charset)
    for line in lines {
      var text: [UInt8] = []
      let (rest, strange) = reader.read(line, into: &text)
      // What these leave open is what it is in Latin-1, and no letter.
      let isOpen = charset == .windows1252
      if strange > 0, !isOpen || strange * 4 > line.count { return nil }
      if !rest.isEmpty, line.count < CharsetGuess.longestLine { return nil }
      words.look(at: Array(String(decoding: text, as: UTF8.self).unicodeScalars))
      if charset.isWide { words.look(atPairs: line) }
    }
    return words.mark(high: high)
  }
}

extension Charset {
  /// Whether most of its characters are two bytes.
  fileprivate var isWide: Bool {
    switch self {
    case .gb18030, .shiftJIS, .eucJP, .korean, .big5: true
    default: false
    }
  }

  /// The letters of the languages it is for, one text for each; none for one with a script of its own.
  var alphabets: [String] {
    switch self {
    case .windows1252, .macRoman:
      [
        "äöüß", "àâçéèêëîïôùûœü", "áéíóúñü", "ãõáéíóúâêôçà", "àèéìòù", "åäöæøé", "ëïéèöü",
        "áðéíóúýþæö",
      ]
    case .windows1250:
      ["ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíľĺňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîşţ"]
    case .windows1254: ["çğıöşüâîi̇"]
    default: []
    }
  }

  /// Where its script stands among the characters.
  fileprivate var script: ClosedRange<UInt32>? {
    switch self {
    case .windows1251, .koi8: 0x400...0x4ff
    case .windows1253: 0x370...0x3ff
    case .windows1255: 0x590...0x5ff
    case .windows1256: 0x600...0x6ff
    case .thai: 0xe00...0xe7f
    default: nil
    }
  }
}

/// The marks of one ``Charset``.
private struct CharsetWords {
  private let charset: Charset
  private let alphabets: [Set<Unicode.Scalar>]
  private var sum = 0.0
  private var letters = 0
  private var own: [Int]
  private var common = 0
  private var smalls = 0
  private var capitals = 0
  /// Whether there's a character of two bytes of which neither is one of English.
  private var hasWhole = false

  init(_ charset: Charset) {
    self.charset = charset
    alphabets = charset.alphabets.map { Set($0.unicodeScalars) }
    own = alphabets.map { _ in 0 }
  }

  /// What one byte of the text is worth on average, less what its letters lack to be those of one language; nil
  /// where it can't be this one.
  func mark(high: Int) -> Double? {
    guard high > 0 else { return 0 }
    // A single sign before a letter of English looks like one character of two bytes.
    if charset.isWide, letters < 2, !hasWhole { return nil }
    let strange = charset.isWide ? 0 : letters - (charset.script == nil ? own.max() ?? 0 : common)
    // What has small letters alone, or capitals alone, may be of a script that knows no two of a kind.
    let isFlat = charset.script != nil && smalls + capitals > 5 && min(smalls, capitals) == 0
    return (sum - 0.6 * Double(strange)) / Double(high) - (isFlat ? 0.1 : 0)
  }

  private enum Script { case latin, greek, cyrillic, hebrew, arabic, thai, eastern }

  private static func script(_ it: Unicode.Scalar) -> Script? {
    switch it.value {
    case 0x41...0x5a, 0x61...0x7a: .latin
    case 0xaa, 0xb5, 0xba: nil
    case 0xc0...0x24f where it.value != 0xd7 && it.value != 0xf7: .latin
    case 0x386, 0x388...0x3ff: .greek
    case 0x400...0x52f: .cyrillic
    case 0x5d0...0x5ea: .hebrew
    case 0x621...0x669, 0x671...0x6d3: .arabic
    case 0xe01...0xe3a, 0xe40...0xe4e: .thai
    case 0x3040...0x30ff, 0x3400...0x9fff, 0xac00...0xd7a3, 0xff66...0xff9f: .eastern
    default: nil
    }
  }

  /// Looks at a line.
  mutating func look(at line: [Unicode.Scalar]) {
    var run = 0
    for (at, it) in line.enumerated() {
      guard it.value >= 0x80 else {
        run = 0
        continue
      }
      let (before, after) = (at > 0 ? line[at - 1] : nil, at + 1 < line.count ? line[at + 1] : nil)
      guard let script = CharsetWords.script(it) else {
        run = 0
        sum += CharsetWords.sign(it, before, after)
        continue
      }
      run += 1
      if script == .eastern {
        // "Java工程师" is written so, but not a character in the middle of each word.
        let beside = [before, after].compactMap { $0 }
        sum -= Double(beside.count { $0.value < 0x80 && $0.properties.isAlphabetic })
        continue
      }
      letter(it, script, before, after, run)
    }
  }

  private mutating func letter(
    _ it: Unicode.Scalar, _ script: Script, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?,
    _ run: Int
  ) {
    let beside = [before, after].map { $0.flatMap(CharsetWords.script) }
    if let range = charset.script {
      letters += 1
      if range.contains(it.value) { common += 1 }
    } else {
      letters += 1
      let small = Array(it.properties.lowercaseMapping.unicodeScalars)
      for place in alphabets.indices where small.allSatisfy(alphabets[place].contains) {
        own[place] += 1
      }
    }
    if beside.contains(where: { $0 != nil && $0 != script }) {
      sum -= 2
      return
    }
    let isCapital = it.properties.isUppercase
    if isCapital { capitals += 1 } else if it.properties.isLowercase { smalls += 1 }
    if isCapital, let before, before.properties.isLowercase {
      sum -= 2
    } else if !isCapital, it.properties.isLowercase, let after, after.properties.isUppercase {
      sum -= 2
    } else if beside.allSatisfy({ $0 == nil }) {
      // Few words are one letter.
      sum += script == .latin ? 0 : 0.2
    } else if script == .latin, run > 1 {
      // In a word of Latin letters hardly ever more than two such letters stand side by side.
      sum += run == 2 ? -0.2 : -1
    } else {
      sum += 1
    }
  }

  /// What a sign is worth where it stands.
  private static func sign(
    _ it: Unicode.Scalar, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?
  ) -> Double {
    if (0x80...0x9f).contains(it.value) || it.value == 0xfffd
      || (0xe000...0xf8ff).contains(it.value)
    {
      return -3
    }
    let isAfter = before.map { $0.properties.isAlphabetic } ?? false
    let isBefore = after.map { $0.properties.isAlphabetic } ?? false
    if isAfter, isBefore {
      if it == "’" || it == "‘" { return 1.5 }
      return "–—\u{a0}·•\u{ad}".unicodeScalars.contains(it) ? 0 : -2
    }
    if isBefore {
      return "“‘„‚«»¿¡€£¥§©®\u{a0}–—•·°²³ªº№\u{200e}\u{200f}".unicodeScalars.contains(it) ? 0.3 : -1
    }
    if isAfter {
      return "”’“»«…®™°²³ªº–—\u{a0}•·".unicodeScalars.contains(it) ? 0.3 : -1
    }
    return "“”‘’„‚«»–—…•·€£¥°§©®™½¼¾±×²³¿¡\u{a0}№".unicodeScalars.contains(it) ? 0.5 : -0.3
  }

  /// Looks at a line as the characters of two bytes it is made of: those that are common have places of their own.
  mutating func look(atPairs line: [UInt8]) {
    var at = 0
    while at < line.count {
      let first = line[at]
      guard first >= 0x80 else {
        at += 1
        continue
      }
      // The narrow letters of Japanese are one byte.
      if charset == .shiftJIS, (0xa1...0xdf).contains(first) {
        sum -= 0.5
        at += 1
        continue
      }
      if charset == .eucJP, first == 0x8e || first == 0x8f {
        sum -= 0.5
        at += first == 0x8e ? 2 : 3
        continue
      }
      guard at + 1 < line.count else { break }
      let second = line[at + 1]
      if charset == .gb18030, (0x30...0x39).contains(second) {
        at += 4
        continue
      }
      at += 2
      let worth = worth(first, second)
      sum += worth * 2
      if worth >= 1 {
        letters += 1
        if second >= 0x80 { hasWhole = true }
      }
    }
  }

  private func worth(_ first: UInt8, _ second: UInt8) -> Double {
    switch charset {
    case .gb18030:
      switch first {
      case _ where second < 0xa1: -0.5
      case 0xb0...0xd7: 1
      case 0xd8...0xf7: 0.2
      case 0xa1, 0xa3: 0.5
      default: -0.5
      }
    case .korean:
      switch first {
      // Where the other one is Chinese, half of it lies elsewhere.
      case 0xb0...0xc8 where second >= 0xa1: 1.1
      case 0xa1, 0xa3: 0.5
      case 0xca...0xfd where second >= 0xa1: -0.3
      default: -0.2
      }
    case .eucJP:
      switch first {
      case 0xa4, 0xa5: 1.2
      case 0xb0...0xcf: 1
      case 0xd0...0xf4: 0.2
      case 0xa1, 0xa3: 0.5
      default: -0.5
      }
    case .shiftJIS:
      switch first {
      case 0x83 where second <= 0x96: 1.2
      case 0x82 where second >= 0x9f: 1.2
      case 0x88...0x97: 1
      case 0x98...0x9f, 0xe0...0xea: 0.2
      case 0x81, 0x82: 0.5
      default: -0.5
      }
    case .big5:
      switch first {
      case 0xa4...0xc6: 1
      case 0xc9...0xf9: 0.2
      case 0xa1...0xa3: 0.5
      default: -0.5
      }
    default: 0
    }
  }
}
