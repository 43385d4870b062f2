/// What the parts of a page are called where that depends on how it ended. One place for the page, its
/// Markdown, the text of a dossier and the panes.
public enum PageTitles {
  /// What decided the candidate, where it was they who stepped back or said no.
  public static let decision = "Your decision"

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
  /// The code of the reason that none was given: what happened, and no cause.
  static let silence = "R-SILENT"

  /// Whether it is why the candidate stepped back: their own choice, and no circumstance.
  public var isOwnChoice: Bool { kind == .outside && reason == Finding.ownChoice }
}

extension Dossier {
  /// The circumstances outside the candidate's hands.
  public var circumstances: [Finding] { findings.filter { $0.kind == .outside && !$0.isOwnChoice } }
  /// Why the candidate stepped back.
  public var ownChoices: [Finding] { findings.filter(\.isOwnChoice) }
}
