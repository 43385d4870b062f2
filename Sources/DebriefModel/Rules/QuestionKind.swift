/// What a question they ask is about, by how it is worded: enough to see which kind comes as a surprise. Whatever
/// isn't plain is about the work itself, and so is what isn't in English.
public enum QuestionKind: String, Hashable, Sendable, CaseIterable {
  case terms, past, company, oneself, cases, work

  /// Reads a question. The first kind whose words it has is its kind.
  public init(_ question: String) {
    let words = " " + NameFolding.words(question).joined(separator: " ") + " "
    self =
      QuestionKind.signs.first { _, signs in signs.contains { words.contains(" \($0) ") } }?.kind
      ?? .work
  }

  /// What it is about, after "questions about".
  public var label: String {
    switch self {
    case .terms: "pay and dates"
    case .past: "your past work"
    case .company: "them and the job"
    case .oneself: "yourself"
    case .cases: "what you'd do"
    case .work: "the work itself"
    }
  }

  /// The words of each kind, folded and without apostrophes.
  private static let signs: [(kind: QuestionKind, signs: [String])] = [
    (
      .terms,
      [
        "salary", "compensation", "your pay", "current pay", "pay expectations", "expect to earn",
        "how much do you", "notice period", "your notice", "start date", "when could you start",
        "when can you start", "how soon could you start", "how soon can you start",
        "when are you available", "your availability", "visa", "work permit", "relocate",
        "your commute", "overtime", "part time", "work remotely", "day rate",
      ]
    ),
    (
      .past,
      [
        "a time", "a time when", "an example", "a situation", "give me an example", "last time",
        "a project you", "a conflict", "a mistake", "a failure", "ever had", "ever worked",
        "have you solved", "have you had", "have you led", "did you handle", "did you do",
        "are you most proud", "in your last job", "at your last job",
      ]
    ),
    (
      .company,
      [
        "our company", "about us", "why us", "know us", "join us", "work for us", "work here",
        "this company", "this job", "this role", "this position", "our product", "our products",
        "our team", "our customers", "our competitors", "why do you want to work",
      ]
    ),
    (
      .oneself,
      [
        "yourself", "your strengths", "your weaknesses", "your greatest strength",
        "your biggest strength", "your greatest weakness", "your biggest weakness", "five years",
        "motivates you", "drives you", "describe you", "why should we hire you", "hire you",
        "why are you leaving", "why did you leave", "your career", "your goals", "your hobbies",
        "who are you", "your resume", "your cv", "gap in your", "are you a team player",
      ]
    ),
    (
      .cases,
      [
        "how would you", "what would you", "where would you", "imagine", "suppose",
        "lets say", "if you were", "if you had", "what if", "would you do",
      ]
    ),
  ]
}
