import DebriefModel

/// Everything of one application as JSON: its things under the names that an export uses, and what
/// follows from them: how it stands, and the verdict.
public enum DossierJSON {
  /// The version of this form.
  public static let version = 1

  /// The document, with a line feed at the end.
  ///
  /// - Throws: What ``JSONText`` throws.
  public static func encode(_ dossier: Dossier, reasons: [Reason], now: Moment) throws -> String {
    try JSONText.encode(DossierDocument(dossier, reasons: reasons, now: now)) + "\n"
  }
}

/// How an application stands, in a form that scripts can rely on.
public struct StatusRecord: Encodable, Sendable {
  let stage: String
  let round: Int?
  let kind: Interview.Kind?
  let reached: String
  let outcome: String
  let on: Day?
  let days: Int?
  let confirmed: Bool?
  let everInterviewed: Bool
  let last: Day?
  let branch: Branch?

  /// Reads it off a status.
  public init(_ status: Status) {
    reached = status.stage.label
    everInterviewed = status.everInterviewed
    last = status.last
    branch = status.branch
    switch status.stage {
    case .none: (stage, round, kind) = ("none", nil, nil)
    case .applied: (stage, round, kind) = ("applied", nil, nil)
    case .invited: (stage, round, kind) = ("invited", nil, nil)
    case .interviewed(let number, let what): (stage, round, kind) = ("interviewed", number, what)
    case .offered: (stage, round, kind) = ("offered", nil, nil)
    }
    var silence: (days: Int, confirmed: Bool)?
    switch status.outcome {
    case .waiting: (outcome, on) = ("waiting", nil)
    case .rejected(let day): (outcome, on) = ("rejected", day)
    case .silent(let days, let confirmed):
      (outcome, on) = ("silent", nil)
      silence = (days, confirmed)
    case .withdrew(let day): (outcome, on) = ("withdrew", day)
    case .offer(let day): (outcome, on) = ("offer", day)
    case .accepted(let day): (outcome, on) = ("accepted", day)
    case .declined(let day): (outcome, on) = ("declined", day)
    }
    days = silence?.days
    confirmed = silence?.confirmed
  }
}

private struct VerdictRecord: Encodable {
  struct Cause: Encodable {
    let reason: String
    let title: String
    let control: Control
    let tier: Tier
    let candour: Candour?
    let weight: Int
    let findings: [ID]
  }

  let headline: String
  let sentence: String
  let mine: Int
  let partly: Int
  let notMine: Int
  let guesses: Int
  let finalists: Int?
  let dodged: Bool
  let causes: [Cause]

  init(_ verdict: Verdict) {
    headline =
      switch verdict.headline {
      case .unknown: "unknown"
      case .noFault: "no-fault"
      case .likely: "likely"
      case .accepted: "accepted"
      case .decided: "decided"
      case .undecided: "undecided"
      }
    sentence = verdict.sentence
    mine = verdict.mine
    partly = verdict.partly
    notMine = verdict.notMine
    guesses = verdict.guesses
    finalists = verdict.finalists
    dodged = verdict.dodged
    causes = verdict.causes.map {
      Cause(
        reason: $0.reason, title: $0.title, control: $0.control, tier: $0.tier,
        candour: $0.candour, weight: $0.weight, findings: $0.findings)
    }
  }
}

private struct DossierDocument: Encodable {
  let dossier: Dossier
  let status: StatusRecord
  let verdict: VerdictRecord

  init(_ dossier: Dossier, reasons: [Reason], now: Moment) {
    self.dossier = dossier
    status = StatusRecord(dossier.status(now: now))
    verdict = VerdictRecord(Verdict(dossier, reasons: reasons))
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    func put(_ value: some Encodable, _ name: String) throws {
      try box.encode(value, forKey: Key(stringValue: name))
    }
    func list<N: Noun>(_ type: N.Type) throws { try put(dossier[type], N.kind.rawValue) }
    try put(dossier.application, Entity.Kind.application.rawValue)
    for kind in Dossier.kinds { try list(kind.type) }
    try put(status, "status")
    try put(verdict, "verdict")
    try put(DossierJSON.version, "version")
  }
}
