import DebriefModel

/// Dates of the command line, in words; what was understood is said on stderr.
struct Dates {
  let now: Moment

  /// The day of an option; nil when the option was not given.
  func day(
    _ text: String?, _ label: String, _ direction: DateWords.Direction = .past
  ) throws(Failure) -> Day? {
    guard let text else { return nil }
    let words = DateWords(now: now, direction: direction)
    guard let day = words.day(text) else {
      throw Failure(
        "\"\(text)\" is not a day: write \(DateWords.expected).", code: ExitStatus.usage)
    }
    if let fault = words.fault(of: day) {
      throw Failure(
        "\(label.prefix(1).uppercased() + label.dropFirst()) \(fault)", code: ExitStatus.usage)
    }
    complain("\(label) \(day.long)")
    return day
  }

  /// The moment of an option; nil when the option was not given.
  func moment(_ text: String?, _ label: String) throws(Failure) -> Moment? {
    guard let text else { return nil }
    guard let moment = DateWords(now: now, direction: .nearest).moment(text) else {
      throw Failure(
        "\"\(text)\" is not a day and a time: write something like yesterday 14:30, "
          + "9 mar 10:00 or 2026-03-09T14:30.", code: ExitStatus.usage)
    }
    complain("\(label) \(moment.day.long), \(moment.clock)")
    return moment
  }
}
