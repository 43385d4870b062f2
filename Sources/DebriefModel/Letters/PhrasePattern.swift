/// A frame of words as `letters/lint.yaml` writes it, such as `<us> never <show>`. Between two of its
/// parts may stand any words of the class `filler`.
///
/// - `word`, `one|other`, `<class>`: one of some words; with `?` behind it, it may be missing
/// - `*`, `*5`: up to three, up to five words of any kind but those of the class `denial`
/// - `!word`: the next word is none of these
/// - `^`, `$`: the beginning and the end of the sentence; `$` may be one of some words, too
struct PhrasePattern: Sendable {
  enum Part: Sendable, Equatable {
    /// One word of a set of words, by the set's number.
    case word(Int, optional: Bool)
    case any
    case not(Int)
    case begin, end
  }

  private(set) var parts: [Part] = []

  /// So many parts fit: a set of places is one word of bits.
  static let most = 60
  /// So many words a frame may span, whatever stands between its parts.
  static let reach = 28

  /// Reads a pattern; `set` gives a number to some words.
  init(_ text: String, set: (_ words: String) throws(Fault) -> Int) throws(Fault) {
    // By bytes: there are thousands of patterns, and to look for characters takes many times that.
    for bytes in text.utf8.split(separator: UInt8(ascii: " ")) {
      let piece = Substring(bytes)
      switch bytes.first {
      case UInt8(ascii: "^") where bytes.count == 1: parts.append(.begin)
      case UInt8(ascii: "$") where bytes.count == 1: parts.append(.end)
      case UInt8(ascii: "*"):
        guard let count = bytes.count == 1 ? 3 : Int(piece.dropFirst()), (1...9).contains(count)
        else { throw Fault("`\(piece)` must be * or * with a number from 1 to 9") }
        parts += [Part](repeating: .any, count: count)
      case UInt8(ascii: "!"): parts.append(.not(try set(String(piece.dropFirst()))))
      default:
        let optional = bytes.last == UInt8(ascii: "?") && bytes.count > 1
        let words = optional ? Substring(bytes.dropLast()) : piece
        parts.append(.word(try set(String(words)), optional: optional))
      }
    }
    let first = parts.first { $0 != .begin }
    guard case .word? = first,
      parts.contains(where: { if case .word(_, false) = $0 { true } else { false } })
    else { throw Fault("a pattern must begin with a word") }
    guard parts.count < PhrasePattern.most else { throw Fault("a pattern has at most 60 parts") }
  }

  /// What is wrong with a pattern or a class, in one clause.
  struct Fault: Error, Equatable {
    var text: String
    init(_ text: String) { self.text = text }
  }
}

/// The words of patterns, before they are numbers.
enum PatternWords {
  /// What stands for words that are nobody's prose.
  static let nothing = -2

  /// What is wrong with a pattern; nil when nothing is.
  /// `sound` are the words that were found right before: patterns share most of theirs.
  static func fault(
    _ pattern: String, classes: [String: [String]], sound: inout Set<String>
  ) -> String? {
    do {
      _ = try PhrasePattern(pattern) { words throws(PhrasePattern.Fault) in
        if sound.contains(words) { return 0 }
        _ = try PatternWords.all(words, classes)
        sound.insert(words)
        return 0
      }
      return nil
    } catch { return error.text }
  }

  /// The words of `one|other|<class>`.
  static func all(
    _ text: String, _ classes: [String: [String]], depth: Int = 0
  ) throws(PhrasePattern.Fault) -> [String] {
    // Most are one word: a look at the bytes spares the walk by characters.
    if !text.isEmpty,
      !text.utf8.contains(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "<") })
    {
      return [text]
    }
    var found: [String] = []
    for bytes in text.utf8.split(separator: UInt8(ascii: "|")) {
      let piece = Substring(bytes)
      if bytes.first == UInt8(ascii: "<"), bytes.last == UInt8(ascii: ">") {
        let name = String(piece.dropFirst().dropLast())
        guard let inner = classes[name], depth < 5 else {
          throw PhrasePattern.Fault("`\(piece)` isn't one of the `classes`")
        }
        for word in inner { found += try all(word, classes, depth: depth + 1) }
      } else {
        found.append(String(piece))
      }
    }
    guard !found.isEmpty else { throw PhrasePattern.Fault("`\(text)` doesn't match any word") }
    return found
  }
}

