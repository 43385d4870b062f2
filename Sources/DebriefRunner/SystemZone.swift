import DebriefModel
import Glibc

extension Zone {
  /// The rules of the place this process is in, as the system knows them (`TZ`, else the machine's).
  package static let system = Zone { seconds in
    var time = time_t(seconds)
    var parts = tm()
    // Beyond the years a calendar can hold there are no rules.
    guard localtime_r(&time, &parts) != nil else { return 0 }
    return parts.tm_gmtoff / 60
  }
}
