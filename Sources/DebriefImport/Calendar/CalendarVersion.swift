import DebriefModel

/// Which version of an event is on file, as a mark has it: `calendar/ID/SEQUENCE/STAMP`, then `/off` where it is
/// called off, and `/at/SECONDS` where it repeats and this is the date that was taken.
struct CalendarVersion {
  var interview: ID
  var sequence: Int
  var stamp: Int
  var isOff = false
  /// When the date that was taken was to begin at first.
  var occurrence: Int?

  var text: String {
    "calendar/\(interview)/\(sequence)/\(stamp)" + (isOff ? "/off" : "")
      + (occurrence.map { "/at/\($0)" } ?? "")
  }

  init(interview: ID, sequence: Int, stamp: Int, isOff: Bool, occurrence: Int?) {
    (self.interview, self.sequence, self.stamp) = (interview, sequence, stamp)
    (self.isOff, self.occurrence) = (isOff, occurrence)
  }

  /// Reads it; nil for a mark of something else.
  init?(_ entry: String) {
    let parts = entry.split(separator: "/").map(String.init)
    guard parts.count >= 4, parts[0] == "calendar", let sequence = Int(parts[2]),
      let stamp = Int(parts[3])
    else { return nil }
    let more = parts.dropFirst(4)
    self.init(
      interview: ID(parts[1]), sequence: sequence, stamp: stamp, isOff: more.contains("off"),
      occurrence: more.firstIndex(of: "at").flatMap { more.dropFirst($0 - 3).first }.flatMap {
        Int($0)
      })
  }
}
