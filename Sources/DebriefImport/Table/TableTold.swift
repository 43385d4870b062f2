import DebriefModel

extension TableReading {
  /// What one row says.
  struct Told {
    var company = ""
    var role = ""
    var means: [Event.Kind] = []
    /// What a date column says happened without saying when: `yes`, or a ticked box.
    var ticked: Set<Event.Kind> = []
    var days: [ImportColumn: Day] = [:]
    var rounds: [(kind: Interview.Kind, time: TalkTime)] = []
    var notes: [String] = []
    var texts: [ImportColumn: String] = [:]
    var contactHeading = ""

    /// Puts the day that a status names where it belongs; one of its own column counts more.
    mutating func put(_ time: TalkTime, _ means: [Event.Kind], _ now: Moment) {
      let ends: [Event.Kind: ImportColumn] = [
        .refused: .refused, .withdrew: .withdrew, .accepted: .accepted, .offered: .offered,
      ]
      if let column = means.compactMap({ ends[$0] }).last {
        if days[column] == nil, time.start.day <= now.day { days[column] = time.start.day }
      } else if means.contains(.invited) || means.contains(.held) {
        // A day without a year that would lie before it began is another one.
        if let applied = days[.applied], time.start.day < applied { return }
        rounds.append((.other, time))
      } else if means.contains(.applied), days[.applied] == nil, time.start.day <= now.day {
        days[.applied] = time.start.day
      }
    }
  }
}

extension Application {
  /// What a cell about the cover letter says when it only says whether there was one.
  static func coverCell(sent: Bool) -> String { sent ? "yes" : "no" }

  /// The cover letter as the cell of a table: its version, or whether there was one; empty where that isn't
  /// known. A cell that only says yes or no is no version.
  var coverCell: String {
    get {
      if let cover, !cover.isEmpty { return cover }
      return coverSent.map(Application.coverCell(sent:)) ?? ""
    }
    set {
      switch newValue {
      case "": break
      case Application.coverCell(sent: true): coverSent = true
      case Application.coverCell(sent: false):
        // A letter whose text is on file wasn't left out.
        if (coverText ?? "").isEmpty { (cover, coverSent) = (nil, false) }
      default: (cover, coverSent) = (newValue, true)
      }
    }
  }
}
