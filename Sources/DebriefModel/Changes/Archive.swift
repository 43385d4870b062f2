/// Everything in a store, in one value: what an export holds and an import brings. Lists are in
/// the order of ids, so that equal stores give equal archives.
public struct Archive: Hashable, Sendable, Codable {
  /// The version of this form; a reader refuses a higher one.
  public static let version = 1
  /// Lists that every version of the form has, in the order in which they are missed.
  public static let required: [Entity.Kind] = [
    .application, .person, .interview, .event, .turn, .finding, .feedback, .debrief, .response,
    .improvement, .letter, .forecast, .note,
  ]
  /// The version it was written in.
  public var version = Archive.version
  private var lists: [Entity.Kind: [Entity]] = [:]

  /// An empty archive.
  public init() {}

  /// Everything of a noun.
  public subscript<N: Noun>(_ type: N.Type) -> [N] {
    get { (lists[N.kind] ?? []).compactMap { $0.noun as? N } }
    set { lists[N.kind] = newValue.isEmpty ? nil : newValue.map(\.entity) }
  }

  /// Everything in it, owners before what belongs to them.
  public var entities: [Entity] { Entity.Kind.allCases.flatMap { lists[$0] ?? [] } }

  /// Adds a thing at the end of its list.
  public mutating func append(_ entity: Entity) {
    lists[entity.kind, default: []].append(entity)
  }

  /// The same with everything passed through a rewriting.
  public func rewritten(_ rewriting: Rewriting) -> Archive {
    var next = self
    next.lists = lists.mapValues { $0.map { $0.noun.rewritten(rewriting).entity } }
    return next
  }

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Reads an archive; lists that came to the form later may be missing.
  ///
  /// - Throws: `DecodingError` for what is no archive.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    version = try box.decode(Int.self, forKey: Key(stringValue: "version"))
    func list<N: Noun>(_ type: N.Type) throws -> [N] {
      let key = Key(stringValue: N.kind.rawValue)
      if Archive.required.contains(N.kind) { return try box.decode([N].self, forKey: key) }
      return try box.decodeIfPresent([N].self, forKey: key) ?? []
    }
    func read<N: Noun>(_ type: N.Type) throws { self[type] = try list(type) }
    for kind in Entity.Kind.allCases { try read(kind.type) }
  }

  /// Writes the lists of all nouns, those that are empty as well.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    try box.encode(version, forKey: Key(stringValue: "version"))
    func write<N: Noun>(_ type: N.Type) throws {
      try box.encode(self[type], forKey: Key(stringValue: N.kind.rawValue))
    }
    for kind in Entity.Kind.allCases { try write(kind.type) }
  }
}
