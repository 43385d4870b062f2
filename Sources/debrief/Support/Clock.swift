import DebriefModel
import Glibc

/// The clock on the wall, or one that stands still where `DEBRIEF_NOW` (ISO 8601) sets it.
struct Clock {
  private var fixed: Moment?
  private let zone = Zone()

  /// Reads `DEBRIEF_NOW`; a value that is no time is an error.
  init(environment: [String: String]) throws(Failure) {
    guard let text = environment["DEBRIEF_NOW"], !text.isEmpty else { return }
    guard let moment = Moment(iso: text) else {
      throw Failure(
        "DEBRIEF_NOW is \"\(text)\", which is not a time like 2026-03-20T10:00:00Z: set it right, "
          + "or unset it.", code: ExitStatus.usage)
    }
    fixed = moment
  }

  /// Whether the clock stands still.
  var isFixed: Bool { fixed != nil }

  /// The time now, with the offset of this place.
  var now: Moment {
    if let fixed { return fixed }
    let seconds = time(nil)
    return Moment(seconds: Int(seconds), offset: zone.offset(at: seconds))
  }

  /// The offset of this place, looked up once in a quarter of an hour: no clock is put forward or back
  /// in between.
  private final class Zone {
    private var quarter = -1
    private var minutes = 0

    func offset(at seconds: time_t) -> Int {
      guard seconds / 900 != quarter else { return minutes }
      var seconds = seconds
      var parts = tm()
      localtime_r(&seconds, &parts)
      quarter = seconds / 900
      minutes = parts.tm_gmtoff / 60
      return minutes
    }
  }

  /// Puts a standing clock forward.
  mutating func advance(seconds: Int) {
    fixed = now.adding(seconds: seconds)
  }

  /// Seconds of a clock that never jumps, for the delay of drafts.
  static var monotonic: Double {
    var t = timespec()
    clock_gettime(CLOCK_MONOTONIC, &t)
    return Double(t.tv_sec) + Double(t.tv_nsec) / 1e9
  }
}
