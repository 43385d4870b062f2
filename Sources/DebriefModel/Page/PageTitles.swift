/// What the parts of a page are called where that depends on how it ended. One place for the page, its
/// Markdown, the text of a dossier and the panes.
public enum PageTitles {
  /// What decided the candidate, where it was they who stepped back or said no.
  public static let decision = "Your decision"
  /// What was nobody's to change here.
  public static let outside = "Outside your control"
  /// What was picked as a cause, and was partly theirs to change.
  public static let partly = "Partly in your control"

  /// What the changes are: after an acceptance they are habits to keep.
  public static func changes(_ dossier: Dossier, count: Int) -> String {
    if Verdict.isAccepted(dossier) { return count == 1 ? "The habit to keep" : "Habits to keep" }
    return count == 1 ? "One change for next time" : "Changes for next time"
  }

  /// One of them, as a list of what is left out counts it.
  public static func changesNoun(_ dossier: Dossier) -> String {
    Verdict.isAccepted(dossier) ? "habits" : "changes"
  }
}

extension Finding {
  /// The code of the reason that is the candidate's own decision.
  public static let ownChoice = "R-SELF"
  /// The code of the reason that is in the user's own words.
  public static let ownWords = "R-USER"
  /// The code of the reason that none was given: what happened, and no cause.
  public static let silence = "R-SILENT"

  /// Whether it is why the candidate stepped back: their own choice, and no circumstance.
  public var isOwnChoice: Bool { kind == .outside && reason == Finding.ownChoice }
}

extension Dossier {
  /// The circumstances outside the candidate's hands.
  public var circumstances: [Finding] { findings.filter { $0.kind == .outside && !$0.isOwnChoice } }
  /// The circumstances, told by whose they were: a cause somebody could have changed in part isn't outside
  /// their control, wherever it was noted. The split of the verdict counts the same.
  public func circumstances(_ reasons: [Reason]) -> (outside: [Finding], partly: [Finding]) {
    let titles = Dictionary(reasons.map { ($0.code, $0) }, uniquingKeysWith: { a, _ in a })
    func isOutside(_ it: Finding) -> Bool { Verdict.control(of: it, titles[it.reason]) == .notMine }
    return (circumstances.filter(isOutside), circumstances.filter { !isOutside($0) })
  }
  /// Why the candidate stepped back.
  public var ownChoices: [Finding] { findings.filter(\.isOwnChoice) }
}
