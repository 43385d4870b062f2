/// What was half typed when the program was last seen: kept so that not a word is lost.
public struct Draft: Hashable, Sendable, Codable {
  /// Which form it belongs to, such as `finding.add/<application>`.
  public var scope: String
  /// The texts of its fields by the fields' ids.
  public var fields: [String: String]
  /// What the form edits, as it was when the typing began: what others changed since is then told from
  /// what was typed. Empty for something new.
  public var base: [Entity]

  /// Makes a draft.
  public init(scope: String, fields: [String: String], base: [Entity] = []) {
    self.scope = scope
    self.fields = fields
    self.base = base
  }
}
