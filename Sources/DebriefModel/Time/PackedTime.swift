// Days and moments as pieces of bytes.

extension ByteBlocks {
  /// Adds a moment, with the offset it was written with.
  mutating func add(_ moment: Moment) {
    add(moment.seconds)
    add(moment.offset)
  }

  /// Adds a day or none.
  mutating func add(_ day: Day?) {
    add(day == nil ? 0 : 1)
    if let day { add(day.number) }
  }
}

extension ByteBlocks.Reader {
  /// The next moment, read by the clock of a zone.
  mutating func moment(in zone: Zone) -> Moment {
    let seconds = number()
    return Moment(seconds: seconds, offset: number()).seen(in: zone)
  }

  /// The next day or none.
  mutating func day() -> Day? { number() == 0 ? nil : Day(number: number()) }
}
