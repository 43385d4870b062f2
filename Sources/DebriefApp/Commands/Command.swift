import TUI

/// Where a command may be used.
public enum Scope: String, CaseIterable, Hashable, Sendable {
  case everywhere, home, review, findings, feedback, checklist, script, preparation, letters, page
  case agenda, inbox, people, resumes, afterNo, letter

  /// As help and the tables of keys have it.
  public var title: String {
    switch self {
    case .everywhere: "Everywhere"
    case .home: "Home"
    case .review: "Review"
    case .findings: "Strengths and weaknesses"
    case .feedback: "Feedback log"
    case .checklist: "Checklist"
    case .script: "Script of the talk"
    case .preparation: "Preparation"
    case .letters: "Letters"
    case .letter: "Writing a letter"
    case .page: "One page"
    case .agenda: "What is due"
    case .inbox: "Notes to sort"
    case .people: "People"
    case .resumes: "Versions of your résumé"
    case .afterNo: "The days after their no"
    }
  }
}

/// One row of the table that keys, footer, help, palette, `debrief keys` and the README read.
public struct Command: Hashable, Sendable {
  /// What it does.
  public var action: Action
  /// Where.
  public var scope: Scope
  /// The keys, each as ``KeySequence`` reads it; the first is the one shown.
  public var keys: [String]
  /// What it does, in words.
  public var title: String
  /// The short word of the footer; nil keeps it out of there.
  public var footer: String?
  /// The first key as it is shown; made once, for the footer asks for it with every frame.
  public let keyLabel: String

  init(
    _ action: Action, _ scope: Scope, _ keys: [String], _ title: String, footer: String? = nil
  ) {
    self.action = action
    self.scope = scope
    self.keys = keys
    self.title = title
    self.footer = footer
    keyLabel = keys.first.flatMap { KeySequence($0)?.description } ?? ""
  }

  /// All keys as they are shown.
  public var keyLabels: String {
    keys.compactMap { KeySequence($0)?.description }.joined(separator: " ")
  }

  /// The same with other keys.
  func with(keys: [String]) -> Command { Command(action, scope, keys, title, footer: footer) }
}
