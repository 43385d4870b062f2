extension Entity.Kind {
  /// One of them, as a sentence has it: `question`, `change to try`.
  public var label: String { words.one }

  /// So many of them: `1 question`, `3 questions`.
  public func counted(_ count: Int) -> String { "\(count) \(count == 1 ? words.one : words.many)" }

  /// What several of them are called: `questions`.
  public var plural: String { words.many }

  /// As many columns as the longest label has.
  public static let widest = allCases.reduce(0) { max($0, $1.label.count) }

  private var words: (one: String, many: String) {
    switch self {
    case .application: ("application", "applications")
    case .person: ("person", "people")
    case .interview: ("interview", "interviews")
    case .event: ("date", "dates")
    case .turn: ("question", "questions")
    case .finding: ("strength or weakness", "strengths and weaknesses")
    case .feedback: ("feedback", "feedback entries")
    case .debrief: ("debrief", "debriefs")
    case .response: ("answer", "answers")
    case .improvement: ("change to try", "changes to try")
    case .letter: ("letter", "letters")
    case .forecast: ("prediction", "predictions")
    case .note: ("note", "notes")
    case .preparation: ("preparation", "preparations")
    case .mark: ("to-do", "to-dos")
    case .resume: ("résumé version", "résumé versions")
    case .profile: ("your details", "your details")
    case .review: ("practice round", "practice rounds")
    }
  }
}
