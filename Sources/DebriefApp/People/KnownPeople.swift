import DebriefModel

extension App {
  /// What an added application has to do with what is on file (A85).
  mutating func note(company: String, people: [Person], earlier: [Facts]) {
    let names = people.prefix(3).map(\.name).joined(separator: ", ")
    let same = earlier.filter { NameFolding.isSame($0.application.company, company) }
    var parts: [String] = []
    if same.count > 1 {
      let count = same.count - 1
      parts.append(
        count == 1 ? "you applied there before" : "you applied there \(count) times before")
    }
    if !names.isEmpty { parts.append("you know people there: \(names) ({people})") }
    guard !parts.isEmpty else { return }
    notice = Notice(text: "Saved: \(company); \(parts.joined(separator: "; ")).")
  }
}
