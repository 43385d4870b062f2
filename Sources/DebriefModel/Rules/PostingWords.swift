/// The words by which a posting's requirements are found, in several languages: content, read from `postings.txt`.
public struct PostingWords: Hashable, Sendable {
  /// Headings above what they ask for.
  var wanted: Set<String> = []
  /// Headings above anything else.
  var other: Set<String> = []
  /// What a sentence has that asks for something.
  var cues = WordStarts([])
  /// What a sentence has that offers something instead.
  var offers = WordStarts([])
  /// What leads up to the thing itself, the longest first.
  var leads: [String] = []
  /// What follows it, the longest first.
  var ends: [String] = []
  /// Short forms whose full stop ends no sentence.
  var short: Set<String> = []
  /// What stands before the last of several things.
  var and: Set<String> = []
  /// What follows a number of years: whole words, and beginnings of words.
  var years: Set<String> = []
  var yearStems: [String] = []
  /// Numbers that are written out.
  var numbers: [String: Int] = [:]

  /// No words yet: nothing is found.
  public init() {}

  /// Reads the lines of a file: `[name]` begins a list, and every other line is one entry of it. Lists that aren't
  /// known are passed over.
  public init(lines: some Sequence<Substring>) {
    var lists: [String: [String]] = [:]
    var name = ""
    for line in lines where !line.allSatisfy(\.isWhitespace) {
      if line.first == "[", let end = line.firstIndex(of: "]") {
        name = String(line[line.index(after: line.startIndex)..<end])
      } else {
        // A blank at the end counts: "free " isn't the beginning of "freedom".
        lists[name, default: []].append(PostingWords.plain(String(line)))
      }
    }
    func longest(_ name: String) -> [String] {
      (lists[name] ?? []).sorted { ($1.count, $0) < ($0.count, $1) }
    }
    wanted = Set(lists["wanted"] ?? [])
    other = Set(lists["other"] ?? [])
    cues = WordStarts(lists["cues"] ?? [])
    offers = WordStarts(lists["offers"] ?? [])
    (leads, ends) = (longest("leads"), longest("ends"))
    (short, and) = (Set(lists["short"] ?? []), Set(lists["and"] ?? []))
    for word in lists["years"] ?? [] {
      if word.last == "*" {
        yearStems.append(String(word.dropLast()))
      } else {
        years.insert(word)
      }
    }
    for entry in lists["numbers"] ?? [] {
      let parts = entry.split(separator: " ")
      if parts.count == 2, let value = Int(parts[1]) { numbers[String(parts[0])] = value }
    }
  }

  /// A text as it is compared: in small letters, with the typewriter's apostrophe.
  static func plain(_ text: String) -> String {
    text.lowercased().replacing("’", with: "'")
  }

  /// Whether a word stands for years.
  func isYears(_ word: String) -> Bool {
    let word = String(word.prefix { $0.isLetter })
    return years.contains(word) || yearStems.contains { word.hasPrefix($0) }
  }
}

/// Words that are looked for in a text where a word of it begins: all of them at once, as there are many in every
/// language, and somebody types meanwhile.
struct WordStarts: Hashable, Sendable {
  /// Those that begin with a byte.
  private var byFirst: [UInt8: [[UInt8]]]

  init(_ words: [String]) {
    byFirst = Dictionary(grouping: words.map { Array($0.utf8) }.filter { !$0.isEmpty }) { $0[0] }
  }

  /// Whether one of them stands in a text.
  func stand(in text: String) -> Bool {
    let bytes = Array(text.utf8)
    var isInWord = false
    for at in bytes.indices {
      let byte = bytes[at]
      if !isInWord, let words = byFirst[byte],
        words.contains(where: { bytes[at...].starts(with: $0) })
      {
        return true
      }
      // What isn't ASCII is a letter, nearly always.
      isInWord = byte >= 0x80 || (0x61...0x7a).contains(byte) || (0x41...0x5a).contains(byte)
    }
    return false
  }
}
