/// Which letter: L1 to L10 of the domain. The raw value is what ``Letter/kind`` stores.
public enum LetterKind: String, Hashable, Sendable, Codable, CaseIterable {
  case thanks = "L1"
  case check = "L1b"
  case manager = "L2"
  case hr = "L3"
  case request = "L4"
  case anyway = "L5"
  case evidence = "L6"
  case influence = "L7"
  case touch = "L8"
  case withdrawal = "L9"
  case access = "L10"

  /// The word a command takes for it.
  public var word: String {
    switch self {
    case .thanks: "thank-you"
    case .check: "status-check"
    case .manager: "thank-manager"
    case .hr: "thank-hr"
    case .request: "ask-feedback"
    case .anyway: "thank-anyway"
    case .evidence: "evidence"
    case .influence: "influence"
    case .touch: "stay-in-touch"
    case .withdrawal: "withdraw"
    case .access: "access-request"
    }
  }

  /// As a list shows it.
  public var title: String {
    switch self {
    case .thanks: "thank-you note"
    case .check: "asking for an update"
    case .manager: "thank-you to the hiring manager"
    case .hr: "thank-you to HR"
    case .request: "request for feedback"
    case .anyway: "thanks anyway"
    case .evidence: "examples that answer their doubts"
    case .influence: "how you'd tackle their problem"
    case .touch: "staying in touch"
    case .withdrawal: "withdrawing"
    case .access: "request for your data"
    }
  }

  /// Reads `L4`, `l4` or the command's word; nil for anything else.
  public init?(words: String) {
    let lowered = words.lowercased()
    let found = LetterKind.allCases.first {
      $0.rawValue.lowercased() == lowered || $0.word == lowered
    }
    guard let found else { return nil }
    self = found
  }
}

extension Dossier {
  /// A kind of letter as a list of this application shows it: who was made an offer doesn't withdraw, but
  /// declines it.
  public func title(of kind: LetterKind) -> String {
    guard kind == .withdrawal,
      let last = events.filter(\.isDeciding).max(by: Event.inOrder)?.kind,
      last == .offered || last == .declined
    else { return kind.title }
    return "declining the offer"
  }

  /// The same for a letter; the stored word for a kind of a later version.
  public func title(of letter: Letter) -> String {
    letter.letterKind.map { title(of: $0) } ?? letter.title
  }
}

extension Letter {
  /// Which letter it is; nil for one from a later version.
  public var letterKind: LetterKind? { LetterKind(rawValue: kind) }
}
