import DebriefModel
import DebriefRunner

/// Dates of the command line, in words. What was understood is said on stderr once the command has done
/// something with it: said before, it would stand above the sentence that refuses the command.
final class Dates {
  let now: Moment
  private var understood: [String] = []

  init(now: Moment) { self.now = now }

  /// Says what was understood so far, once.
  func say() {
    understood.forEach(complain)
    understood = []
  }

  /// The day of an option; nil when the option was not given.
  func day(
    _ text: String?, _ label: String, _ direction: DateWords.Direction = .past
  ) throws(Failure) -> Day? {
    guard let text else { return nil }
    let words = DateWords(now: now, direction: direction)
    guard let day = words.day(text) else {
      throw Failure(
        words.refusal(of: text) ?? "\"\(text)\" isn't a date. Type \(DateWords.expected).",
        code: ExitStatus.usage)
    }
    if let fault = words.fault(of: day) {
      throw Failure(
        "\(label.capitalizedFirst): \(fault)", code: ExitStatus.usage)
    }
    understood.append("\(label) \(day.long)" + (words.doubt(text).map { " (\($0))" } ?? ""))
    return day
  }

  /// When a talk is, of an option; nil when the option was not given.
  func talk(_ text: String?, _ label: String) throws(Failure) -> TalkTime? {
    guard let text else { return nil }
    let words = DateWords(now: now, direction: .nearest)
    guard let talk = words.talk(text) else {
      throw Failure(
        words.refusal(of: text)
          ?? "\"\(text)\" isn't a date and time. Type something like yesterday 14:30, "
          + "9 mar 10:00, or 2026-03-09T14:30.", code: ExitStatus.usage)
    }
    understood.append("\(label) \(talk.long)")
    return talk
  }
}
