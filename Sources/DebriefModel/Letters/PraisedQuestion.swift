extension LetterText {
  /// Whether a question somebody asked can be liked in a letter: it is one, it is of a length one quotes, and
  /// it is neither one that everybody asks nor one that nobody may ask.
  static func isPraised(_ question: String) -> Bool {
    let text = question.trimmed
    guard text.count <= 140, text.hasSuffix("?") || text.hasSuffix("？") || isPrompt(text) else {
      return false
    }
    let words = Set(
      text.lowercased().split { !($0.isLetter || $0 == "'" || $0 == "’") }.map(String.init))
    let small = text.lowercased()
    return words.count >= 2 && words.isDisjoint(with: unpraised)
      && !stock.contains { small.contains($0) }
  }

  /// Whether a text asks without a question mark: "Tell me about a time a launch went wrong."
  private static func isPrompt(_ text: String) -> Bool {
    let first = text.lowercased().prefix { $0.isLetter }
    return prompts.contains(String(first)) && text.count { ".!".contains($0) } <= 1
  }

  private static let prompts: Set<String> = [
    "tell", "walk", "talk", "describe", "explain", "give", "show", "share", "imagine", "suppose",
    "name", "how", "what", "why", "when", "which", "who", "where", "convince", "teach", "sell",
    "compare", "design", "estimate", "outline",
  ]

  /// What everybody is asked.
  private static let stock = [
    "you start", "want to leave", "leave your", "leaving your", "hire you", "about yourself",
    "your résumé", "your resume", "your cv",
    "see yourself", "other offers", "why this company", "why do you want",
    "have children", "have kids", "any children", "any kids", "your children", "your kids",
    "a family", "your family", "your age", "old are you", "your health", "you ill", "you gay",
    "you straight", "a union", "you vote", "notice period", "gap in your", "gaps in your",
  ]

  /// Words of questions that are nobody's to thank for: pay and dates, stock questions, and what the law
  /// keeps out of an interview.
  private static let unpraised: Set<String> = [
    "salary", "salaries", "compensation", "expectations", "weakness", "weaknesses", "strengths",
    "fired", "pregnant", "pregnancy", "married", "husband", "wife", "divorced", "religion",
    "religious", "nationality", "citizenship", "ethnicity", "retire",
  ]
}