/// All patterns, ready to be found: their words are numbers, and each pattern is asked only where one of
/// its first words stands. What a text costs grows with its length and no faster: a pattern looks at no
/// more than ``PhrasePattern/reach`` words from where it begins. `List` is what a pattern is for.
struct PatternIndex<List: Hashable & Sendable>: Sendable {
  /// Words of a sentence that fit a pattern, by their number in the sentence.
  struct Hit: Equatable {
    var list: List
    var range: Range<Int>
    /// Which pattern of all it is: two of them say more than one twice.
    var pattern: Int
  }

  private struct Entry: Sendable {
    var list: List
    var parts: [PhrasePattern.Part]
  }
  private var entries: [Entry] = []
  private var numbers: [String: Int] = [:]
  /// For each word the sets it is in, as bits.
  private var members: [[UInt64]] = []
  private var sets: [Set<Int>] = []
  private var filler = Set<Int>()
  /// For each word the patterns that may begin with it.
  private var starts: [[Int]] = []
  private var turn = Set<Int>()
  private var denial = Set<Int>()
  /// What stands for the end of a sentence in a set of words.
  private var endMark = -1

  /// Makes patterns ready; those with a fault are left out.
  init(classes: [String: [String]], patterns: [(list: List, texts: [String])]) {
    var known: [String: Int] = [:]
    for (list, texts) in patterns {
      for text in texts {
        let pattern = try? PhrasePattern(text) { words throws(PhrasePattern.Fault) in
          if let set = known[words] { return set }
          let found = try PatternWords.all(words, classes)
          sets.append(Set(found.map { number($0) }))
          known[words] = sets.count - 1
          return sets.count - 1
        }
        if let pattern { entries.append(Entry(list: list, parts: pattern.parts)) }
      }
    }
    filler = Set((classes["filler"] ?? []).map { number($0) })
    turn = Set((classes["turn"] ?? []).map { number($0) })
    denial = Set((classes["denial"] ?? []).map { number($0) })
    endMark = number("$")
    let width = sets.count / 64 + 1
    members = [[UInt64]](repeating: [UInt64](repeating: 0, count: width), count: numbers.count)
    for (set, words) in sets.enumerated() {
      for word in words { members[word][set / 64] |= 1 << UInt64(set % 64) }
    }
    starts = [[Int]](repeating: [], count: numbers.count)
    for (at, entry) in entries.enumerated() {
      for word in firsts(entry.parts) { starts[word].append(at) }
    }
  }

  private mutating func number(_ word: String) -> Int {
    if let number = numbers[word] { return number }
    numbers[word] = numbers.count
    return numbers.count - 1
  }

  private func firsts(_ parts: [PhrasePattern.Part]) -> Set<Int> {
    var found: Set<Int> = []
    for part in parts {
      switch part {
      case .begin: continue
      case .word(let set, let optional):
        found.formUnion(sets[set])
        if optional { continue }
        return found
      default: return found
      }
    }
    return found
  }

  // MARK: - Words of a text

  /// The number of a word; -1 when no pattern knows it.
  func number(of word: String) -> Int { numbers[word] ?? -1 }
  /// Whether a word, by its number, turns a sentence round.
  func isTurn(_ word: Int) -> Bool { turn.contains(word) }
  /// What stands for words that are nobody's prose: nothing fits it.
  static var nothing: Int { PatternWords.nothing }

  private func has(_ word: Int, _ set: Int) -> Bool {
    word >= 0 && members[word][set / 64] & (1 << UInt64(set % 64)) != 0
  }

  // MARK: - Looking

