import DebriefModel
import GRDB
import Glibc

extension Store {
  /// The places that hold all of some words, each as the beginning of a word, whatever case and
  /// accents. Anything may be typed: what is no word is left out.
  ///
  /// - Parameter ranked: The best matches first, which costs more the more there are; otherwise the
  ///   newest first, which costs the same however many there are.
  public func search(_ text: String, limit: Int, ranked: Bool = false) throws -> [Hit] {
    let words = Words(text)
    guard !words.isEmpty, limit > 0 else { return [] }
    if !words.unspaced.isEmpty { return try searchAnywhere(words, limit: limit) }
    let prefixes = words.prefixes ?? ""
    return try read { db in
      try db.all(
        """
        SELECT p.kind, p.entity, p.application, p.title, a.company, a.role,
          excerpt(words)
        FROM words JOIN passage p ON p.number = words.rowid
        LEFT JOIN application a ON a.id = p.application
        WHERE words MATCH ? ORDER BY \(ranked ? "words.rank" : "words.rowid DESC") LIMIT ?
        """, .text(prefixes), .number(limit)
      ) { row in
        try Hit(&row)
      }
    }
  }

  /// The same for words that may stand anywhere in a text, newest first. What the index can find is
  /// found by it; the rest is read until there are enough.
  private func searchAnywhere(_ words: Words, limit: Int) throws -> [Hit] {
    try read { db in
      var conditions = words.unspaced.map { _ in "instr(p.title || char(10) || p.body, ?)" }
      var bindings = words.unspaced.map { Binding.text($0) }
      if let prefixes = words.prefixes {
        conditions.append("p.number IN (SELECT rowid FROM words WHERE words MATCH ?)")
        bindings.append(.text(prefixes))
      }
      bindings.append(.number(limit))
      var hits: [Hit] = []
      try db.each(
        """
        SELECT p.kind, p.entity, p.application, p.title, a.company, a.role,
          p.title || char(10) || p.body
        FROM passage p LEFT JOIN application a ON a.id = p.application
        WHERE \(conditions.joined(separator: " AND ")) ORDER BY p.number DESC LIMIT ?
        """, bindings
      ) { row in
        var hit = try Hit(&row)
        hit.excerpt = hit.excerpt.marking(words.unspaced)
        hits.append(hit)
      }
      return hits
    }
  }
}

extension Hit {
  /// Reads kind, entity, application, title, company, role and excerpt, in this order.
  fileprivate init(_ row: inout RowReader) throws {
    let kind: Entity.Kind = try row.choice()
    let (entity, application) = (try row.id(), row.idIfAny())
    var title = try row.text()
    if let company = row.textIfAny() {
      let role = try row.text()
      title = role.isEmpty ? company : "\(company) — \(role)"
    } else {
      _ = row.textIfAny()
    }
    self.init(
      kind: kind, entity: entity, application: application, title: title, excerpt: try row.text())
  }
}

extension String {
  /// A piece of the text around the first of some words that stands in it, with that word marked.
  /// Costs one look at the bytes before that word, however long the text is.
  fileprivate func marking(_ words: [String]) -> String {
    for word in words {
      guard let found = place(of: word) else { continue }
      let from = index(found.lowerBound, offsetBy: -16, limitedBy: startIndex) ?? startIndex
      let end = index(found.upperBound, offsetBy: 40, limitedBy: endIndex) ?? endIndex
      return (from > startIndex ? "…" : "") + String(self[from..<found.lowerBound]) + "\u{E000}"
        + String(self[found]) + "\u{E001}" + String(self[found.upperBound..<end])
        + (end < endIndex ? "…" : "")
    }
    return String(prefix(60))
  }

  /// Where a word stands, in whole characters.
  private func place(of word: String) -> Range<Index>? {
    var text = self
    var word = word
    let offset = text.withUTF8 { text in
      word.withUTF8 { word -> Int? in
        guard let start = text.baseAddress, let wanted = word.baseAddress, !word.isEmpty else {
          return nil
        }
        var from = 0
        while text.count - from >= word.count,
          let found = memchr(start + from, Int32(wanted[0]), text.count - from - word.count + 1)
        {
          from = UnsafeRawPointer(found) - UnsafeRawPointer(start)
          if memcmp(start + from, wanted, word.count) == 0 { return from }
          from += 1
        }
        return nil
      }
    }
    guard let offset else { return nil }
    let first = text.utf8.index(text.startIndex, offsetBy: offset)
    let last = text.utf8.index(first, offsetBy: word.utf8.count)
    // A mark may hang on its last letter, or it may be one.
    return text.rangeOfCharacters(first..<last)
  }

  private func rangeOfCharacters(_ range: Range<Index>) -> Range<Index> {
    func boundary(_ place: Index, after: Bool) -> Index {
      guard place < endIndex else { return place }
      let next = index(after: place)
      let start = index(before: next)
      return start == place ? place : after ? next : start
    }
    return boundary(range.lowerBound, after: false)..<boundary(range.upperBound, after: true)
  }
}
