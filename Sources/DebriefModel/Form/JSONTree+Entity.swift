extension Entity {
  /// The noun of a kind that a piece of JSON holds.
  ///
  /// - Throws: What the noun throws, or ``JSONTree/Unreadable``.
  public init(_ kind: Kind, _ tree: JSONTree, userInfo: [CodingUserInfoKey: Any] = [:]) throws {
    try self.init(kind, from: { try tree.decoded($0, userInfo: userInfo) })
  }

  /// The noun of a kind, as something decodes it.
  ///
  /// - Throws: What `decode` throws, or ``JSONTree/Unreadable`` when it gives another noun.
  public init(
    _ kind: Kind, from decode: (any Decodable.Type) throws -> any Decodable
  ) throws {
    func made<N: Noun>(_ type: N.Type) throws -> Entity {
      guard let noun = try decode(type) as? N else { throw JSONTree.Unreadable() }
      return noun.entity
    }
    self = try made(kind.type)
  }
}
