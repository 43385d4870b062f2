import DebriefModel

/// What an added application has to do with what is on file (A85).
enum KnownPeople {
  /// The sentence about it; nil where it has nothing to do with it. Its keys are in braces.
  static func sentence(company: String, people: [Person], earlier: [Facts]) -> String? {
    let names = people.prefix(3).map(\.name).joined(separator: ", ")
    let same = earlier.filter { NameFolding.isSame($0.application.company, company) }
    var parts: [String] = []
    if same.count > 1 {
      let count = same.count - 1
      parts.append(
        count == 1 ? "you applied there before" : "you applied there \(count) times before")
    }
    if !names.isEmpty { parts.append("you know people there: \(names) ({people})") }
    return parts.isEmpty ? nil : "Saved: \(company); \(parts.joined(separator: "; "))."
  }
}
