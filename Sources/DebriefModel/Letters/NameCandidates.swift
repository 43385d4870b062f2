/// What in a text could be the name of a company or a person: runs of words that begin with a
/// capital, and pieces of text in scripts without capitals. Whether one is a name is for the store to
/// say.
public struct NameCandidates: Sendable {
  /// One candidate.
  public struct Candidate: Hashable, Sendable {
    /// As it stands in the text.
    public var words: String
    /// Where it begins and ends, in bytes.
    public var place: Range<Int>
  }

  /// More candidates than these are not looked at: a text that long is no letter.
  public static let most = 4000

  /// The candidates by where they begin, the longest first.
  public private(set) var starts: [[Candidate]] = []

  /// Finds the candidates of a text.
  public init(_ string: String) {
    let text = LetterProse(string)
    var small: Set<String> = []
    for token in text.tokens where !token.traits.contains(.capital) { small.insert(token.key) }
    var count = 0
    for (at, token) in text.tokens.enumerated() where count < NameCandidates.most {
      if token.traits.contains(.opaque) { continue }
      let found: [[Candidate]]
      if token.traits.contains(.unspaced) {
        found = NameCandidates.pieces(text, token)
      } else if token.traits.contains(.capital) || !token.traits.contains(.cased) {
        found = [NameCandidates.runs(text, at, small)]
      } else {
        continue
      }
      // A run without blanks may be as long as the letter.
      for list in found where !list.isEmpty && count < NameCandidates.most {
        starts.append(list)
        count += list.count
      }
    }
  }

  /// The runs of words that begin here; a possessive ending and a last full stop may belong or not.
  private static func runs(_ text: LetterProse, _ at: Int, _ small: Set<String>) -> [Candidate] {
    let first = text.tokens[at]
    var found: [Candidate] = []
    func add(_ end: Int) {
      let range = first.start..<end
      found.append(Candidate(words: text.string(range), place: range))
    }
    for end in at..<min(at + 6, text.tokens.count) {
      let last = text.tokens[end]
      // The letters of `o.o.` look like a file name.
      let isPath = last.traits.contains(.opaque) && last.end - last.start > 1
      if last.line != first.line || isPath { break }
      if end > at, !isJoint(text, text.tokens[end - 1].end, last.start) { break }
      // A word that also stands in small letters is an everyday word here, not a name.
      let everyday = end == at && (small.contains(last.key) || last.traits.contains(.digit))
      if !everyday {
        add(last.end)
        let bare = last.key.utf8.count - last.base.utf8.count
        if bare > 0 {
          let ending = text.bytes[last.end - 2] == UInt8(ascii: "'") ? 2 : 4
          add(last.end - ending)
        }
        if last.end < text.bytes.count, text.bytes[last.end] == UInt8(ascii: ".") {
          add(last.end + 1)
        }
      }
    }
    return found.reversed()
  }

  /// Whether what parts two words may stand in a name: a blank, `&`, a hyphen, a dot of an
  /// abbreviation.
  private static func isJoint(_ text: LetterProse, _ start: Int, _ end: Int) -> Bool {
    guard end - start <= 3 else { return false }
    return text.bytes[start..<end].allSatisfy {
      $0 == 32 || $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        || $0 == UInt8(ascii: "+")
    }
  }

  /// The pieces of two to twelve characters of a run without blanks.
  private static func pieces(_ text: LetterProse, _ token: LetterToken) -> [[Candidate]] {
    var bounds: [Int] = []
    var at = token.start
    while at < token.end {
      bounds.append(at)
      at += text.scalar(at: at).count
    }
    bounds.append(token.end)
    return bounds.indices.dropLast().prefix(most).map { start in
      stride(from: min(start + 12, bounds.count - 1), to: start + 1, by: -1).map { end in
        let range = bounds[start]..<bounds[end]
        return Candidate(words: text.string(range), place: range)
      }
    }
  }
}
