/// Words that take back what they say, such as "maybe": marked in answers that are to be said with
/// certainty (A44). The words are data, the lines of `letters/hedges.txt`: a file of its own, because
/// it is read while somebody waits for a pane.
public struct Hedges: Equatable, Sendable {
  private let phrases: [String]
  private let index: PhraseIndex

  /// Makes the list ready; keep it.
  public init(_ phrases: [String]) {
    self.phrases = phrases
    // The index tells lists apart; here there is one, under any name.
    index = PhraseIndex([.ordinary: phrases])
  }

  /// Two of the same words are the same.
  public static func == (a: Hedges, b: Hedges) -> Bool { a.phrases == b.phrases }

  /// A text in pieces, its hedge words apart from the rest.
  public func pieces(_ text: String) -> [(text: String, isHedge: Bool)] {
    let prose = LetterProse(text)
    var pieces: [(text: String, isHedge: Bool)] = []
    var done = 0
    func add(_ end: Int, _ isHedge: Bool) {
      if end > done { pieces.append((prose.string(done..<end), isHedge)) }
      done = max(done, end)
    }
    var at = 0
    while at < prose.tokens.count {
      guard let count = index.begins(prose.tokens, at: at, .ordinary) else {
        at += 1
        continue
      }
      add(prose.tokens[at].start, false)
      add(prose.tokens[at + count - 1].end, true)
      at += count
    }
    add(prose.bytes.count, false)
    return pieces
  }

  /// The hedge words of a text, each once, as they are written there.
  public func words(_ text: String) -> [String] {
    var seen: Set<String> = []
    return pieces(text).filter(\.isHedge).map(\.text).filter {
      seen.insert($0.lowercased()).inserted
    }
  }
}
