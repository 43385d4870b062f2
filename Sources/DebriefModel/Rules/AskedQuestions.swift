/// Which question one had prepared was asked, by what was written down of the interview (A36).
public enum AskedQuestions {
  /// Words that say nothing of what a question is about.
  private static let small: Set<String> = [
    "the", "and", "for", "you", "your", "our", "are", "was", "were", "what", "which", "who", "how",
    "why", "when", "where", "does", "did", "have", "has", "had", "that", "this", "these", "those",
    "there", "here", "with", "from", "about", "would", "could", "will", "can", "like", "been",
    "they",
    "them", "their", "any", "some", "into", "not", "but", "per", "its", "asked", "ask", "tell",
    "most", "look", "one",
  ]

  /// The words a question is about, in one form.
  static func words(_ text: String) -> Set<String> {
    let words = NameFolding.plain(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return Set(words.filter { $0.count > 2 && !small.contains($0) }.map(stem))
  }

  /// A word without the endings that change with its sentence.
  private static func stem(_ word: String) -> String {
    for ending in ["ing", "ed", "es", "e", "s"] where word.count > ending.count + 3 {
      if word.hasSuffix(ending) { return String(word.dropLast(ending.count)) }
    }
    return word
  }

  /// Whether two wordings ask the same: most of what both are about is the same, and at least two words of
  /// it. In doubt they do not.
  public static func isSame(_ a: String, _ b: String) -> Bool {
    let (a, b) = (words(a), words(b))
    let common = a.intersection(b).count
    guard common >= 2 else { return false }
    return common * 3 >= a.union(b).count * 2 || common == min(a.count, b.count) && common >= 3
  }

  /// The change that ticks the prepared questions which questions of one's own have asked now. Each is
  /// taken by the one it fits.
  public static func ticked(
    _ turns: [Turn], _ known: [Preparation], today: Day
  ) -> [Change.Operation] {
    var open = known.filter { $0.kind == .question && $0.state == .open }
    return turns.filter { $0.asker == .me }.compactMap { turn in
      guard let at = open.firstIndex(where: { isSame($0.text, turn.question) }) else { return nil }
      let old = open.remove(at: at)
      var next = old
      next.state = .asked
      next.settle(on: today)
      if next.detail.isEmpty { next.detail = turn.answer }
      return .update(from: .preparation(old), to: .preparation(next))
    }
  }
}
