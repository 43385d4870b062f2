/// When in the course of an application something happened (A2).
public enum Phase: String, FieldChoice {
  case before, during, after
}

/// What a finding is about, and what a change can touch (A49).
public enum Area: String, FieldChoice {
  case resume, presentation, appearance, behaviour, skills, preparation
}

/// Whose it was to change (A3).
public enum Control: String, FieldChoice {
  case mine, partly, notMine
}

/// How well a statement is founded: E4 the employer's record, E3 a specific statement word for
/// word, E2 an observed fact, E1 an inference from signals, E0 a guess.
public enum Tier: Int, Hashable, Sendable, Codable, CaseIterable, Comparable {
  case guess = 0
  case inference, observed, stated, record
  /// The order of strength.
  public static func < (a: Tier, b: Tier) -> Bool { a.rawValue < b.rawValue }
}

/// What shows a finding.
public struct Evidence: Hashable, Sendable, Codable {
  /// What kind of thing shows it.
  public enum Kind: String, Hashable, Sendable, Codable { case turn, feedback, response }
  /// What kind of thing shows it.
  public var kind: Kind
  /// Which one.
  public var id: ID
  /// Points at a thing.
  public init(_ kind: Kind, _ id: ID) {
    self.kind = kind
    self.id = id
  }
}

/// A strength, a weakness, or a circumstance outside the candidate's hands (A41).
public struct Finding: Hashable, Sendable, Codable {
  /// Which column it stands in.
  public enum Kind: String, FieldChoice {
    /// Something that went right.
    case strength
    /// Something that went wrong.
    case weakness
    /// Something that decided and was nobody's fault here (A3, A4).
    case outside
  }

  /// Its name.
  public var id: ID
  /// The application it belongs to.
  public var application: ID
  /// Which column it stands in.
  public var kind: Kind
  /// The finding in one sentence that names a moment (A44).
  public var statement = ""
  /// When it happened.
  public var phase = Phase.during
  /// What it is about.
  public var area: Area?
  /// The code of its reason, such as `R-TECH`; empty when none is given.
  public var reason = ""
  /// How much it weighs, 1 to 5.
  public var weight = 3
  /// How well it is founded.
  public var tier = Tier.guess
  /// What shows it.
  public var evidence: Evidence?
  /// Whose it was; nil takes the reason's own.
  public var control: Control?
  /// One other cause, outside the candidate's hands, that would explain it as well (A5); nil where
  /// none was asked for.
  public var rival: String?
  /// When it was written down.
  public var recorded: Moment

  /// Makes a finding and fills it in.
  public init(
    id: ID, application: ID, kind: Kind, recorded: Moment,
    _ fill: (inout Finding) -> Void = { _ in }
  ) {
    self.id = id
    self.application = application
    self.kind = kind
    self.recorded = recorded
    fill(&self)
  }
}

extension Finding: Noun {
  /// Which noun it is.
  public static let kind = Entity.Kind.finding
  /// It, as one of all nouns.
  public var entity: Entity { .finding(self) }
  /// Where a dossier has them.
  public static var place: WritableKeyPath<Dossier, [Finding]>? { \.findings }
  /// The order in which they are shown.
  public static func inOrder(_ a: Finding, _ b: Finding) -> Bool {
    (-a.weight, -a.tier.rawValue, a.recorded, a.id) < (
      -b.weight, -b.tier.rawValue, b.recorded, b.id
    )
  }

  /// What it is made of.
  public static let shape = Shape(
    Finding(id: ID(""), application: ID(""), kind: .strength, recorded: Moment(seconds: 0)),
    [
      .id(\.id),
      .owner(\.application),
      Field("kind", \.kind, "the kind"),
      .date("recorded", \.recorded),
      Field("statement", \.statement, "what happened", merge: .line, find: .body),
      Field("phase", \.phase, "when it was"),
      Field("area", \.area, "the area"),
      Field("reason", \.reason, "the reason", mask: .code),
      Field("weight", \.weight, "the importance"),
      Field("tier", \.tier, "how sure you are"),
      Field("evidence", \.evidence, "what shows it"),
      Field("control", \.control, "how much you control it"),
      Field("rival", \.rival, "the other explanation", merge: .line, find: .body),
    ])
}

extension Evidence: FieldPart, Storable {
  /// It is kept as JSON.
  public static var storedKind: FieldKind { .parts }
  /// Reads its column.
  ///
  /// - Throws: ``JSONTree/Unreadable`` where it holds something else.
  public init(_ cell: Cell, _ zone: Zone?) throws(JSONTree.Unreadable) { self = try cell.part() }
  /// `{"id":"…","kind":"…"}`.
  public var stored: FieldValue { FieldValue(json: self) }

  /// Passes its id through a rewriting.
  public mutating func rewrite(_ rewriting: Rewriting) { id = rewriting.id(id) }
  /// Passes its id through a rewriting.
  public mutating func rewrite(_ rewriting: Rewriting, _ mask: FieldMask) { rewrite(rewriting) }

  /// `{"id":"…","kind":"…"}`.
  public static func plain(_ strings: [String]) -> [Evidence]? {
    guard strings.count == 4, strings[0] == "id", strings[2] == "kind",
      let kind = Evidence.Kind(rawValue: strings[3])
    else { return nil }
    return [Evidence(kind, ID(strings[1]))]
  }
}

extension Tier: Storable {
  /// It is kept by its number.
  public static var storedKind: FieldKind { .choice }
  /// All there are.
  public static var choices: [FieldValue]? { allCases.map(\.stored) }
  /// Reads its column.
  ///
  /// - Throws: ``JSONTree/Unreadable`` where it holds something else.
  public init(_ cell: Cell, _ zone: Zone?) throws(JSONTree.Unreadable) {
    guard let tier = Tier(rawValue: try cell.number()) else { throw JSONTree.Unreadable() }
    self = tier
  }
  /// Its number.
  public var stored: FieldValue { .number(rawValue) }
}
