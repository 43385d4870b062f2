import DebriefModel

/// The texts of a submitted form.
struct FormValues {
  let values: [String: String]
  let now: Moment

  /// A field without blanks at its ends.
  func line(_ id: String) -> String { (values[id] ?? "").trimmed }

  /// Whether the form has a field.
  func has(_ id: String) -> Bool { values[id] != nil }

  /// The company and the job of an application, which have to be names.
  func named() throws(FormFault) -> (company: String, role: String) {
    let (company, role) = (line("company"), line("role"))
    if company.isEmpty { throw FormFault(field: "company", message: "Type the company's name.") }
    for (field, text, what) in [("company", company, "a company"), ("role", role, "a job")] {
      if let fault = Application.nameFault(text, of: what) {
        throw FormFault(field: field, message: fault)
      }
    }
    return (company, role)
  }

  /// A day in words, or nil for an empty field.
  func day(_ id: String, _ direction: DateWords.Direction = .past) throws(FormFault) -> Day? {
    let text = line(id)
    if text.isEmpty { return nil }
    let words = DateWords(now: now, direction: direction)
    if let day = words.day(text) {
      if let fault = words.fault(of: day) { throw FormFault(field: id, message: fault) }
      return day
    }
    throw FormFault(
      field: id,
      message: words.refusal(of: text) ?? "\"\(text)\" isn't a date. Type \(DateWords.expected)."
    )
  }

  /// A day to come as seen from the day in another field, such as by when an offer that was made then
  /// wants its answer.
  func day(_ id: String, from other: String) throws(FormFault) -> Day? {
    try day(id, FormDay.direction(from: line(other), now))
  }

  /// When a talk was, in words, or nil for an empty field.
  func talked(_ id: String) throws(FormFault) -> TalkTime? {
    guard let talk = try talk(id, .past) else { return nil }
    let words = DateWords(now: now, direction: .past)
    if let fault = words.fault(of: talk.start.asWritten.day) {
      throw FormFault(field: id, message: fault)
    }
    return talk
  }

  /// When a talk is, in words, or nil for an empty field.
  func talk(
    _ id: String, _ direction: DateWords.Direction = .nearest
  ) throws(FormFault) -> TalkTime? {
    let text = line(id)
    if text.isEmpty { return nil }
    let words = DateWords(now: now, direction: direction)
    if let talk = words.talk(text) { return talk }
    throw FormFault(
      field: id,
      message: words.refusal(of: text)
        ?? "\"\(text)\" isn't a date and time. Type something like yesterday 14:30.")
  }

  /// When a talk is as it was understood, for the line that echoes it.
  func heard(_ id: String) -> TalkTime? { DateWords(now: now, direction: .nearest).talk(line(id)) }

  /// A number of percent in a range, with or without its sign, or nil for an empty field.
  func percent(_ id: String, _ range: ClosedRange<Int>) throws(FormFault) -> Int? {
    let text = line(id)
    guard text.hasSuffix("%") else { return try number(id, range) }
    return try FormValues(values: [id: String(text.dropLast()).trimmed], now: now)
      .number(id, range)
  }

  /// A whole number in a range, or nil for an empty field.
  func number(_ id: String, _ range: ClosedRange<Int>) throws(FormFault) -> Int? {
    let text = line(id)
    if text.isEmpty { return nil }
    if let number = Int(text), range.contains(number) { return number }
    throw FormFault(
      field: id,
      message: "\"\(text)\" isn't a number from \(range.lowerBound) to \(range.upperBound).")
  }
}
