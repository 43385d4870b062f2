extension Archive {
  /// The same things so many days later, at the same hours by the clocks of a zone: how sample data made
  /// on one day looks fresh on another, wherever that is.
  public func shifted(days: Int, in zone: Zone) -> Archive {
    var shift = Rewriting()
    shift.day = { $0.adding(days: days) }
    shift.moment = { moment in
      zone.moment(moment.day.adding(days: days), hour: moment.hour, minute: moment.minute)
        .adding(seconds: ((moment.seconds % 60) + 60) % 60)
    }
    return rewritten(shift)
  }
}
