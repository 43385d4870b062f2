import DebriefModel
import Glibc

/// The clock on the wall, or one that stands still where `DEBRIEF_NOW` (ISO 8601) sets it.
package struct Clock {
  private var fixed: Moment?
  private let quarter = Quarter()
  /// The place it hangs in.
  package let zone = Zone.system

  /// Reads `DEBRIEF_NOW`; a value that is no time is an error. One without an offset is of this place.
  ///
  /// - Throws: A sentence where `DEBRIEF_NOW` is no time.
  package init(environment: [String: String]) throws(Failure) {
    guard let text = environment["DEBRIEF_NOW"], !text.isEmpty else { return }
    guard let moment = Moment(iso: text, zone: zone) else {
      throw Failure(
        "DEBRIEF_NOW is \"\(text)\", which isn't a time like 2026-03-20T10:00:00Z. Fix it, "
          + "or unset it.", code: ExitStatus.usage)
    }
    fixed = moment.asRead
  }

  /// Whether the clock stands still.
  package var isFixed: Bool { fixed != nil }

  /// The time now, with the offset of this place.
  package var now: Moment {
    if let fixed { return fixed }
    let seconds = time(nil)
    return Moment(seconds: seconds, zone: zone, looked: quarter.offset(at: seconds, in: zone))
  }

  /// The offset now, looked up once in a quarter of an hour: no clock is put forward or back in between.
  private final class Quarter {
    private var number = -1
    private var minutes = 0

    func offset(at seconds: Int, in zone: Zone) -> Int {
      guard seconds / 900 != number else { return minutes }
      number = seconds / 900
      minutes = zone.offset(at: seconds)
      return minutes
    }
  }

  /// Puts a standing clock forward.
  package mutating func advance(seconds: Int) {
    fixed = now.adding(seconds: seconds)
  }

  /// Seconds of a clock that never jumps, for the delay of drafts.
  package static var monotonic: Double {
    var t = timespec()
    clock_gettime(CLOCK_MONOTONIC, &t)
    return Double(t.tv_sec) + Double(t.tv_nsec) / 1e9
  }
}
