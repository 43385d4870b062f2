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
    return try read { db in
      try db.all(
        """
        SELECT p.kind, p.entity, p.application, p.title, a.company, a.role,
          snippet(words, -1, ?, ?, '…', 16)
        FROM words JOIN passage p ON p.number = words.rowid
        LEFT JOIN application a ON a.id = p.application
        WHERE words MATCH ? ORDER BY \(ranked ? "words.rank" : "words.rowid DESC") LIMIT ?
        """, .text("\u{E000}"), .text("\u{E001}"), .text(words.prefixes), .number(limit)
      ) { row in
        let kind: Entity.Kind = try row.choice()
        let (entity, application) = (try row.id(), row.idIfAny())
        let heading = try row.text()
        var title = heading
        if let company = row.textIfAny() {
          let role = try row.text()
          title = role.isEmpty ? company : "\(company) — \(role)"
        } else {
          _ = row.textIfAny()
        }
        return Hit(
          kind: kind, entity: entity, application: application, title: title,
          excerpt: try row.text())
      }
    }
  }
}
