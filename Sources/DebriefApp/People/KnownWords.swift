import DebriefModel

/// What is on file about a company or about people, said where their names are typed (A84, A85).
enum KnownWords {
  /// An application to the same company, and who was met there; empty where there is none.
  static func company(_ name: String, _ recent: [Facts], besides id: ID?) -> String {
    let same = recent.filter {
      $0.application.id != id && NameFolding.isSame($0.application.company, name)
    }
    guard let latest = same.first else { return "" }
    let role = latest.application.role
    let times = same.count == 1 ? "before" : "\(same.count) times before"
    let met = named(same.flatMap(\.people).map(\.name))
    return "You applied there \(times)\(role.isEmpty ? "" : " (\(role))")."
      + (met.isEmpty ? "" : " You know \(met) there.")
  }

  /// Those among the names who were met elsewhere; empty where there is nobody.
  static func people(_ text: String, _ recent: [Facts], besides id: ID) -> String {
    let elsewhere = recent.filter { $0.application.id != id }
    let known = RoomWords.people(text).compactMap { typed -> String? in
      let facts = elsewhere.first { PeopleLookup.exact(typed.name, among: $0.people) != nil }
      return facts.map { "\(typed.name) from \($0.application.company)" }
    }
    return known.isEmpty ? "" : "You know \(named(known))."
  }

  /// The first of them as one says them: `a, b, and c`.
  private static func named(_ all: [String]) -> String {
    var seen: Set<String> = []
    let names = all.filter { seen.insert($0).inserted }.prefix(3)
    switch names.count {
    case 0, 1: return names.first ?? ""
    case 2: return names.joined(separator: " and ")
    default: return names.dropLast().joined(separator: ", ") + ", and " + (names.last ?? "")
    }
  }
}
