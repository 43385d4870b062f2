import DebriefModel

/// What a field that takes a day reads.
enum FormDay: Equatable {
  /// A day, pointing one way.
  case day(DateWords.Direction)
  /// A day to come, as seen from the day in another field.
  case from(String)
  /// A day with its time.
  case talk
  /// The same of a talk that took place.
  case talked

  /// Where a day to come is looked for, beside a day in words that it follows.
  static func direction(from other: String, _ now: Moment) -> DateWords.Direction {
    DateWords(now: now, direction: .past).day(other).map { .from($0) } ?? .future
  }

  /// What the days among the values of a form were understood as; nil for one that is empty, or no day
  /// yet.
  static func heard(
    _ values: [String: String], _ days: [String: FormDay], _ now: Moment
  ) -> [String: String?] {
    var heard: [String: String?] = [:]
    for (id, day) in days {
      heard.updateValue(day.heard((values[id] ?? "").trimmed, values, now), forKey: id)
    }
    return heard
  }

  /// Why what was typed into a day field can't be taken; nil where it can be, or nothing was typed.
  static func refusal(
    of id: String, _ values: [String: String], _ days: [String: FormDay], _ now: Moment
  ) -> String? {
    guard let day = days[id] else { return nil }
    let values = FormValues(values: values, now: now)
    do throws(FormFault) {
      switch day {
      case .day(let direction): _ = try values.day(id, direction)
      case .from(let other): _ = try values.day(id, from: other)
      case .talk: _ = try values.talk(id)
      case .talked: _ = try values.talked(id)
      }
      return nil
    } catch {
      return error.message
    }
  }

  private func heard(_ text: String, _ values: [String: String], _ now: Moment) -> String? {
    if text.isEmpty { return nil }
    switch self {
    case .talk:
      return DateWords(now: now, direction: .nearest).talk(text).map { "= \($0.long)" }
    case .talked:
      let words = DateWords(now: now, direction: .past)
      guard let talk = words.talk(text) else { return nil }
      return words.fault(of: talk.start.asWritten.day) ?? "= \(talk.long)"
    case .from(let other):
      let direction = FormDay.direction(from: (values[other] ?? "").trimmed, now)
      return FormDay.day(direction).heard(text, values, now)
    case .day(let direction):
      let words = DateWords(now: now, direction: direction)
      guard let day = words.day(text) else { return nil }
      if let fault = words.fault(of: day) { return fault }
      return "= \(day.long)" + (words.doubt(text).map { " (\($0))" } ?? "")
    }
  }
}
