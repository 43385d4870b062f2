/// All lists of words and phrases, by their first word: a text is gone through once for all of them.
struct PhraseIndex: Sendable {
  /// Which lists hold a word, as bits.
  typealias Bits = UInt32

  /// A phrase of several words, behind its first.
  private struct Tail: Sendable {
    var list: LintWords.List
    var rest: [String]
  }
  private struct Entry: Sendable {
    var bits: Bits = 0
    var tails: [Tail] = []
  }

  /// Words of a text that are in a list.
  struct Hit {
    var list: LintWords.List
    /// The words, by their number.
    var range: Range<Int>
  }

  private var entries: [String: Entry] = [:]

  init(_ lists: [LintWords.List: [String]]) {
    for list in LintWords.List.allCases where list != .months {
      for phrase in lists[list] ?? [] {
        let keys = LetterProse.keys(phrase)
        guard let first = keys.first else { continue }
        if keys.count == 1 {
          entries[first, default: Entry()].bits |= PhraseIndex.bit(list)
        } else {
          entries[first, default: Entry()].tails.append(
            Tail(list: list, rest: Array(keys.dropFirst())))
        }
      }
    }
  }

  /// The bit of a list. Asked for with every word, so the case's own number is used instead of its
  /// place among all cases.
  static func bit(_ list: LintWords.List) -> Bits {
    1 << Bits(withUnsafeBytes(of: list) { $0[0] })
  }

  /// The lists a word by itself is in.
  func bits(_ key: String) -> Bits { entries[key]?.bits ?? 0 }

  /// Whether a word by itself is in a list.
  func has(_ key: String, _ list: LintWords.List) -> Bool {
    (entries[key]?.bits ?? 0) & PhraseIndex.bit(list) != 0
  }

  /// Whether a word is one of a list with a letter too many or too few, a wrong one, or two of them changed
  /// round: "Regrads". Short words are too near to others.
  func hasNearly(_ key: String, _ list: LintWords.List) -> Bool {
    let letters = Array(key)
    guard (4...16).contains(letters.count), !has(key, list), letters.allSatisfy(\.isLetter) else {
      return false
    }
    func isOne(_ word: [Character]) -> Bool {
      let entry = entries[String(word)]
      return entry.map {
        $0.bits & PhraseIndex.bit(list) != 0 || $0.tails.contains { $0.list == list }
      } ?? false
    }
    for at in letters.indices {
      var word = letters
      if at > 0 {
        word.swapAt(at, at - 1)
        if isOne(word) { return true }
        word = letters
      }
      word.remove(at: at)
      if word.count > 3, isOne(word) { return true }
      for letter in "abcdefghijklmnopqrstuvwxyz" {
        word = letters
        if at > 0 {
          // The first letter of a word is seldom the wrong one, and makes another word of it.
          word[at] = letter
          if isOne(word) { return true }
          word = letters
        }
        word.insert(letter, at: at)
        if isOne(word) { return true }
      }
    }
    return isOne(letters + ["s"]) || isOne(letters + ["y"])
  }

  /// How many words at a place are a phrase of a list; the longest one, nil for none.
  func begins(_ tokens: [LetterToken], at index: Int, _ list: LintWords.List) -> Int? {
    guard let entry = entries[tokens[index].key] else { return nil }
    var longest = entry.bits & PhraseIndex.bit(list) != 0 ? 1 : nil
    for tail in entry.tails where tail.list == list && matches(tail, tokens, index) {
      longest = max(longest ?? 0, tail.rest.count + 1)
    }
    return longest
  }

  private func matches(_ tail: Tail, _ tokens: [LetterToken], _ index: Int) -> Bool {
    guard index + tail.rest.count < tokens.count else { return false }
    for offset in tail.rest.indices where tokens[index + 1 + offset].key != tail.rest[offset] {
      return false
    }
    return true
  }

  /// The lists each word is in, and the phrases of several words within a sentence.
  func scan(_ tokens: [LetterToken]) -> (bits: [Bits], hits: [Hit]) {
    var bits = [Bits](repeating: 0, count: tokens.count)
    var hits: [Hit] = []
    for index in tokens.indices {
      guard let entry = entries[tokens[index].key] else { continue }
      bits[index] = entry.bits
      for tail in entry.tails where matches(tail, tokens, index) {
        let end = index + 1 + tail.rest.count
        if tokens[end - 1].sentence == tokens[index].sentence {
          hits.append(Hit(list: tail.list, range: index..<end))
        }
      }
    }
    return (bits, hits)
  }
}
