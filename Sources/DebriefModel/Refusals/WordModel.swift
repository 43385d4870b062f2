/// Which of some labels the words of a text speak for, each a little: what is asked where no phrase is found.
/// Content, counted by `Tests/ModelTests/Refusals/train.py` and read from files such as `refusal-words.txt`.
///
/// A text is its words, the pairs of neighbors, and what is denied, each once, whatever their number; what it
/// costs grows with the text and no faster. Where a file has them, pairs with one word between count, too.
public struct WordModel: Hashable, Sendable {
  /// What a text speaks for most.
  public struct Guess: Hashable, Sendable {
    /// The label.
    public var label: String
    /// How far it is ahead of the next one, in logits: 0 where nothing tells them apart. From about 2 on, nine
    /// of ten are right.
    public var margin: Double
    /// How many of its words and pairs are known, each counted once: from one or two anything can be guessed.
    public var known: Int
  }

  /// The labels there are; none before a file is read.
  public private(set) var labels: [String] = []
  /// How many steps of a weight are one logit.
  private var unit = 1.0
  private var places: [String: Range<Int>] = [:]
  private var weights: [Weight] = []
  /// Whether the file has pairs with one word between: those of other texts are not even made.
  private var hasPairsApart = false

  private struct Weight: Hashable, Sendable {
    var label: UInt8
    var value: Int8
  }

  /// Nothing known: no guess is made.
  public init() {}

