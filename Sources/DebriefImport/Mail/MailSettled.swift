import DebriefModel

/// What an email is to an application that had its end, or was asked something.
extension MailImport {
  /// What ends an application in somebody's words.
  static let noes: [Event.Kind] = [.refused, .withdrew, .accepted, .declined]

  /// After a no, what they write is feedback on it, unless it says something else plainly.
  func settled(_ kind: MailKind, _ dossier: Dossier, _ day: Day) -> MailKind {
    guard kind == .refusal || kind == .other else { return kind }
    let isAsked = dossier.feedback.contains { $0.isWaiting }
    // A no that nobody had is no feedback on one, whatever they were asked: it ends a silence.
    if kind == .refusal, !dossier.events.contains(where: { MailImport.noes.contains($0.kind) }) {
      return kind
    }
    let wasRefused = dossier.events.contains {
      $0.kind == .refused && $0.placedOn < day && !$0.words.isEmpty
    }
    return isAsked || wasRefused ? .feedback : kind
  }
}
