import DebriefModel
import GRDB

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
          snippet(words, -1, ?, ?, '…', 16)
        FROM words JOIN passage p ON p.number = words.rowid
        LEFT JOIN application a ON a.id = p.application
        WHERE words MATCH ? ORDER BY \(ranked ? "words.rank" : "words.rowid DESC") LIMIT ?
        """, .text("\u{E000}"), .text("\u{E001}"), .text(prefixes), .number(limit)
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
  fileprivate func marking(_ words: [String]) -> String {
    let text = Array(self)
    for word in words {
      let wanted = Array(word)
      guard wanted.count <= text.count, !wanted.isEmpty else { continue }
      for start in 0...(text.count - wanted.count)
      where text[start] == wanted[0] && text[start..<(start + wanted.count)].elementsEqual(wanted) {
        let from = max(0, start - 16)
        let end = min(text.count, start + wanted.count + 40)
        return (from > 0 ? "…" : "") + String(text[from..<start]) + "\u{E000}" + word + "\u{E001}"
          + String(text[(start + wanted.count)..<end]) + (end < text.count ? "…" : "")
      }
    }
    return String(text.prefix(60))
  }
}
