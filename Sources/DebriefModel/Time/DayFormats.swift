extension Day {
  /// The names of the months, January first.
  public static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `9 Mar`, with the year when it is not `today`'s.
  public func short(today: Day, _ style: DateStyle = .current) -> String {
    style.date(self, Day.months[month - 1].prefix(3), year: year != today.year)
  }

  /// `9 Mar`.
  public var brief: String { short(today: self) }

  /// `9 March`.
  public func inFull(_ style: DateStyle = .current) -> String {
    style.date(self, Day.months[month - 1], year: false)
  }

  /// `9 Mar 2026`.
  public var dated: String { dated(.current) }

  /// `9 Mar 2026`, or as a style has it.
  public func dated(_ style: DateStyle) -> String {
    style.date(self, Day.months[month - 1].prefix(3), year: true)
  }

  /// What a form has in its field for a day: `9 Mar 2026`, as days are printed elsewhere, and read back as
  /// the same day. A year that a reader would take for an hour stands as ISO has it.
  public var typed: String { (1900...2199).contains(year) ? dated : description }

  /// `Mon`.
  public var weekdayName: String {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][weekday - 1]
  }

  /// `Mon 9 March 2026`: what a form echoes, so that the user sees what was understood.
  public var long: String { long(.current) }

  /// `Mon 9 March 2026`, or as a style has it.
  public func long(_ style: DateStyle) -> String {
    "\(weekdayName) \(style.date(self, Day.months[month - 1], year: true))"
  }

  /// The day of a year, a month and a day of it, or a sentence that says why there is none.
  static func checked(_ year: Int, _ month: Int, _ day: Int) throws(DateFault) -> Day {
    if let found = Day(year, month, day) { return found }
    guard (1...9999).contains(year) else {
      throw DateFault(message: "There's no year \(year) on this calendar. Use four digits.")
    }
    guard (1...12).contains(month) else {
      throw DateFault(message: "There's no month \(month). Use 1 to 12.")
    }
    throw DateFault(
      message: "There's no \(day) \(Day.months[month - 1]) \(year). That month has "
        + "\(Day.length(of: month, in: year)) days.")
  }
}