  /// Where the patterns fit a sentence, the shortest of each place and pattern, and how many steps that
  /// took.
  func hits(_ sentence: [Int]) -> (hits: [Hit], steps: Int) {
    var hits: [Hit] = []
    var steps = 0
    for at in sentence.indices where sentence[at] >= 0 {
      for pattern in starts[sentence[at]] {
        let entry = entries[pattern]
        if let end = end(entry.parts, sentence, at, &steps) {
          hits.append(Hit(list: entry.list, range: at..<end, pattern: pattern))
        }
      }
    }
    return (hits, steps)
  }

  /// What a sentence says of some lists and nothing takes back: what denies, of the list `spared`, stands
  /// before it, without a `but` between.
  func standing(_ sentence: [Int], of lists: Set<List>, sparedBy spared: List) -> [Hit] {
    let hits = hits(sentence).hits
    let denials = hits.filter { $0.list == spared }
    return hits.filter { hit in
      lists.contains(hit.list)
        && !denials.contains { denial in
          denial.range.lowerBound <= hit.range.lowerBound
            && !sentence[denial.range.lowerBound..<hit.range.lowerBound].contains {
              turn.contains($0)
            }
        }
    }
  }

  private func end(
    _ parts: [PhrasePattern.Part], _ words: [Int], _ start: Int, _ steps: inout Int
  ) -> Int? {
    var (places, isDone) = closed(parts, 1, words, start)
    var at = start
    while at < words.count, places != 0, at - start < PhrasePattern.reach {
      let word = words[at]
      guard word != PatternIndex.nothing else { return nil }
      var next: UInt64 = 0
      var rest = places
      while rest != 0 {
        let place = rest.trailingZeroBitCount
        rest &= rest - 1
        steps += 1
        switch parts[place] {
        case .word(let set, _): if has(word, set) { next |= 1 << UInt64(place + 1) }
        case .any: if !denial.contains(word) { next |= 1 << UInt64(place + 1) }
        default: break
        }
      }
      if at > start, filler.contains(word) { next |= places }
      at += 1
      (places, isDone) = closed(parts, next, words, at)
      if isDone { return at }
    }
    return nil
  }

  /// The places that wait for a word, with those that follow without one; and whether the end is one.
  private func closed(
    _ parts: [PhrasePattern.Part], _ places: UInt64, _ words: [Int], _ at: Int
  ) -> (UInt64, Bool) {
    var all = places
    var waiting: UInt64 = 0
    for place in parts.indices where all & (1 << UInt64(place)) != 0 {
      let next: UInt64 = 1 << UInt64(place + 1)
      switch parts[place] {
      case .word(let set, let optional):
        waiting |= 1 << UInt64(place)
        if optional || (at == words.count && has(endMark, set)) { all |= next }
      case .any:
        waiting |= 1 << UInt64(place)
        all |= next
      case .not(let set): if at == words.count || !has(words[at], set) { all |= next }
      case .begin: if at == 0 { all |= next }
      case .end: if at == words.count { all |= next }
      }
    }
    return (waiting, all & (1 << UInt64(parts.count)) != 0)
  }
}

/// Words as patterns know them: short forms in full, so that `didn't` and `did not` are one.
enum ShortForms {
  private static let endings: [(String, String)] = [
    ("'m", "am"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "would"),
  ]
  private static let withIs: Set<String> = [
    "it", "that", "what", "there", "here", "he", "she", "who", "how", "where", "this", "nobody",
    "everyone", "everybody", "one",
  ]

  /// A word in lower case with straight apostrophes as the words it is made of.
  static func words(_ key: String, hasApostrophe: Bool) -> [String] {
    if key == "cannot" { return ["can", "not"] }
    guard hasApostrophe else { return [key] }
    switch key {
    case "can't": return ["can", "not"]
    case "won't": return ["will", "not"]
    case "shan't": return ["shall", "not"]
    default: break
    }
    if key.hasSuffix("n't") { return [String(key.dropLast(3)), "not"] }
    for (ending, full) in endings where key.hasSuffix(ending) {
      return [String(key.dropLast(ending.count)), full]
    }
    guard key.hasSuffix("'s") else { return [key] }
    let base = String(key.dropLast(2))
    return withIs.contains(base) ? [base, "is"] : [base]
  }
}
