// What is asked of the day of a fact, where nobody may have noted it.

extension Event {
  /// Whether it is known to have happened on a day, or later.
  public func isKnown(from day: Day) -> Bool { known.map { $0 >= day } ?? false }

  /// The employer's reply of its day, in the feedback log.
  func told(in feedback: [Feedback]) -> Feedback? {
    known.flatMap { day in feedback.first { $0.isEmployers && $0.received == day } }
  }

  /// Read as many days earlier, no day that was counted from another is the same: "by Friday", "in a month".
  fileprivate static let apart = -40

  /// What its words say. Where nobody noted its day, a day that only follows from that one, as in "in six
  /// months", isn't known either; one that they name by its date is.
  ///
  /// - Parameter read: What words say that came on a day.
  public func reading(_ read: (String, Day) -> RefusalReading?) -> RefusalReading? {
    let found = read(words, placedOn)
    guard known == nil, var reading = found else { return found }
    let other = read(words, placedOn.adding(days: Event.apart))
    for (at, promise) in reading.promises.enumerated()
    where other?.promises.contains(where: { $0.what == promise.what && $0.due == promise.due })
      != true
    {
      reading.promises[at].due = nil
    }
    if other?.silentBy != reading.silentBy { reading.silentBy = nil }
    return reading
  }
}

extension OfferWords {
  /// The day by which an offer wants its answer; nil where its words don't say, or count it from a day that
  /// nobody noted.
  static func deadline(of offer: Event) -> Day? {
    let day = deadline(in: offer.words, on: offer.placedOn)
    if offer.known != nil { return day }
    let other = deadline(in: offer.words, on: offer.placedOn.adding(days: Event.apart))
    return other == day ? day : nil
  }
}
