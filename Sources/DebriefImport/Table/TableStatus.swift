import DebriefModel

/// What a status in a table says happened, and whether that is all it says.
struct TableStatus {
  /// What happened, in its order.
  var means: [Event.Kind]
  /// Whether it says nothing more.
  var isWhole = false

  private init(_ means: [Event.Kind], isWhole: Bool = false) {
    (self.means, self.isWhole) = (means, isWhole)
  }

  /// Reads one; nil where it says nothing that is known.
  ///
  /// - Parameter known: What each status that is known says happened.
  init?(_ text: String, _ known: [String: [Event.Kind]]) {
    guard let found = TableStatus.found(text, known) else { return nil }
    self = found
  }

  private static func found(_ text: String, _ known: [String: [Event.Kind]]) -> TableStatus? {
    if let means = known[ImportWords.plain(text)] { return TableStatus(means, isWhole: true) }
    // "Applied / Rejected": each part is known, and all of it happened.
    let parts = text.split { "/;,→>|+".contains($0) }.map { ImportWords.plain(String($0)) }
    let all = parts.compactMap { known[$0] }
    if parts.count > 1, all.count == parts.count {
      let kinds = all.flatMap(\.self)
      return TableStatus(
        TableReading.order.filter { kind in
          // That somebody was invited is said by their interview.
          kinds.contains(kind) && !(kind == .invited && kinds.contains(.held))
        })
    }
    // "Rejected (no feedback)", "Applied - waiting": what is said first counts.
    for sign in ["(", "[", " - ", " – ", ":", ";", ",", "/"] {
      guard let range = text.firstRange(of: sign) else { continue }
      if let means = known[ImportWords.plain(String(text[..<range.lowerBound]))] {
        return TableStatus(means)
      }
    }
    // "3. Interview", "Got rejected by them": the longest known words in it, unless they are denied.
    let words = ImportWords.plain(text).split(separator: " ").map(String.init)
    guard (1...12).contains(words.count) else { return nil }
    for length in stride(from: min(6, words.count), through: 1, by: -1) {
      for start in 0...(words.count - length) {
        let run = words[start..<(start + length)].joined(separator: " ")
        guard let means = known[run], run.count > 2 else { continue }
        if words[..<start].contains(where: denies.contains) { return nil }
        // "Rejected after 2nd interview": what came after it counts more, and the interview took place.
        if start > 1, means.contains(.invited), after.contains(words[start - 1]),
          let end = end(words[..<(start - 1)], known)
        {
          return TableStatus(TableReading.order.filter { end.contains($0) || $0 == .held })
        }
        return TableStatus(means)
      }
    }
    return nil
  }

  private static let denies: Set<String> = ["not", "no", "never", "nicht", "kein", "keine"]
  private static let after: Set<String> = ["after", "post", "following", "nach", "apres", "tras"]

  /// What words say about how it ended; nil where they say nothing of it.
  private static func end(
    _ words: ArraySlice<String>, _ known: [String: [Event.Kind]]
  ) -> [Event.Kind]? {
    for length in stride(from: words.count, through: 1, by: -1) {
      for start in words.startIndex...(words.endIndex - length) {
        let run = words[start..<(start + length)].joined(separator: " ")
        if let means = known[run], means.contains(where: \.isEnd) { return means }
      }
    }
    return nil
  }
}
