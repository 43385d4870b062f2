import DebriefModel

/// What a field that takes a day reads.
enum FormDay: Equatable {
  /// A day, pointing one way.
  case day(DateWords.Direction)
  /// A day with its time.
  case talk

  /// What the days among the values of a form were understood as; nil for one that is empty, or no day
  /// yet.
  static func heard(
    _ values: [String: String], _ days: [String: FormDay], _ now: Moment
  ) -> [String: String?] {
    var heard: [String: String?] = [:]
    for (id, day) in days {
      heard.updateValue(day.heard((values[id] ?? "").trimmed, now), forKey: id)
    }
    return heard
  }

  private func heard(_ text: String, _ now: Moment) -> String? {
    if text.isEmpty { return nil }
    switch self {
    case .talk:
      return DateWords(now: now, direction: .nearest).talk(text).map { "= \($0.long)" }
    case .day(let direction):
      let words = DateWords(now: now, direction: direction)
      guard let day = words.day(text) else { return nil }
      if let fault = words.fault(of: day) { return fault }
      return "= \(day.long)" + (words.doubt(text).map { " (\($0))" } ?? "")
    }
  }
}
