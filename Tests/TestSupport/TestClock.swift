import DebriefModel
import Glibc

/// When the tests take place: a Friday in March, a week before clocks go forward in Europe.
public enum TestClock {
  /// The moment as a program is told it.
  public static let text = "2026-03-20T10:00:00Z"
  /// The day.
  public static let day = Day(number: 20_532)
  /// The morning on which most of them take place.
  public static let morning = Moment(day, hour: 10)
  /// Noon of the same day.
  public static let noon = Moment(day, hour: 12)

  /// Seconds of a clock that never jumps, for how long something takes.
  public static var monotonic: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
