/// Which answer shows a weakness: a weakness names a moment, so that it is asked for once where none is
/// named (A44).
public enum Moments {
  /// How many questions can be picked from, one digit each.
  public static let most = 9

  /// Reasons that a single answer can show; those of one's own words, and none at all, are told by the words.
  private static let spoken: Set<String> = [
    "", "R-USER", "R-ANSWER", "R-UNDERSOLD", "R-OVERSOLD", "R-CANNED", "R-CLOSED", "R-FAMILIAR",
    "R-INTERRUPT", "R-SOFT", "R-TECH",
  ]

  /// Where a weakness lies that was there before anything was said, or that nobody hears.
  private static let unheard: Set<Area> = [.appearance, .preparation, .resume]

  /// The rows of advice whose questions ask for the words that showed it: confidence and interest.
  static let quoted: Set<String> = ["A30", "A33"]

  /// The questions that were asked of the person; of very many those whose answers went worst, in their order.
  public static func candidates(_ dossier: Dossier) -> [Turn] {
    let asked = dossier.turns.enumerated().filter {
      $0.element.asker == .them && !$0.element.question.isEmpty
    }
    let worst = asked.sorted {
      ($0.element.rating ?? 3, $0.offset) < ($1.element.rating ?? 3, $1.offset)
    }
    return worst.prefix(most).sorted { $0.offset < $1.offset }.map(\.element)
  }

  /// Whether a weakness happened in the interview, can be heard in an answer, and names none yet. What was never
  /// said, and what is no matter of words, has no moment to ask for.
  public static func isWanted(_ it: Finding, _ dossier: Dossier) -> Bool {
    guard canBeLinked(it, dossier), spoken.contains(it.reason),
      it.area.map({ !unheard.contains($0) }) ?? true
    else { return false }
    return MomentWords.areAboutAnswers(it.statement)
  }

  /// Whether a weakness of the interview names no answer yet, so that the user may point at one.
  public static func canBeLinked(_ it: Finding, _ dossier: Dossier) -> Bool {
    guard it.kind == .weakness, it.phase == .during else { return false }
    let isLinked = it.evidence.map { $0.kind != .response } ?? false
    return !isLinked && !candidates(dossier).isEmpty
  }

  /// Links a finding to the answer that shows it: what can be pointed at was at least seen.
  public static func link(_ it: Finding, to turn: Turn) -> Change {
    var next = it
    next.evidence = Evidence(.turn, turn.id)
    next.tier = max(next.tier, .observed)
    return Change("linked to an answer", [.update(from: .finding(it), to: .finding(next))])
  }

  /// The answer behind a finding; nil where it points at none.
  public static func turn(_ it: Finding, _ dossier: Dossier) -> Turn? {
    guard it.evidence?.kind == .turn else { return nil }
    return dossier.turns.first { $0.id == it.evidence?.id }
  }
}

extension Wizard {
  /// A weakness that the answer of a question led to and that names no moment yet; where it is asked what one
  /// said that showed it, a strength, too (A30, A33).
  public func momentless(_ entry: Entry) -> Finding? {
    guard let response = entry.response else { return nil }
    // A list of habits quotes nothing.
    let isQuoted = entry.item.kind != .ticks && !Moments.quoted.isDisjoint(with: entry.item.advice)
    return dossier.findings.first {
      // Only what was made of this answer is asked about, and once.
      $0.evidence == Evidence(.response, response.id) && $0.recorded >= response.answered
        && (Moments.isWanted($0, dossier)
          || isQuoted && $0.kind == .strength && !Moments.candidates(dossier).isEmpty)
    }
  }
}