  /// Reads a file; nil where a line of it isn't one.
  public init?(_ text: String) {
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) where line.first != Self.hash {
      guard let cut = line.firstIndex(of: Self.blank) else { return nil }
      let name = String(decoding: line[..<cut], as: UTF8.self)
      let rest = line[line.index(after: cut)...]
      if labels.isEmpty {
        guard name == "labels" else { return nil }
        labels = rest.split(separator: Self.blank).map { String(decoding: $0, as: UTF8.self) }
        guard (2...52).contains(labels.count) else { return nil }
      } else if name == "unit", places.isEmpty {
        guard let number = Int(String(decoding: rest, as: UTF8.self)), (1...100).contains(number)
        else { return nil }
        unit = Double(number)
      } else {
        let start = weights.count
        if !hasPairsApart { hasPairsApart = name.contains(Self.apart) }
        guard add(rest), places.updateValue(start..<weights.count, forKey: name) == nil
        else { return nil }
      }
    }
    guard !places.isEmpty else { return nil }
  }

  private static let hash = UInt8(ascii: "#")
  private static let blank = UInt8(ascii: " ")
  /// What stands between the words of a pair for the one that is left out.
  private static let apart = "_*_"

  /// Adds what stands behind a word, such as `a3D-12`: labels as letters, each with its weight.
  private mutating func add(_ bytes: Substring.UTF8View) -> Bool {
    var label: UInt8?
    var (value, isMinus) = (0, false)
    func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }
    func weight() -> Weight? {
      guard let label, Int(label) < labels.count, value != 0, value <= 127 else { return nil }
      return Weight(label: label, value: Int8(isMinus ? -value : value))
    }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "-"): isMinus = true
      case 48...57: value = min(1000, value * 10 + Int(byte - 48))
      case _ where isLetter(byte):
        if label != nil {
          guard let done = weight() else { return false }
          weights.append(done)
        }
        label = byte >= 97 ? byte - 97 : byte - 65 + 26
        (value, isMinus) = (0, false)
      default: return false
      }
    }
    guard let last = weight() else { return false }
    weights.append(last)
    return true
  }

  // MARK: - Asking

  /// So many words of a text are looked at: no letter is longer.
  static let longest = 4_000

  /// What a text and the title above it speak for most, looked at once; nil where too little is known of the text.
  ///
  /// - Parameter least: So many of the words and pairs below the title must be known.
  public func guess(_ text: String, below title: String, atLeast least: Int) -> Guess? {
    let own = WordModel.features(WordModel.words(of: text), apart: hasPairsApart)
    guard own.count(where: { places[$0] != nil }) >= least else { return nil }
    let above = WordModel.features(WordModel.words(of: title), apart: hasPairsApart)
    return guess(features: own.union(above))
  }

  /// What some words speak for most; nil where none of them is known.
  func guess(_ words: some Sequence<Word>) -> Guess? {
    guess(features: WordModel.features(words, apart: hasPairsApart))
  }

  private func guess(features: Set<String>) -> Guess? {
    guard !places.isEmpty else { return nil }
    var sums = [Int](repeating: 0, count: labels.count)
    var known = 0
    for feature in features {
      guard let place = places[feature] else { continue }
      known += 1
      for weight in weights[place] { sums[Int(weight.label)] += Int(weight.value) }
    }
    guard known > 0, let best = sums.indices.max(by: { sums[$0] < sums[$1] }) else { return nil }
    let next = sums.indices.filter { $0 != best }.map { sums[$0] }.max() ?? 0
    return Guess(
      label: labels[best],
      margin: Double(sums[best] - next) / unit / Double(known).squareRoot(), known: known)
  }

  // MARK: - Words

  /// A word in lower case, short forms in full, and whether a sign stands before it.
  struct Word: Hashable, Sendable {
    var key: String
    var isBehindBreak: Bool
  }

  /// The words of a text, but those of older mails that it quotes.
  static func words(of text: String) -> [Word] {
    let prose = LetterProse(String(text.prefix(longest * 12)))
    return words(prose, prose.tokens.indices.prefix(longest))
  }

  /// Some words of a text that was taken apart.
  static func words(_ prose: LetterProse, _ range: Range<Int>) -> [Word] {
    var words: [Word] = []
    for at in range {
      let token = prose.tokens[at]
      if token.traits.isSuperset(of: [.opaque, .quoted]) { continue }
      var isBreak =
        at > 0
        && prose.bytes[prose.tokens[at - 1].end..<token.start].contains {
          $0 > 127 || signs.contains($0)
        }
      for key in ShortForms.words(token.key, hasApostrophe: token.traits.contains(.apostrophe)) {
        words.append(Word(key: key, isBehindBreak: isBreak))
        isBreak = false
      }
    }
    return words
  }

  private static let signs = Set(",.;:!?\n()\"-".utf8)

  /// The words' families, the pairs of neighbors, and what is denied, each once; `apart`, also the pairs that
  /// one word stands between.
  static func features(_ words: some Sequence<Word>, apart: Bool = false) -> Set<String> {
    var found: Set<String> = []
    var (before, last): (String?, String?) = (nil, nil)
    var denied = 0
    for word in words {
      if word.isBehindBreak { (before, last, denied) = (nil, nil, 0) }
      let stem = stem(word.key)
      found.insert(stem)
      if denied > 0 { found.insert("!" + stem) }
      if let before { found.insert(before + "_" + stem) }
      if apart, let last { found.insert(last + Self.apart + stem) }
      (last, before) = (before, stem)
      denied = denials.contains(word.key) ? reach : max(0, denied - 1)
    }
    return found
  }

  /// So many words a denial reaches.
  private static let reach = 4
  private static let denials: Set<String> = [
    "not", "no", "never", "nobody", "nothing", "none", "without", "neither", "nor", "hardly",
    "barely", "lack",
  ]

  /// What words of one family share: "prepared" and "preparing" are "prepar". Numbers are all one.
  static func stem(_ word: String) -> String {
    var bytes = Array(word.utf8)
    guard bytes.allSatisfy({ $0 < 128 }) else { return word }
    if bytes.allSatisfy({ (48...57).contains($0) }) { return "#" }
    guard bytes.count > 3 else { return word }
    for (suffix, rest) in suffixes where bytes.count - suffix.count >= 3 && bytes.ends(with: suffix)
    {
      if suffix.count == 1, "sui".utf8.contains(bytes[bytes.count - 2]) { continue }
      bytes.removeLast(suffix.count)
      bytes += rest
      break
    }
    if bytes.count > 3, bytes.last == UInt8(ascii: "e") { bytes.removeLast() }
    if bytes.count > 4, let last = bytes.last, bytes[bytes.count - 2] == last,
      "bdgmnprt".utf8.contains(last)
    {
      bytes.removeLast()
    }
    if bytes.count > 3, bytes.last == UInt8(ascii: "y") {
      bytes[bytes.count - 1] = UInt8(ascii: "i")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let suffixes: [(suffix: [UInt8], rest: [UInt8])] = [
    ("ies", "y"), ("sses", "ss"), ("ements", "e"), ("ement", "e"), ("ations", "at"),
    ("ation", "at"), ("ingly", ""), ("edly", ""), ("ness", ""), ("ings", ""), ("ing", ""),
    ("ied", "y"), ("ed", ""), ("ers", "er"), ("est", ""), ("ly", ""), ("es", "e"), ("s", ""),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
}

extension [UInt8] {
  fileprivate func ends(with other: [UInt8]) -> Bool {
    count >= other.count && self[(count - other.count)...].elementsEqual(other)
  }
}
