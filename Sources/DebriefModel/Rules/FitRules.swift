/// How well the two sides fit, rated before the talk and after it (A21, A25), and what became of the
/// claims of the résumé in the talk (A97). Pure, like all rules.
public enum FitRules {
  /// Which of the two ratings can be given now.
  public enum Rating: Hashable, Sendable { case before, after }

  /// Before until the first talk begins; what was thought then is not changed by what came of it.
  public static func rating(_ dossier: Dossier, now: Moment) -> Rating {
    PreparationRules.firstStart(dossier, now: now) == nil ? .before : .after
  }

  /// Whether any fit was rated after the talk: then it is not asked a second time.
  public static func isRated(_ dossier: Dossier) -> Bool {
    dossier.preparations.contains { $0.kind == .fit && $0.after != nil }
  }

  /// The questions of the bank about fit that are not on the list yet, as entries of it, in one
  /// change; nil when all are there.
  public static func standard(
    _ bank: [BankQuestion], _ dossier: Dossier, ids: inout IDSource, now: Moment
  ) -> Change? {
    let known = dossier.preparations.filter { $0.kind == .fit }.map(\.text)
    let missing = bank.filter { $0.side == .fit && !known.contains(where: $0.isAsked) }
    if missing.isEmpty { return nil }
    return Change(
      "points about fit added",
      missing.map { question in
        .insert(
          .preparation(
            Preparation(
              id: ids.draw(), application: dossier.application.id, kind: .fit, recorded: now
            ) { $0.text = question.ask }))
      })
  }
}

extension Preparation {
  /// How far the view of the fit moved from before the talk to after it; nil while one is missing.
  public var moved: Int? {
    guard kind == .fit, let before, let after else { return nil }
    return after - before
  }

  /// `3 before, 4 after (+1)`, or what is known of it; empty before it is rated.
  public var ratings: String {
    guard kind == .fit else { return "" }
    var parts: [String] = []
    if let before { parts.append("\(before) before") }
    if let after { parts.append("\(after) after") }
    let change = moved.map { $0 > 0 ? " (+\($0))" : $0 < 0 ? " (\($0))" : " (the same)" } ?? ""
    return parts.joined(separator: ", ") + change
  }

  /// What became of a claim in the talk (A97).
  public enum Delivery: String, Hashable, Sendable, CaseIterable {
    case notAsked, met, partly, unmet

    /// As a choice shows it.
    public var label: String {
      switch self {
      case .notAsked: "they didn't ask about it"
      case .met: "they asked, and you backed it up"
      case .partly: "they asked; you backed up part of it"
      case .unmet: "they asked; you couldn't back it up"
      }
    }
  }

  /// What became of it; nil before that is written down.
  public var delivery: Delivery? {
    guard kind == .claim else { return nil }
    switch (raised, shown) {
    case (false?, _): return .notAsked
    case (true?, .met?): return .met
    case (true?, .partly?): return .partly
    case (true?, .unmet?): return .unmet
    default: return nil
    }
  }

  /// The same with what became of it.
  public func delivered(_ delivery: Delivery?) -> Preparation {
    var next = self
    next.raised = delivery.map { $0 != .notAsked }
    next.shown =
      switch delivery {
      case .met?: .met
      case .partly?: .partly
      case .unmet?: .unmet
      case .notAsked?, nil: nil
      }
    return next
  }
}
